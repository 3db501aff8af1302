package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.enrollment.ScreeningHandoff.DoubtDecided;
import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListResolved;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the notice asks for without a period has one in the policy: last good and first bad day of each. */
class ScreeningClocksTest extends OnPaper {

    private static final String OTHER = "370404002";

    @Test
    @Clause("yicheng-2024/五(八)")
    void thePoliceHandOverTheHouseholdsOfATownshipBeforeTheRosterIsDue() {
        books.open("2023-10-09");
        books.take(on("2023-10-09", households(TOWNSHIP)));
        books.open("2023-10-10");
        books.take(on("2023-10-10", households(OTHER)));
        assertEquals(Standing.MET_ON_TIME, standing("enrollment-households-updated:" + TOWNSHIP));
        assertEquals(Standing.MET_LATE, standing("enrollment-households-updated:" + OTHER));
        assertEquals(Standing.MISSED, standing("enrollment-households-updated:370404100"));
    }

    @Test
    @Clause("yicheng-2024/四(四)1-c")
    void everyDoubtOfAScreeningIsDecidedInTenWorkdaysAndNotOnlyTheFirst() {
        books.open("2023-10-09");
        books.take(on("2023-10-09", screened("s1", 2)), on("2023-10-09", screened("s2", 1)));
        books.take(on("2023-10-09", screened("none", 0)));
        books.open("2023-10-23");
        books.take(on("2023-10-10", decided("d1", "s1")), on("2023-10-10", decided("d1", "s1")));
        assertEquals(Standing.DUE_SOON, standing("enrollment-doubt-decided:s1"), "one of two");
        books.take(on("2023-10-23", decided("d2", "s1")));
        books.open("2023-10-24");
        books.take(on("2023-10-24", decided("d3", "s2")));
        assertEquals(Standing.MET_ON_TIME, standing("enrollment-doubt-decided:s1"));
        assertEquals(Standing.MET_LATE, standing("enrollment-doubt-decided:s2"));
        assertFalse(books.knows("enrollment-doubt-decided:none"));
    }

    @Test
    @Clause("yicheng-2024/五(十)")
    void theSchoolsOfATownshipLearnAMonthBeforeTheCampaignEndsWhoIsNotInsured() {
        books.open("2023-11-20");
        books.take(on("2023-11-20", uninsured(TOWNSHIP)));
        books.open("2023-11-21");
        books.take(on("2023-11-21", uninsured(OTHER)));
        assertEquals(Standing.MET_ON_TIME, standing("enrollment-uninsured-students-listed:" + TOWNSHIP));
        assertEquals(Standing.MET_LATE, standing("enrollment-uninsured-students-listed:" + OTHER));
        assertTrue(books.policy()
                .deadline("enrollment-uninsured-students-listed")
                .orElseThrow()
                .zero());
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void whoStandsOnTheRedListBecauseTheAgencyForgotHimIsMendedInTenWorkdays() {
        books.open("2023-11-29");
        books.take(
                on("2023-11-29", listed("a", BrokenLink.NOT_BOOKED_BY_AGENCY)),
                on("2023-11-29", listed("b", BrokenLink.NOT_BOOKED_BY_AGENCY)),
                on("2023-11-29", listed("c", BrokenLink.NOT_IN_TREASURY)),
                on("2023-11-29", listed("d", BrokenLink.INCOMPLETE)));
        books.open("2023-12-13");
        books.take(on("2023-12-13", resolved("a")));
        books.open("2023-12-14");
        books.take(on("2023-12-14", resolved("b")));
        assertEquals(Standing.MET_ON_TIME, standing("reconciliation-red-list-resolved:MEDICAL:a"));
        assertEquals(Standing.MET_LATE, standing("reconciliation-red-list-resolved:MEDICAL:b"));
        assertEquals(
                Department.MEDICAL_INSURANCE,
                books.entry("reconciliation-red-list-resolved:MEDICAL:a")
                        .obligation()
                        .owner());
        assertFalse(
                books.knows("reconciliation-red-list-resolved:MEDICAL:c"), "the treasury's days have their own clock");
        assertFalse(books.knows("reconciliation-red-list-resolved:MEDICAL:d"), "the resident has to pay the rest");
    }

    private static Standing standing(String id) {
        return books.entry(id).standing();
    }

    private static Handoff households(String township) {
        return new HouseholdsUpdated("feed-" + township, township, 10, 0, 0, 0, "digest", null, null);
    }

    private static Handoff screened(String id, int doubts) {
        Map<String, Integer> raised = doubts == 0 ? Map.of() : Map.of("left", doubts);
        return new IdentitiesScreened(id, "370404", 100, raised, LocalDate.of(2023, 10, 9));
    }

    private static Handoff decided(String doubt, String screening) {
        return new DoubtDecided(
                doubt,
                "person-" + doubt,
                "DIBAO",
                "left",
                ScreeningOutcome.KEPT,
                "属实",
                LocalDate.of(2023, 10, 10),
                screening);
    }

    private static Handoff uninsured(String township) {
        return new UninsuredStudentsListed("list-" + township, township, 3, LocalDate.of(2023, 11, 20));
    }

    private static Handoff listed(String person, BrokenLink link) {
        return new RedListIssued(
                person,
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(380),
                link,
                Department.MEDICAL_INSURANCE,
                LocalDate.of(2023, 11, 29),
                true);
    }

    private static Handoff resolved(String person) {
        return new RedListResolved(person, Insurance.MEDICAL, 2024, "ENTITLED", LocalDate.of(2023, 12, 13));
    }
}
