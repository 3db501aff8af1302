package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Happening.CAME_TOO_EARLY;
import static cn.liangxian.audit.register.Happening.FULFILLED;
import static cn.liangxian.audit.register.Happening.NEARED;
import static cn.liangxian.audit.register.Happening.OPENED;
import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.TestServers;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may come within a window, and not before: the survey of Bachu within a month before the campaign, say. */
class TooEarlyTest extends OnPaper {

    private static final String EVIDENCE = "audit-publication-evidenced:" + TOWNSHIP;

    @Test
    @Clause("yicheng-2024/六(三)")
    void evidenceFromBeforeThePublicationStageMeetsNothingAndIsShownAsTooEarly() {
        books.open("2023-12-20");
        List<?> told = books.take(evidence("2023-12-20"));
        Entry entry = books.entry(EVIDENCE);
        assertEquals(Standing.EXPECTED, entry.standing());
        assertEquals(LocalDate.parse("2023-12-20"), entry.earlyOn());
        assertNull(entry.met());
        assertEquals(List.of(), told, "nothing changed for whoever follows the obligation");
        assertEquals(entry.earlyOn(), Shown.of(entry, List.of(), List.of()).earlyOn());
        books.open("2023-12-21");
        assertEquals(Standing.OPEN, books.entry(EVIDENCE).standing());
        books.take(evidence("2023-12-21"));
        assertEquals(Standing.MET_ON_TIME, books.entry(EVIDENCE).standing());
        assertEquals(LocalDate.parse("2023-12-21"), books.entry(EVIDENCE).met().on());
        assertEquals(List.of(CAME_TOO_EARLY, OPENED, FULFILLED), books.happenings(EVIDENCE));
    }

    @Test
    void whatCameTooEarlyAndNotAgainIsMissed() {
        books.take(evidence("2023-12-20"));
        books.open("2023-12-20");
        books.open("2024-01-21");
        assertEquals(Standing.MISSED, books.entry(EVIDENCE).standing());
    }

    @Test
    void inWhateverOrderTheyArriveTheOneInsideCounts() {
        books.open("2023-12-20");
        books.open("2023-12-22");
        books.take(evidence("2023-12-22"));
        books.take(evidence("2023-12-19"));
        books.take(evidence("2023-12-20"));
        Entry entry = books.entry(EVIDENCE);
        assertEquals(Standing.MET_ON_TIME, entry.standing());
        assertEquals(LocalDate.parse("2023-12-22"), entry.met().on());
        assertEquals(LocalDate.parse("2023-12-19"), entry.earlyOn());
    }

    @Test
    void whereTheNoticeSetsNoFirstDayNothingIsTooEarly() {
        books.take(on("2023-09-15", payable(TOWNSHIP)));
        books.open("2023-10-15");
        Entry roster = books.entry("collection-payable-roster-issued:" + TOWNSHIP);
        assertEquals(Standing.MET_ON_TIME, roster.standing());
        assertNull(roster.earlyOn());
    }

    @Test
    @Clause("bachu-2022/第十六条(1)")
    void aSurveyCountsFromTheFirstDayOfTheMonthBeforeTheCampaignOn() {
        BooksOnPaper bachu =
                new BooksOnPaper(Policy.load(TestServers.root().resolve("deploy/jurisdictions/bachu-2022.yaml")));
        String first = "enrollment-coverage-surveyed:653130100";
        String second = "enrollment-coverage-surveyed:653130101";
        bachu.open("2023-07-31");
        bachu.take(surveyed("2023-07-31", "653130100"), surveyed("2023-08-01", "653130101"));
        assertEquals(Standing.EXPECTED, bachu.entry(first).standing());
        assertEquals(LocalDate.parse("2023-07-31"), bachu.entry(first).earlyOn());
        assertEquals(Standing.MET_ON_TIME, bachu.entry(second).standing());
        bachu.open("2023-09-01");
        assertEquals(Standing.MISSED, bachu.entry(first).standing());
        assertTrue(bachu.happenings(first).containsAll(List.of(CAME_TOO_EARLY, OPENED, NEARED)));
    }

    private static Received<Handoff> evidence(String date) {
        return on(date, new PublicationEvidenced("p1", TOWNSHIP, LocalDate.parse(date), "digest", null));
    }

    private static Received<Handoff> surveyed(String date, String township) {
        return on(date, new CoverageSurveyed("s-" + township, township, List.of(), LocalDate.parse(date)));
    }
}
