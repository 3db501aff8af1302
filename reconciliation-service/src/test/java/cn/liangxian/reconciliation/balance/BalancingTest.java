package cn.liangxian.reconciliation.balance;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.balance.DayState.BALANCED;
import static cn.liangxian.reconciliation.balance.DayState.WAITING_FOR_COLLECTION;
import static cn.liangxian.reconciliation.balance.DayState.WAITING_FOR_OTHER_INSURANCE;
import static cn.liangxian.reconciliation.balance.DayState.WAITING_FOR_RESTATEMENT;
import static cn.liangxian.reconciliation.balance.DayState.WAITING_FOR_TREASURY;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.collected.TaxDesk.surplus;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import cn.liangxian.reconciliation.treasury.TreasuryReport.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BalancingTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    Books books;

    private LocalDate date;
    private String a;
    private String b;

    @BeforeEach
    void anUnusedDate() {
        date = dates.openUnused();
        a = Uuid7.next() + "-a";
        b = Uuid7.next() + "-b";
    }

    @Test
    @Clause({"yicheng-2024/六(二)-b", "yicheng-2024/附件-b"})
    void aDayThatAgreesHasNoDifference() {
        tax.receives(full(a, MEDICAL, FEE, date), full(b, MEDICAL, FEE, date));
        closeWith(2, row("v-" + a, FEE), row("v-" + b, FEE));
        assertEquals(new Books.Balance(1, 2 * FEE, 2 * FEE, List.of()), books.of(date, MEDICAL));
    }

    @Test
    @Clause({"yicheng-2024/六(二)-b", "yicheng-2024/附件-b"})
    void aVoucherThatTheTreasuryLacksIsMissingAndTheTreasuryHasToAct() {
        tax.receives(full(a, MEDICAL, FEE, date), full(b, MEDICAL, FEE, date));
        closeWith(2, row("v-" + a, FEE));
        assertEquals(
                List.of("MISSING_IN_TREASURY v-" + b), books.of(date, MEDICAL).kinds());
        Difference missing = books.of(date, MEDICAL).differences().get(0);
        assertEquals(Department.TREASURY, missing.owner());
        assertEquals(FEE, missing.collected().amount());
        assertEquals(0, missing.treasury().amount());
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void aVoucherThatTaxLacksIsUnknownAndTaxHasToAct() {
        closeWith(0, row("v-" + a, FEE));
        assertEquals(List.of("UNKNOWN_TO_TAX v-" + a), books.of(date, MEDICAL).kinds());
        assertEquals(
                Department.TAX, books.of(date, MEDICAL).differences().get(0).owner());
    }

    @Test
    void aVoucherBookedTwiceIsDoubled() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE), row("v-" + a, FEE));
        assertEquals(
                List.of("DOUBLED_IN_TREASURY v-" + a), books.of(date, MEDICAL).kinds());
        assertEquals(
                2 * FEE, books.of(date, MEDICAL).differences().get(0).treasury().amount());
    }

    @Test
    void aVoucherBookedReversedAndBookedAgainIsNoDifference() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE), row("v-" + a, -FEE), row("v-" + a, FEE));
        assertEquals(List.of(), books.of(date, MEDICAL).kinds());
    }

    @Test
    void aVoucherWithAnotherAmountDiffers() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE - 1));
        assertEquals(List.of("AMOUNT_DIFFERS v-" + a), books.of(date, MEDICAL).kinds());
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void aVoucherUnderTheOtherInsuranceStandsInTheWrongAccountOnBothSides() {
        tax.receives(full(a, MEDICAL, FEE, date));
        tax.receives(sum(date, MEDICAL, 1, FEE, 0, 0), nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1), day(date, PENSION, 1, row("v-" + a, FEE)));
        assertEquals(List.of("WRONG_ACCOUNT v-" + a), books.of(date, MEDICAL).kinds());
        assertEquals(List.of("WRONG_ACCOUNT v-" + a), books.of(date, PENSION).kinds());
    }

    @Test
    void aVoucherIsUniqueOnlyWithinItsChannel() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, new Row("v-" + a, "ALIPAY", Fen.of(FEE)));
        assertEquals(
                List.of("UNKNOWN_TO_TAX v-" + a, "MISSING_IN_TREASURY v-" + a),
                books.of(date, MEDICAL).kinds());
    }

    @Test
    void aVoucherBookedTheNextDayIsADifferenceOfBothDaysThatIsNotOpenAnyMore() {
        LocalDate next = date.plusDays(1);
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1);
        assertTrue(books.open(date, "v-" + a), "open until it is found");
        tax.receives(nothing(next, MEDICAL), nothing(next, PENSION));
        treasury.reports(day(next, MEDICAL, 1, row("v-" + a, FEE)), day(next, PENSION, 1));
        assertEquals(
                List.of("MISSING_IN_TREASURY v-" + a), books.of(date, MEDICAL).kinds());
        assertEquals(List.of("UNKNOWN_TO_TAX v-" + a), books.of(next, MEDICAL).kinds());
        assertFalse(books.open(date, "v-" + a));
        assertFalse(books.open(next, "v-" + a));
        assertEquals(1, books.passed(a).size(), "its money is in the treasury, whatever the day");
    }

    @Test
    void surplusAndRefundsCountAndARefundIsNegative() {
        tax.receives(
                surplus(a, MEDICAL, FEE, "sv-" + a, date),
                TaxDesk.refund("s-sv-" + a, a, MEDICAL, FEE, "rv-" + a, date),
                sum(date, MEDICAL, 0, 0, FEE, FEE),
                nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1, row("sv-" + a, FEE), row("rv-" + a, -FEE)), day(date, PENSION, 1));
        assertEquals(new Books.Balance(1, 0, 0, List.of()), books.of(date, MEDICAL));
    }

    @Test
    void aDayWaitsForTheTreasuryThenForAllOfItsPaymentsThenForTheOtherInsurance() {
        assertEquals(WAITING_FOR_TREASURY, books.state(date, MEDICAL));
        tax.receives(full(a, MEDICAL, FEE, date));
        assertEquals(WAITING_FOR_TREASURY, books.state(date, MEDICAL));
        treasury.reports(date, MEDICAL, 1, row("v-" + a, FEE), row("v-" + b, FEE));
        assertEquals(WAITING_FOR_COLLECTION, books.state(date, MEDICAL), "not summed");
        tax.receives(sum(date, MEDICAL, 2, 2 * FEE, 0, 0));
        assertEquals(WAITING_FOR_COLLECTION, books.state(date, MEDICAL), "one payment of two");
        tax.receives(full(b, MEDICAL, FEE, date));
        assertEquals(WAITING_FOR_OTHER_INSURANCE, books.state(date, MEDICAL));
        treasury.reports(date, PENSION, 1);
        assertEquals(WAITING_FOR_OTHER_INSURANCE, books.state(date, MEDICAL), "reported but not summed");
        tax.receives(nothing(date, PENSION));
        assertEquals(BALANCED, books.state(date, MEDICAL));
        assertEquals(BALANCED, books.state(date, PENSION));
    }

    @Test
    void aDayWhoseOtherInsuranceIsNotReportedIsBalancedAloneOnTheSecondDayAfter() {
        tax.receives(full(a, MEDICAL, FEE, date), sum(date, MEDICAL, 1, FEE, 0, 0));
        treasury.reports(date, MEDICAL, 1, row("v-" + a, FEE));
        assertEquals(WAITING_FOR_OTHER_INSURANCE, books.state(date, MEDICAL), "on the day after");
        dates.open(date.plusDays(2));
        assertEquals(BALANCED, books.state(date, MEDICAL));
        assertEquals(WAITING_FOR_TREASURY, books.state(date, PENSION));
    }

    @Test
    void aRestatedTreasuryDayRestatesTheBalanceAndTheOldOneStaysReadable() {
        tax.receives(full(a, MEDICAL, FEE, date), full(b, MEDICAL, FEE, date));
        closeWith(2, row("v-" + a, FEE));
        treasury.reports(date, MEDICAL, 2, row("v-" + a, FEE), row("v-" + b, FEE));
        assertEquals(new Books.Balance(2, 2 * FEE, 2 * FEE, List.of()), books.of(date, MEDICAL));
        assertEquals(
                List.of("MISSING_IN_TREASURY v-" + b),
                books.version(date, MEDICAL, 1).kinds());
        assertEquals(List.of(), books.of(date, PENSION).kinds());
        assertEquals(1, books.of(date, PENSION).version(), "nothing changed there");
    }

    @Test
    void aPaymentThatArrivesAfterTheDayWasClosedRestatesIt() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE));
        tax.receives(full(b, MEDICAL, FEE, date));
        assertEquals(2, books.of(date, MEDICAL).version());
        assertEquals(
                List.of("MISSING_IN_TREASURY v-" + b), books.of(date, MEDICAL).kinds());
    }

    @Test
    void factsThatAreKnownAlreadyRestateNothing() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE));
        tax.receives(full(a, MEDICAL, FEE, date), sum(date, MEDICAL, 1, FEE, 0, 0));
        assertEquals(1, books.of(date, MEDICAL).version());
    }

    @Test
    void aReportThatFitsNowhereWaitsForItsRestatementAndTheBalanceBeforeItStands() {
        tax.receives(full(a, MEDICAL, FEE, date));
        closeWith(1, row("v-" + a, FEE));
        Row[] ofAnotherDay = IntStream.rangeClosed(0, Misfits.MOST_DIFFERENCES)
                .mapToObj(i -> row(b + i, FEE))
                .toArray(Row[]::new);
        treasury.reports(date, MEDICAL, 2, ofAnotherDay);
        assertEquals(WAITING_FOR_RESTATEMENT, books.state(date, MEDICAL));
        assertEquals(1, books.of(date, MEDICAL).version());
        treasury.reports(date, MEDICAL, 3, row("v-" + a, FEE), row("v-" + b, FEE));
        assertEquals(BALANCED, books.state(date, MEDICAL));
        assertEquals(List.of("UNKNOWN_TO_TAX v-" + b), books.of(date, MEDICAL).kinds());
        assertEquals(2, books.of(date, MEDICAL).version());
    }

    private void closeWith(int payments, Row... rows) {
        tax.receives(sum(date, MEDICAL, payments, payments * FEE, 0, 0), nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1, rows), day(date, PENSION, 1));
    }
}
