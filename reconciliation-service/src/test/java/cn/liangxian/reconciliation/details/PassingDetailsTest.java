package cn.liangxian.reconciliation.details;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.balance.Books;
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
class PassingDetailsTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    Books books;

    private final String person = Uuid7.next().toString();
    private LocalDate date;

    @BeforeEach
    void anUnusedDate() {
        date = dates.openUnused();
    }

    @Test
    @Clause("yicheng-2024/五(四)-d")
    void aCompleteClaimInTheTreasuryIsPassedOnce() {
        tax.receives(full(person, MEDICAL, FEE, date));
        closeMedical(1, row("v-" + person, FEE));
        assertEquals(List.of(person + " MEDICAL 38000 " + date), books.passed(person));
        treasury.reports(date, MEDICAL, 2, row("v-" + person, FEE), row("another", 1));
        assertEquals(1, books.passed(person).size());
    }

    @Test
    @Clause({"yicheng-2024/五(四)-d", "yicheng-2024/四(一)医疗-5"})
    void aPartOfAClaimIsNotPassedUntilItIsComplete() {
        LocalDate next = date.plusDays(1);
        tax.receives(part(person, PENSION, 10_000, 50_000, 10_000, "v1-" + person, date));
        close(date, 1, 10_000, row("v1-" + person, 10_000));
        assertEquals(List.of(), books.passed(person));
        tax.receives(part(person, PENSION, 40_000, 50_000, 50_000, "v2-" + person, next));
        close(next, 1, 40_000, row("v2-" + person, 40_000));
        assertEquals(List.of(person + " PENSION 50000 " + next), books.passed(person));
    }

    @Test
    void aClaimWithAVoucherMissingInTheTreasuryIsHeldBackUntilTheDayIsRestated() {
        tax.receives(full(person, MEDICAL, FEE, date));
        closeMedical(1);
        assertEquals(List.of(), books.passed(person));
        treasury.reports(date, MEDICAL, 2, row("v-" + person, FEE));
        assertEquals(1, books.passed(person).size());
    }

    @Test
    void aClaimOfWhichTheTreasuryHoldsLessThanWasPaidIsHeldBack() {
        tax.receives(full(person, MEDICAL, FEE, date));
        closeMedical(1, row("v-" + person, FEE - 1));
        assertEquals(List.of(), books.passed(person));
    }

    @Test
    void aClaimBookedTwiceInTheTreasuryIsPassedForItsMoneyIsThere() {
        tax.receives(full(person, MEDICAL, FEE, date));
        closeMedical(1, row("v-" + person, FEE), row("v-" + person, FEE));
        assertEquals(List.of(person + " MEDICAL 38000 " + date), books.passed(person));
    }

    @Test
    void aClaimInTheOtherInsurancesAccountIsHeldBack() {
        tax.receives(full(person, MEDICAL, FEE, date), sum(date, MEDICAL, 1, FEE, 0, 0), nothing(date, PENSION));
        treasury.reports(day(date, PENSION, 1, row("v-" + person, FEE)), day(date, MEDICAL, 1));
        assertEquals(List.of(), books.passed(person));
    }

    @Test
    void aClaimWhoseMoneyWentBackIsNotPassed() {
        tax.receives(
                full(person, MEDICAL, FEE, date),
                refund("p-v-" + person + "-MEDICAL", person, MEDICAL, FEE, "r-" + person, date),
                sum(date, MEDICAL, 1, FEE, 0, FEE),
                nothing(date, PENSION));
        treasury.reports(
                day(date, MEDICAL, 1, row("v-" + person, FEE), row("r-" + person, -FEE)), day(date, PENSION, 1));
        assertEquals(List.of(), books.passed(person));
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void ofAPaymentThatWentBackInTwoPartsBothAreBookedAndWhoPaysAgainIsPassed() {
        LocalDate next = date.plusDays(1);
        String payment = "p-v1-" + person + "-PENSION";
        tax.receives(
                part(person, PENSION, 50_000, 50_000, 50_000, "v1-" + person, date),
                refund(payment, person, PENSION, 20_000, "r1-" + person, date),
                refund(payment, person, PENSION, 30_000, "r2-" + person, date),
                sum(date, PENSION, 1, 50_000, 0, 50_000),
                nothing(date, MEDICAL));
        treasury.reports(
                day(
                        date,
                        PENSION,
                        1,
                        row("v1-" + person, 50_000),
                        row("r1-" + person, -20_000),
                        row("r2-" + person, -30_000)),
                day(date, MEDICAL, 1));
        assertEquals(List.of(), books.passed(person));
        tax.receives(part(person, PENSION, 50_000, 50_000, 50_000, "v2-" + person, next));
        close(next, 1, 50_000, row("v2-" + person, 50_000));
        assertEquals(List.of(person + " PENSION 50000 " + next), books.passed(person));
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whoPaysLessAfterAWrongTierWentBackIsPassedWithWhatIsDueNow() {
        LocalDate next = date.plusDays(1);
        tax.receives(
                part(person, PENSION, 50_000, 50_000, 50_000, "v1-" + person, date),
                refund("p-v1-" + person + "-PENSION", person, PENSION, 50_000, "r-" + person, date),
                sum(date, PENSION, 1, 50_000, 0, 50_000),
                nothing(date, MEDICAL));
        treasury.reports(
                day(date, PENSION, 1, row("v1-" + person, 50_000), row("r-" + person, -50_000)), day(date, MEDICAL, 1));
        assertEquals(List.of(), books.passed(person));
        tax.receives(part(person, PENSION, 20_000, 20_000, 20_000, "v2-" + person, next));
        close(next, 1, 20_000, row("v2-" + person, 20_000));
        assertEquals(List.of(person + " PENSION 20000 " + next), books.passed(person));
    }

    @Test
    void moneyOfABalancedDayStaysInTheTreasuryWhileAReportThatFitsNowhereWaits() {
        LocalDate next = date.plusDays(1);
        tax.receives(part(person, PENSION, 10_000, 50_000, 10_000, "v1-" + person, date));
        close(date, 1, 10_000, row("v1-" + person, 10_000));
        treasury.reports(
                date,
                PENSION,
                2,
                IntStream.rangeClosed(0, 2_000)
                        .mapToObj(i -> row(person + i, 1))
                        .toArray(Row[]::new));
        assertEquals(1, books.of(date, PENSION).version());
        tax.receives(part(person, PENSION, 40_000, 50_000, 50_000, "v2-" + person, next));
        close(next, 1, 40_000, row("v2-" + person, 40_000));
        assertEquals(List.of(person + " PENSION 50000 " + next), books.passed(person));
    }

    @Test
    void nothingIsPassedBeforeTheDayIsBalanced() {
        tax.receives(full(person, MEDICAL, FEE, date));
        treasury.reports(day(date, MEDICAL, 1, row("v-" + person, FEE)), day(date, PENSION, 1));
        assertEquals(List.of(), books.passed(person), "collection has not summed the day");
    }

    @Test
    void notMoreThanFiveHundredClaimsTravelInOneHandoff() {
        int people = PassingDetails.MOST_CLAIMS + 1;
        Row[] rows = IntStream.range(0, people)
                .mapToObj(i -> row("v-" + person + i, FEE))
                .toArray(Row[]::new);
        tax.receives(IntStream.range(0, people)
                .mapToObj(i -> full(person + i, MEDICAL, FEE, date))
                .toArray(CollectionHandoff[]::new));
        closeMedical(people, rows);
        List<PaymentDetailsPassed> passed = HandedOver.await(2, PaymentDetailsPassed.class, p -> p.claims().stream()
                .anyMatch(c -> c.personKey().startsWith(person)));
        assertEquals(
                List.of(500, 1),
                passed.stream()
                        .map(p -> p.claims().size())
                        .sorted((x, y) -> y - x)
                        .toList());
        assertTrue(passed.stream()
                .allMatch(p -> p.total().amount() == FEE * p.claims().size()));
    }

    private void closeMedical(int payments, Row... rows) {
        tax.receives(sum(date, MEDICAL, payments, payments * FEE, 0, 0), nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1, rows), day(date, PENSION, 1));
    }

    private void close(LocalDate on, int payments, long paid, Row... pensionRows) {
        tax.receives(sum(on, PENSION, payments, paid, 0, 0), nothing(on, MEDICAL));
        treasury.reports(day(on, PENSION, 1, pensionRows), day(on, MEDICAL, 1));
    }
}
