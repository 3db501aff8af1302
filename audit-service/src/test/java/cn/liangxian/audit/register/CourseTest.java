package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Happening.CAME_TOO_EARLY;
import static cn.liangxian.audit.register.Happening.FULFILLED;
import static cn.liangxian.audit.register.Happening.FULFILLED_LATE;
import static cn.liangxian.audit.register.Happening.NEARED;
import static cn.liangxian.audit.register.Happening.OPENED;
import static cn.liangxian.audit.register.Happening.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.liangxian.audit.AuditHandoff.Obligation;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final LocalDate OPENS = LocalDate.parse("2023-10-10");
    private static final LocalDate DUE = LocalDate.parse("2023-10-20");
    private static final Pace SOON =
            new Pace(Policy.load(TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml"))
                    .escalation());
    private static final Entry EXPECTED = new Entry(
            new Obligation(
                    "x:1",
                    "x",
                    Department.TAX,
                    Department.TOWNSHIP,
                    Map.of(),
                    "clause",
                    false,
                    OPENS,
                    DUE,
                    "1",
                    0,
                    null),
            1,
            "",
            List.of(),
            Standing.EXPECTED,
            null,
            null,
            null);

    @Test
    void whatComesOnTheLastGoodDayIsOnTime() {
        Course.Run run = run(EXPECTED, fulfilledOn(DUE), DUE);
        assertEquals(Standing.MET_ON_TIME, run.entry().standing());
        assertEquals(0, run.entry().daysLate());
        assertEquals(List.of(OPENED, FULFILLED), happenings(run));
    }

    @Test
    void whatComesOnTheDayAfterIsLateAndWasMissedFirst() {
        Course.Run run = run(EXPECTED, fulfilledOn(DUE.plusDays(1)), DUE);
        assertEquals(Standing.MET_LATE, run.entry().standing());
        assertEquals(1, run.entry().daysLate());
        assertEquals(DUE.plusDays(1), run.entry().missedOn());
        assertEquals(List.of(OPENED, PASSED, FULFILLED_LATE), happenings(run));
    }

    @Test
    void onTheDueDayNothingIsMissedYet() {
        assertEquals(Standing.DUE_SOON, run(EXPECTED, null, DUE).entry().standing());
    }

    @Test
    void onTheDayAfterTheDueDayItIsMissed() {
        Course.Run run = run(EXPECTED, null, DUE.plusDays(1));
        assertEquals(Standing.MISSED, run.entry().standing());
        assertEquals(DUE.plusDays(1), run.entry().missedOn());
    }

    @Test
    void aMissThatIsFoundDaysLaterIsDatedOnTheFirstLateDay() {
        assertEquals(
                DUE.plusDays(1), run(EXPECTED, null, DUE.plusDays(9)).entry().missedOn());
    }

    @Test
    void theClockStandsStillBeforeItsWindowOpens() {
        Course.Run run = run(EXPECTED, null, OPENS.minusDays(1));
        assertEquals(Standing.EXPECTED, run.entry().standing());
        assertEquals(List.of(), run.facts());
    }

    @Test
    void itIsDueSoonThreeDaysBeforeAndNotFour() {
        assertEquals(
                Standing.OPEN, run(EXPECTED, null, DUE.minusDays(4)).entry().standing());
        assertEquals(List.of(OPENED, NEARED), happenings(run(EXPECTED, null, DUE.minusDays(3))));
    }

    @Test
    void anEventOfAnEarlierDateCorrectsAMissByAFurtherFact() {
        Entry missed = run(EXPECTED, null, DUE.plusDays(2)).entry();
        Course.Run corrected = run(missed, fulfilledOn(DUE), DUE.plusDays(2));
        assertEquals(Standing.MET_ON_TIME, corrected.entry().standing());
        assertNull(corrected.entry().missedOn());
        assertEquals(List.of(FULFILLED), happenings(corrected));
    }

    @Test
    void anEventOfALaterDateChangesNothing() {
        Entry met = run(EXPECTED, fulfilledOn(DUE), DUE).entry();
        assertEquals(List.of(), run(met, fulfilledOn(DUE), DUE.plusDays(5)).facts());
    }

    @Test
    void aClockThatStartedEarlierCanMakeLateWhatWasOnTime() {
        Entry met = run(EXPECTED, fulfilledOn(DUE), DUE).entry();
        Obligation o = met.obligation();
        Obligation earlier = new Obligation(
                o.obligationId(),
                o.handoff(),
                o.owner(),
                o.receiver(),
                o.scope(),
                o.clause(),
                o.assumed(),
                OPENS.minusDays(1),
                DUE.minusDays(1),
                o.area(),
                o.residents(),
                o.inherited());
        Entry moved = new Entry(earlier, 1, "e1", List.of(), met.standing(), met.missedOn(), met.met(), null);
        Course.Run run = Course.run(moved, met.met(), null, DUE, SOON, true);
        assertEquals(Standing.MET_LATE, run.entry().standing());
        assertEquals(1, run.entry().daysLate());
    }

    @Test
    void whatComesBeforeTheWindowOpensIsKeptAndMeetsNothing() {
        Fulfilment early = fulfilledOn(OPENS.minusDays(1));
        Course.Run before = Course.run(EXPECTED, null, early, OPENS.minusDays(1), SOON, false);
        assertEquals(Standing.EXPECTED, before.entry().standing());
        assertEquals(OPENS.minusDays(1), before.entry().earlyOn());
        assertEquals(List.of(CAME_TOO_EARLY), happenings(before));
        Course.Run opened = Course.run(before.entry(), null, early, OPENS, SOON, false);
        assertEquals(Standing.OPEN, opened.entry().standing());
        assertEquals(List.of(OPENED), happenings(opened), "told once");
        Course.Run missed = Course.run(opened.entry(), null, early, DUE.plusDays(1), SOON, false);
        assertEquals(Standing.MISSED, missed.entry().standing());
        Course.Run again = Course.run(opened.entry(), fulfilledOn(OPENS), early, OPENS, SOON, false);
        assertEquals(Standing.MET_ON_TIME, again.entry().standing(), "sent again on the first day");
    }

    @Test
    void nothingHappensToWhatIsWaivedOrVoid() {
        for (Standing last : List.of(Standing.WAIVED, Standing.VOID)) {
            Course.Run run = run(EXPECTED.standing(last), fulfilledOn(DUE), DUE.plusDays(3));
            assertEquals(last, run.entry().standing());
            assertEquals(List.of(), run.facts());
        }
    }

    private static Course.Run run(Entry entry, Fulfilment earliest, LocalDate today) {
        return Course.run(entry, earliest, null, today, SOON, false);
    }

    private static Fulfilment fulfilledOn(LocalDate date) {
        return new Fulfilment(date, "event", "REPORTED");
    }

    private static List<Happening> happenings(Course.Run run) {
        return run.facts().stream().map(Fact::happening).toList();
    }
}
