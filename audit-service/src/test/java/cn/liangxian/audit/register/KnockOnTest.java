package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.applied;
import static cn.liangxian.audit.register.Stimuli.appropriated;
import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.details;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.treasuryDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff;
import cn.liangxian.audit.AuditHandoff.DeadlineDueSoon;
import cn.liangxian.audit.AuditHandoff.DeadlineEscalated;
import cn.liangxian.audit.AuditHandoff.DeadlineOpened;
import cn.liangxian.audit.AuditHandoff.DeadlineWaived;
import cn.liangxian.audit.AuditHandoff.Inherited;
import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnockOnTest extends OnPaper {

    private static final String PAYABLE = "collection-payable-roster-issued:" + TOWNSHIP;
    private static final String TREASURY = "reconciliation-treasury-day-received:MEDICAL:2023-10-25";
    private static final String BALANCE = "reconciliation-day-balanced:MEDICAL:2023-10-25";
    private static final String DETAILS = "reconciliation-payment-details-passed:MEDICAL:2023-10-25";
    private static final String ENTITLEMENT = "reconciliation-entitlement-recorded:MEDICAL:d1";
    private static final String APPROPRIATED = "subsidy-funds-appropriated:a1";
    private static final String PROXY = "subsidy-proxy-paid:a1";

    @Test
    void latenessOfTheTriggerIsHandedDownTheWholeChainWithTheResidentsTouched() {
        books.open("2023-10-25");
        books.open("2023-11-10");
        books.take(on("2023-10-30", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        assertEquals(List.of(link(TREASURY, Department.TREASURY, 4)), inherited(BALANCE));
        // due on the 31st, so on time: nothing is added
        books.take(on("2023-10-31", balanced("2023-10-25", Insurance.MEDICAL, Fen.ofYuan(760))));
        assertEquals(List.of(link(TREASURY, Department.TREASURY, 4)), inherited(DETAILS));
        // due on 11-02, so a day late: the second link
        books.take(on("2023-11-03", details("d1", "2023-10-25", Insurance.MEDICAL, "p1", "p2")));
        Entry entitlement = books.entry(ENTITLEMENT);
        assertEquals(
                List.of(link(TREASURY, Department.TREASURY, 4), link(DETAILS, Department.TAX, 1)),
                entitlement.obligation().inherited());
        assertEquals(2, entitlement.obligation().residents());
    }

    @Test
    void whereTheTriggerNamesNobodyTheNumberComesFromWhatItWasOwedFor() {
        books.open("2023-12-20");
        // no number of its own, and nothing it was owed for is known yet
        books.take(on("2024-01-10", appropriated("a1")));
        assertEquals(0, books.entry(PROXY).obligation().residents());
        books.take(on("2023-12-22", applied("a1", 310)));
        assertEquals(310, books.entry(PROXY).obligation().residents());
        assertEquals(
                List.of(new Inherited(APPROPRIATED, "subsidy-funds-appropriated", Department.FINANCE, "370404", 12)),
                inherited(PROXY));
    }

    @Test
    void aDayOfTheTreasuryIsAboutThoseWhoseClaimsWereSettledOnIt() {
        books.knows((date, insurance) -> insurance == Insurance.MEDICAL ? 42 : 0);
        books.open("2023-10-25");
        books.take(on("2023-10-30", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        assertEquals(42, books.entry(BALANCE).obligation().residents());
    }

    @Test
    void aUnitIsToldHowManyResidentsItsLatenessTouchedCountedOnceForEachLateObligation() {
        books.open("2023-10-25");
        books.open("2023-12-20");
        books.knows((date, insurance) -> 42);
        books.take(on("2023-10-30", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        // the second link of the same chain names more: the most that one of them is about counts, not the sum
        books.take(on("2023-10-31", balanced("2023-10-25", Insurance.MEDICAL, Fen.ofYuan(760))));
        books.knows((date, insurance) -> 8);
        books.take(on("2023-10-30", treasuryDay("2023-10-25", Insurance.PENSION)));
        Punctuality treasury = unit(Department.TREASURY);
        assertEquals(50, treasury.residents());
        assertEquals(3, treasury.delayed());
        assertEquals(12, treasury.delayDays());
        assertEquals(0, unit(Department.TAX).residents());
        assertTrue(treasury.assumed() >= 2, "next working day stands in no text");
    }

    private static Punctuality unit(Department department) {
        return books.units().stream()
                .filter(unit -> unit.department() == department && unit.area().equals("370404"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTriggerOnItsLastGoodDayHandsNothingDown() {
        books.open("2023-10-25");
        books.take(on("2023-10-26", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        assertNull(inherited(BALANCE));
    }

    @Test
    void aTriggerOnItsFirstBadDayHandsOneDayDown() {
        books.open("2023-10-25");
        books.take(on("2023-10-27", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        assertEquals(List.of(link(TREASURY, Department.TREASURY, 1)), inherited(BALANCE));
    }

    @Test
    void anEarlierTriggerThatArrivesLaterTakesTheInheritedLatenessBackByANewFact() {
        books.open("2023-10-25");
        books.open("2023-11-06");
        books.take(on("2023-10-30", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        books.take(on("2023-10-31", balanced("2023-10-25", Insurance.MEDICAL, Fen.ofYuan(760))));
        List<AuditHandoff> told = books.take(on("2023-10-26", treasuryDay("2023-10-25", Insurance.MEDICAL)));
        assertNull(inherited(BALANCE));
        // the balance of the 31st was due on the 27th, by itself now
        assertEquals(
                List.of(link(BALANCE, Department.TAX, 4)),
                books.entry(DETAILS).obligation().inherited());
        assertTrue(books.happenings(DETAILS).contains(Happening.RESTATED));
        assertTrue(told.stream()
                .anyMatch(h -> h instanceof DeadlineOpened opened
                        && opened.obligation().obligationId().equals(DETAILS)
                        && opened.obligation().inherited().size() == 1));
    }

    @Test
    void whatIsHandedOverSaysWhatCannotBeginBefore() {
        DeadlineOpened opened = books.openOnly(LocalDate.parse("2023-10-25")).stream()
                .filter(h -> h instanceof DeadlineOpened o
                        && o.obligation().obligationId().equals(TREASURY))
                .map(DeadlineOpened.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        "reconciliation-day-balanced",
                        "reconciliation-payment-details-passed",
                        "reconciliation-entitlement-recorded"),
                opened.awaitedBy());
    }

    @Test
    @Clause("yicheng-2024/七")
    void theLadderIsClimbedStepByStepOnItsDaysAndEachStepOnce() {
        books.open("2023-10-15");
        assertEquals(List.of(), pressed("2023-10-16"));
        assertEquals(List.of("due-soon", "remind"), pressed("2023-10-17"));
        assertEquals(List.of(), pressed("2023-10-20"));
        // 1d after Friday the 20th is a Saturday: the next working day
        assertEquals(List.of(), pressed("2023-10-22"));
        assertEquals(List.of("urge"), pressed("2023-10-23"));
        assertEquals(List.of(), pressed("2023-10-26"));
        assertEquals(List.of("circulate"), pressed("2023-10-27"));
        assertEquals(List.of(), pressed("2023-11-30"));
    }

    @Test
    void whoHasHandedOverIsNotPressed() {
        books.open("2023-10-15");
        books.open("2023-10-22");
        books.take(on("2023-10-22", payable(TOWNSHIP)));
        assertEquals(List.of(), pressed("2023-10-27"));
    }

    @Test
    void anExcusedObligationIsNeitherPressedNorMovedByWhatComes() {
        books.open("2023-10-15");
        books.open("2023-10-21");
        Excuse excuse = new Excuse(
                Happening.WAIVED,
                LocalDate.parse("2023-10-21"),
                "w1",
                "清册重复",
                Department.TAX,
                Department.COUNTY_GOVERNMENT);
        DeadlineWaived waived = (DeadlineWaived) books.excuse(PAYABLE, excuse).get(0);
        assertEquals(Department.COUNTY_GOVERNMENT, waived.approver());
        assertEquals(List.of(), pressed("2023-10-27"));
        books.take(on("2023-10-19", payable(TOWNSHIP)));
        assertEquals(Standing.WAIVED, books.entry(PAYABLE).standing());
        assertThrows(IllegalStateException.class, () -> books.excuse(PAYABLE, excuse));
    }

    /** The steps that are handed over about the roster of the township when the dates up to this one are opened. */
    private static List<String> pressed(String date) {
        return books.openAll(date).stream()
                .map(h -> h instanceof DeadlineEscalated step
                                && step.obligation().obligationId().equals(PAYABLE)
                        ? step.step()
                        : h instanceof DeadlineDueSoon soon
                                        && soon.obligation().obligationId().equals(PAYABLE)
                                ? "due-soon"
                                : "")
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static Inherited link(String id, Department owner, int days) {
        return new Inherited(id, id.substring(0, id.indexOf(':')), owner, "370404", days);
    }

    private static List<Inherited> inherited(String id) {
        return books.entry(id).obligation().inherited();
    }
}
