package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Deadline.Per;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class YichengDeadlinesTest {
    private static final Policy POLICY = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));

    /** handoff, the day its clock starts (its trigger's or business day), last good day, first bad day */
    @ParameterizedTest(name = "{0}: {2} is on time, {3} is late")
    @CsvFileSource(resources = "/yicheng-2024-deadlines.csv", numLinesToSkip = 1)
    void everyDeadlineHasALastGoodAndAFirstBadDay(
            String handoff, LocalDate clock, LocalDate lastGood, LocalDate firstBad) {
        DeadlineEdges.check(POLICY, handoff, clock, lastGood, firstBad);
    }

    @Test
    void noDeadlineIsLeftWithoutItsEdges() throws java.io.IOException {
        assertEquals(POLICY.deadlines().keySet(), DeadlineEdges.tested("yicheng-2024-deadlines.csv"));
    }

    @Test
    void everyDeadlineNamesItsClauseAndOnlyThePublicationStageIsDatedByTheText() {
        for (Deadline deadline : POLICY.deadlines().values()) {
            assertTrue(deadline.clause().startsWith("yicheng-2024/"), deadline.handoff());
            assertEquals(!deadline.handoff().equals("audit-publication-evidenced"), deadline.assumed());
        }
    }

    @Test
    void whoOwesWhatPerWhat() {
        assertEquals(List.of(Per.DEPARTMENT, Per.TOWNSHIP, Per.LIST), per("enrollment-special-group-listed"));
        assertEquals(List.of(Per.INSURANCE), per("enrollment-roster-delivered"));
        assertEquals(List.of(Per.TOWNSHIP), per("collection-payable-roster-issued"));
        assertEquals(List.of(Per.TOWNSHIP), per("audit-publication-evidenced"));
        assertTrue(
                POLICY.deadline("enrollment-special-group-listed").orElseThrow().sealed());
    }

    @Test
    void theCollectionRosterNeedsTwoReviewers() {
        assertEquals(
                List.of(Department.TAX, Department.SOCIAL_INSURANCE),
                POLICY.reviewers("collection-payable-roster-issued"));
        assertEquals(List.of(), POLICY.reviewers("audit-evaluation-reported"));
    }

    @Test
    void publicationOpensTheDayAfterTheCampaign() {
        Deadline deadline = POLICY.deadline("audit-publication-evidenced").orElseThrow();
        assertEquals(
                LocalDate.parse("2023-12-21"),
                deadline.rule().opens(POLICY.anchors()).orElseThrow());
    }

    @Test
    void theRunsThatTheTextLeavesOpenHaveDates() {
        Schedule runs = POLICY.schedule("on-behalf.runs");
        assertTrue(POLICY.runs("on-behalf.runs", LocalDate.parse("2023-12-18")));
        assertFalse(POLICY.runs("on-behalf.runs", LocalDate.parse("2023-12-17")));
        assertTrue(
                POLICY.runs("on-behalf.runs", LocalDate.parse("2023-12-31")),
                "birthdays up to the last day of the year");
        assertFalse(POLICY.runs("no such schedule", LocalDate.parse("2023-12-18")));
        LocalDate last = runs.dates().get(runs.dates().size() - 1);
        assertEquals(POLICY.feeYear(), last.getYear(), "statuses that begin in the fee year are paid for in it");
        LocalDate paid = due(
                "subsidy-proxy-paid",
                "subsidy-funds-appropriated",
                due("subsidy-funds-appropriated", "subsidy-funds-applied", last));
        assertTrue(POLICY.effective().covers(paid), "a punctual chain of the last run ends in force");
        assertTrue(runs.assumed());
        Schedule progress = POLICY.schedule("progress");
        assertEquals(LocalDate.parse("2023-10-27"), progress.dates().get(0));
        assertEquals(8, progress.dates().size());
        assertEquals(
                List.of(LocalDate.parse("2023-12-21")),
                POLICY.schedule("publication").dates());
    }

    @ParameterizedTest
    @CsvSource({"2023-11-15,2023-11-29", "2023-12-29,2024-01-15"})
    void whoPaidAndIsNotEntitledAfterTenWorkdaysStandsOnTheRedList(LocalDate paid, LocalDate listed) {
        assertEquals(listed, POLICY.schedule("red-list.after").dueAfter(paid));
    }

    @Test
    void aPunctualChainOfTheLastProxyRunOfTheCampaignEndsInsideTheYear() {
        LocalDate applied = POLICY.schedule("on-behalf.runs").dates().get(2);
        LocalDate appropriated = due("subsidy-funds-appropriated", "subsidy-funds-applied", applied);
        LocalDate paid = due("subsidy-proxy-paid", "subsidy-funds-appropriated", appropriated);
        assertTrue(paid.isBefore(LocalDate.parse("2024-01-01")), "so that nobody paid for has to wait");
    }

    private static LocalDate due(String handoff, String trigger, LocalDate day) {
        return POLICY.deadline(handoff)
                .orElseThrow()
                .rule()
                .due(POLICY.anchors().with(trigger, day));
    }

    private static List<Per> per(String handoff) {
        return POLICY.deadline(handoff).orElseThrow().per();
    }
}
