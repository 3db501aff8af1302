package cn.liangxian.policy;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Another county is another file and no line of Java")
class OtherCountiesTest {
    private static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final Policy HIGHLAND = policy("highland-2022");
    private static final Policy HARBOUR = policy("harbour-2025");

    @ParameterizedTest(name = "{0} of {1} is due {2}")
    @CsvSource({
        "enrollment-special-group-listed,2022-05-01,2022-06-01",
        "enrollment-identity-changed,2022-07-06,2022-07-20",
        "enrollment-households-updated,2022-08-10,2022-10-08",
        "enrollment-roster-delivered,2022-05-01,2022-06-16",
        "collection-agreements-to-renew,2023-01-05,2023-02-15",
        "collection-agreement-voided,2022-09-11,2022-10-10",
        "collection-progress-reported,2022-07-13,2022-07-15",
        "collection-progress-reported,2022-10-06,2022-09-30",
        "collection-cash-remitted,2022-08-14,2022-08-14",
        "reconciliation-treasury-statement-issued,2022-04-02,2022-05-09",
        "audit-evaluation-reported,2022-05-01,2023-03-10"
    })
    void deadlinesOfEveryShapeInARegionWithItsOwnHolidays(String handoff, LocalDate on, LocalDate due) {
        Deadline deadline = HIGHLAND.deadline(handoff).orElseThrow();
        Anchors anchors = HIGHLAND.anchors().on(on);
        assertEquals(due, deadline.rule().due(anchors));
        assertTrue(deadline.rule().onTime(due, anchors));
        assertFalse(deadline.rule().onTime(due.plusDays(1), anchors));
    }

    @Test
    void ageCanBeMeasuredOnOneDayForAllAndReachedOnTheDayAfterTheBirthday() {
        LocalDate anyDay = LocalDate.parse("2022-07-20");
        assertTrue(eligible(HIGHLAND, "2006-12-30", anyDay), "16 on 12-30, counted from 12-31");
        assertFalse(eligible(HIGHLAND, "2006-12-31", anyDay), "16 on 12-31, counted from 01-01");
    }

    @Test
    void aGroupMayBuildOnAGroupAndTheFirstRuleThatMatchesPays() {
        LocalDate on = LocalDate.parse("2022-07-20");
        PersonFacts young =
                PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.FEMALE).with("POOR");
        PersonFacts old =
                PersonFacts.resident(LocalDate.parse("1965-01-01"), Sex.FEMALE).with("POOR");
        Assessment third = HIGHLAND.assess(PENSION, young, on, Fen.ofYuan(100));
        assertEquals(Fen.ofYuan(33), third.proxy());
        assertEquals(Fen.ofYuan(67), third.self());
        assertEquals("highland-2022/9", third.shares().get(0).clause());
        assertEquals(
                Fen.ofYuan(2000),
                HIGHLAND.assess(PENSION, old, on, Fen.ofYuan(2000)).proxy());
    }

    @Test
    void aCountyThatSaysNothingAboutAnInsuranceGivesNoAnswerAboutIt() {
        PersonFacts person = PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.MALE);
        LocalDate on = LocalDate.parse("2024-10-01");
        assertThrows(IllegalArgumentException.class, () -> HARBOUR.assess(PENSION, person, on, null));
    }

    @ParameterizedTest(name = "paid {0}: {1} yuan, entitled from {2}")
    @CsvSource({
        "2024-09-01,400,2025-01-01",
        "2024-12-31,400,2025-01-01",
        "2025-01-01,400,2025-04-02",
        "2025-02-28,400,2025-05-30",
        "2025-03-01,1070,2025-05-30",
        "2025-12-31,1070,2026-03-31"
    })
    void eachPaymentWindowHasItsPriceAndItsWaitingTime(LocalDate paid, long yuan, LocalDate benefit) {
        PersonFacts person = PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.MALE);
        assertEquals(
                Fen.ofYuan(yuan), HARBOUR.assess(MEDICAL, person, paid, null).due());
        assertEquals(benefit, HARBOUR.benefitStart(MEDICAL, paid).from());
    }

    @Test
    void aFixedAidIsPaidAndTheRestStaysWithThePerson() {
        PersonFacts person =
                PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.MALE).with("LOW_INCOME");
        Assessment assessment = HARBOUR.assess(MEDICAL, person, LocalDate.parse("2024-10-08"), null);
        assertEquals(Fen.ofYuan(280), assessment.proxy());
        assertEquals(Fen.ofYuan(120), assessment.self());
        assertTrue(assessment.assumed(), "the funder is a reading");
    }

    @Test
    void whereNoTextGivesTheAmountsWhatIsDueIsAssumed() {
        Policy bachu = Policy.load(Path.of("../jurisdictions/bachu-2022.yaml"));
        Policy yicheng = Policy.load(Path.of("../jurisdictions/yicheng-2024.yaml"));
        PersonFacts person = PersonFacts.resident(LocalDate.parse("1990-01-01"), Sex.MALE);
        LocalDate on = LocalDate.parse("2023-11-01");
        assertTrue(bachu.assess(MEDICAL, person, on, null).assumed(), "the notice names no price");
        assertFalse(yicheng.assess(MEDICAL, person, on, null).assumed());
        assertTrue(bachu.assess(PENSION, person, on, Fen.ofYuan(200)).assumed());
        assertFalse(yicheng.assess(PENSION, person, on, Fen.ofYuan(350)).assumed(), "chosen, at a level of the notice");
        for (Insurance insurance : Insurance.values()) {
            assertTrue(bachu.windows(insurance).stream().allMatch(PaymentWindow::assumed));
            assertTrue(yicheng.windows(insurance).stream().noneMatch(PaymentWindow::assumed));
            assertTrue(bachu.tiers(insurance, person, on).stream().allMatch(Tier::assumed));
        }
    }

    @Test
    void aDayThatTheTextGivesIsNotAssumedBecauseSomethingElseIs() {
        Policy bachu = Policy.load(Path.of("../jurisdictions/bachu-2022.yaml"));
        Deadline zeroAlone = bachu.deadline("collection-amount-change-applied").orElseThrow();
        assertFalse(zeroAlone.assumed());
        assertFalse(zeroAlone.dueAssumed());
        Deadline whoOwes = bachu.deadline("audit-training-held").orElseThrow();
        assertTrue(whoOwes.assumed(), "that each township owes it is a reading");
        assertFalse(whoOwes.dueAssumed(), "the end of the year is not");
        LocalDate start = LocalDate.parse("2023-11-01");
        assertEquals(
                new Until(LocalDate.parse("2023-11-03"), false),
                bachu.deadline("enrollment-identity-changed")
                        .orElseThrow()
                        .until(start, bachu.anchors())
                        .orElseThrow());
        assertTrue(bachu.deadline("subsidy-funds-appropriated")
                .orElseThrow()
                .until(start, bachu.anchors())
                .orElseThrow()
                .assumed());
    }

    @Test
    void aCountyNamesItsOwnPartiesClocksAndLadder() {
        Deadline voided = HIGHLAND.deadline("collection-agreement-voided").orElseThrow();
        assertEquals(List.of(Department.TAX), voided.from());
        assertEquals(List.of(Department.TOWNSHIP), voided.to());
        Deadline paid = HIGHLAND.deadline("collection-contribution-paid").orElseThrow();
        assertEquals(Optional.of("enrollment-roster-line"), paid.trigger());
        assertTrue(
                HIGHLAND.deadline("collection-progress-reported").orElseThrow().zero());
        assertFalse(paid.zero());
        EscalationStep report = HIGHLAND.escalation().get(1);
        assertFalse(report.before());
        assertEquals("报告 reported", report.zh() + " " + report.en());
        assertEquals(LocalDate.parse("2022-07-29"), report.on(LocalDate.parse("2022-07-15")));
        assertEquals(List.of(Department.DISCIPLINE), report.to(Department.TAX, Department.TOWNSHIP));
        EscalationStep remind = HIGHLAND.escalation().get(0);
        assertEquals(LocalDate.parse("2022-07-05"), remind.on(LocalDate.parse("2022-07-15")), "the Eid lies between");
        assertEquals(List.of(Department.TAX), remind.to(Department.TAX, Department.TOWNSHIP));
    }

    @Test
    void aCountyMayLetItsStageRollToTheNextWorkday() {
        Deadline deadline = HARBOUR.deadline("audit-publication-evidenced").orElseThrow();
        assertEquals(
                LocalDate.parse("2025-02-05"),
                deadline.rule().due(HARBOUR.anchors()),
                "01-31 lies in the Spring Festival");
    }

    private static boolean eligible(Policy policy, String birth, LocalDate on) {
        PersonFacts person = PersonFacts.resident(LocalDate.parse(birth), Sex.MALE);
        return policy.eligible(PENSION, person, on).eligible();
    }

    private static Policy policy(String id) {
        return Policy.load(Path.of("src/test/resources/policies/" + id + ".yaml"), HOLIDAYS);
    }
}
