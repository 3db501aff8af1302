package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Happening.FULFILLED;
import static cn.liangxian.audit.register.Happening.FULFILLED_LATE;
import static cn.liangxian.audit.register.Happening.NEARED;
import static cn.liangxian.audit.register.Happening.OPENED;
import static cn.liangxian.audit.register.Happening.PASSED;
import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.details;
import static cn.liangxian.audit.register.Stimuli.entitled;
import static cn.liangxian.audit.register.Stimuli.list;
import static cn.liangxian.audit.register.Stimuli.nobody;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.treasuryDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff;
import cn.liangxian.audit.AuditHandoff.DeadlineMet;
import cn.liangxian.audit.AuditHandoff.DeadlineMissed;
import cn.liangxian.audit.AuditHandoff.DeadlineOpened;
import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportFailureClosed;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportRejected;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Received;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest extends OnPaper {

    private static final String PAYABLE = "collection-payable-roster-issued:" + TOWNSHIP;

    @Test
    void aHandoffOnTheLastGoodDayIsOnTime() {
        books.open("2023-10-01");
        books.open("2023-10-20");
        List<AuditHandoff> told = books.take(on("2023-10-20", payable(TOWNSHIP)));
        books.open("2023-10-25");
        assertEquals(Standing.MET_ON_TIME, books.entry(PAYABLE).standing());
        assertEquals(0, ((DeadlineMet) told.get(0)).daysLate());
        assertEquals(
                LocalDate.parse("2023-10-20"), books.entry(PAYABLE).obligation().due());
    }

    @Test
    void aHandoffOnTheDayAfterIsLate() {
        books.open("2023-10-01");
        books.open("2023-10-21");
        assertEquals(Standing.MISSED, books.entry(PAYABLE).standing());
        List<AuditHandoff> told = books.take(on("2023-10-21", payable(TOWNSHIP)));
        assertEquals(Standing.MET_LATE, books.entry(PAYABLE).standing());
        assertEquals(1, ((DeadlineMet) told.get(0)).daysLate());
        assertEquals(List.of(OPENED, NEARED, PASSED, FULFILLED_LATE), books.happenings(PAYABLE));
    }

    @Test
    void nothingIsMissedWhileTheDueDayLasts() {
        books.open("2023-10-20");
        assertEquals(Standing.DUE_SOON, books.entry(PAYABLE).standing());
        List<AuditHandoff> told = books.openOnly(LocalDate.parse("2023-10-21"));
        assertEquals(Standing.MISSED, books.entry(PAYABLE).standing());
        assertTrue(told.stream()
                .anyMatch(h -> h instanceof DeadlineMissed missed
                        && missed.obligation().obligationId().equals(PAYABLE)
                        && missed.missedOn().equals(LocalDate.parse("2023-10-21"))));
    }

    @Test
    void anEventThatArrivesAfterTheSweepWithAnEarlierBusinessDateCorrectsTheRegisterByANewFact() {
        books.open("2023-10-22");
        List<AuditHandoff> told = books.take(on("2023-10-20", payable(TOWNSHIP)));
        assertEquals(Standing.MET_ON_TIME, books.entry(PAYABLE).standing());
        assertNull(books.entry(PAYABLE).missedOn());
        assertEquals(List.of(OPENED, PASSED, FULFILLED), books.happenings(PAYABLE));
        assertEquals(0, ((DeadlineMet) told.get(0)).daysLate());
    }

    @Test
    void anEventBeforeItsObligationIsOpenedCountsWhenItOpens() {
        books.take(on("2023-10-19", payable(TOWNSHIP)));
        assertFalse(books.knows(PAYABLE));
        books.open("2023-10-19");
        assertEquals(Standing.MET_ON_TIME, books.entry(PAYABLE).standing());
    }

    @Test
    void theSameEventAgainIsNoFurtherFact() {
        books.open("2023-10-19");
        Received<Handoff> issued = on("2023-10-19", payable(TOWNSHIP));
        books.take(issued);
        List<Happening> once = books.happenings(PAYABLE);
        assertEquals(List.of(), books.take(issued));
        assertEquals(once, books.happenings(PAYABLE));
    }

    @Test
    void everyTownshipOwesItsOwn() {
        books.open("2023-10-19");
        books.take(on("2023-10-19", payable(TOWNSHIP)));
        assertEquals(
                Standing.DUE_SOON,
                books.entry("collection-payable-roster-issued:370404002").standing());
    }

    @Test
    void aListBeforeTheCampaignIsOnTimeAndOneOnItsFirstDayIsLate() {
        books.open("2023-09-20");
        books.open("2023-10-01");
        books.take(
                on("2023-09-30", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.ACCEPTED)),
                on("2023-10-01", list(Department.VETERANS, "ENTITLED_GROUP", TOWNSHIP, Grade.ACCEPTED_WITH_ERRORS)));
        assertEquals(
                Standing.MET_ON_TIME,
                listed(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP).standing());
        Entry veterans = listed(Department.VETERANS, "ENTITLED_GROUP", TOWNSHIP);
        assertEquals(Standing.MET_LATE, veterans.standing());
        assertEquals("REPORTED_WITH_ERRORS", veterans.met().manner());
        assertEquals(Department.VETERANS, veterans.obligation().owner());
    }

    @Test
    void aListThatWasNotAppliedIsStillOwed() {
        books.open("2023-09-30");
        books.take(
                on("2023-09-30", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.REJECTED)),
                on("2023-09-30", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.PARTIAL)));
        assertEquals(
                Standing.DUE_SOON,
                listed(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP).standing());
    }

    @Test
    void confirmedZeroIsNeitherMissingNorLate() {
        books.open("2023-09-30");
        books.take(on("2023-09-30", nobody(Department.VETERANS, "ENTITLED_GROUP", TOWNSHIP)));
        books.open("2023-10-03");
        Entry entry = listed(Department.VETERANS, "ENTITLED_GROUP", TOWNSHIP);
        assertEquals(Standing.MET_ON_TIME, entry.standing());
        assertEquals("CONFIRMED_ZERO", entry.met().manner());
    }

    @Test
    void aDepartmentOwesEachOfItsLists() {
        books.open("2023-09-30");
        books.take(on("2023-09-30", list(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP, Grade.ACCEPTED)));
        assertEquals(
                Standing.MET_ON_TIME,
                listed(Department.CIVIL_AFFAIRS, "DIBAO", TOWNSHIP).standing());
        assertEquals(
                Standing.DUE_SOON,
                listed(Department.CIVIL_AFFAIRS, "TEKUN", TOWNSHIP).standing());
    }

    @Test
    void eachInsuranceHasATreasuryDayOfItsOwn() {
        books.open("2023-10-26");
        books.take(on("2023-10-27", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        books.open("2023-10-28");
        assertEquals(
                Standing.MET_ON_TIME,
                books.entry("reconciliation-treasury-day-received:MEDICAL:2023-10-26")
                        .standing());
        assertEquals(
                Standing.MISSED,
                books.entry("reconciliation-treasury-day-received:PENSION:2023-10-26")
                        .standing());
    }

    @Test
    void aListOfTheWholeCountyCountsForEachTownship() {
        books.open("2023-09-30");
        books.take(on("2023-09-30", list(Department.HEALTH, "FAMILY_PLANNING", "370404", Grade.ACCEPTED)));
        books.policy()
                .jurisdiction()
                .townships()
                .forEach(township -> assertEquals(
                        Standing.MET_ON_TIME,
                        listed(Department.HEALTH, "FAMILY_PLANNING", township.code())
                                .standing()));
    }

    @Test
    void anotherHandoffStartsTheClockAndWorkdaysAreCounted() {
        // received on Friday the 27th: the next working day is Monday the 30th
        books.open("2023-10-30");
        List<AuditHandoff> told = books.take(on("2023-10-27", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        Entry entry = books.entry(balancedOn("2023-10-26"));
        assertEquals(LocalDate.parse("2023-10-30"), entry.obligation().due());
        assertEquals(Standing.DUE_SOON, entry.standing());
        assertTrue(told.stream().anyMatch(h -> h instanceof DeadlineOpened));
        books.take(on("2023-10-30", balanced("2023-10-26", Insurance.MEDICAL, Fen.ofYuan(380))));
        assertEquals(Standing.MET_ON_TIME, books.entry(balancedOn("2023-10-26")).standing());
    }

    @Test
    void theEventThatMeetsMayArriveBeforeTheOneThatStartsTheClock() {
        books.open("2023-11-06");
        books.take(on("2023-10-31", balanced("2023-10-26", Insurance.MEDICAL, Fen.ofYuan(380))));
        books.take(on("2023-10-27", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        Entry entry = books.entry(balancedOn("2023-10-26"));
        assertEquals(Standing.MET_LATE, entry.standing());
        assertEquals(1, entry.daysLate());
    }

    @Test
    void anEarlierStartThatArrivesLaterMovesTheDueDateBack() {
        books.open("2023-10-30");
        books.take(on("2023-10-30", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        assertEquals(
                LocalDate.parse("2023-10-31"),
                books.entry(balancedOn("2023-10-26")).obligation().due());
        books.take(on("2023-10-26", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        assertEquals(
                LocalDate.parse("2023-10-27"),
                books.entry(balancedOn("2023-10-26")).obligation().due());
        assertEquals(Standing.MISSED, books.entry(balancedOn("2023-10-26")).standing());
    }

    @Test
    void entitlementIsOnTimeOnlyWhenEverybodyOfTheDetailsIsEntitled() {
        books.open("2023-11-06");
        books.take(on("2023-10-30", details("d1", "2023-10-26", Insurance.MEDICAL, "p1", "p2", "p3")));
        books.take(
                on("2023-11-01", entitled("p1", Insurance.MEDICAL, "d1", "2023-11-01")),
                on("2023-11-01", entitled("p2", Insurance.MEDICAL, "d1", "2023-11-01")));
        String id = "reconciliation-entitlement-recorded:MEDICAL:d1";
        assertEquals(Standing.DUE_SOON, books.entry(id).standing());
        books.take(on("2023-11-06", entitled("p3", Insurance.MEDICAL, "d1", "2023-11-06")));
        assertEquals(Standing.MET_ON_TIME, books.entry(id).standing());
        assertEquals(LocalDate.parse("2023-11-06"), books.entry(id).met().on());
        assertEquals(Department.MEDICAL_INSURANCE, books.entry(id).obligation().owner());
    }

    @Test
    void aDayOnWhichNoClaimWasCompletedAsksForNoDetails() {
        books.open("2023-10-30");
        books.knows((date, insurance) -> insurance == Insurance.MEDICAL ? 1 : 0);
        books.take(
                on("2023-10-27", balanced("2023-10-26", Insurance.PENSION, Fen.ofYuan(190))),
                on("2023-10-27", balanced("2023-10-26", Insurance.MEDICAL, Fen.ofYuan(380))));
        assertFalse(books.knows("reconciliation-payment-details-passed:PENSION:2023-10-26"));
        assertTrue(books.knows("reconciliation-payment-details-passed:MEDICAL:2023-10-26"));
    }

    @Test
    void aWindowThatLiesAheadIsExpectedAndOpensOnItsFirstDay() {
        String id = "audit-publication-evidenced:" + TOWNSHIP;
        books.open("2023-12-20");
        assertEquals(Standing.EXPECTED, books.entry(id).standing());
        books.open("2023-12-21");
        assertEquals(Standing.OPEN, books.entry(id).standing());
    }

    private static String balancedOn(String date) {
        return "reconciliation-day-balanced:MEDICAL:" + date;
    }

    @Test
    void whoFollowsTheHandoffsAloneIsToldTheStandingAgainWhenTheDueDateMoves() {
        books.open("2023-10-30");
        books.take(on("2023-10-30", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        books.take(on("2023-10-27", balanced("2023-10-26", Insurance.MEDICAL, Fen.ofYuan(380))));
        List<AuditHandoff> told = books.take(on("2023-10-27", treasuryDay("2023-10-26", Insurance.MEDICAL)));
        assertTrue(told.get(0) instanceof DeadlineOpened);
        assertTrue(told.get(1) instanceof DeadlineMet);
        assertEquals(Standing.MET_ON_TIME, books.entry(balancedOn("2023-10-26")).standing());
    }

    private static Entry listed(Department department, String category, String township) {
        return books.entry("enrollment-special-group-listed:" + department + ":" + township + ":" + category);
    }

    @Test
    @Clause({"yicheng-2024/五(一)-f", "yicheng-2024/五(一)-g"})
    void whatCouldNotBeImportedIsOwedForEachPersonAndNotForTheList() {
        books.open("2023-10-08");
        books.take(on("2023-10-08", rejected(4)), on("2023-10-08", rejected(5)), on("2023-10-08", rejected(6)));
        books.open("2023-10-20");
        books.take(on("2023-10-20", closed(4)));
        books.open("2023-10-23");
        books.take(on("2023-10-23", closed(5)));
        String failures = "enrollment-import-failure-closed:CIVIL_AFFAIRS:list-1:";
        assertEquals(Standing.MET_ON_TIME, books.entry(failures + 4).standing());
        assertEquals(Standing.MET_LATE, books.entry(failures + 5).standing());
        assertEquals(Standing.MISSED, books.entry(failures + 6).standing());
    }

    private static Handoff rejected(int row) {
        return new ImportRejected(
                "list-1", Department.CIVIL_AFFAIRS, "370404", row, List.of("校验位不正确"), List.of("wrong check digit"));
    }

    private static Handoff closed(int row) {
        LocalDate day = LocalDate.parse("2023-10-20");
        return new ImportFailureClosed(
                "list-1", Department.CIVIL_AFFAIRS, "370404", row, FailureOutcome.NOT_ENTITLED, day, day);
    }
}
