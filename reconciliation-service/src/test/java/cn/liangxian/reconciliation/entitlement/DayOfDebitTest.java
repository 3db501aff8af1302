package cn.liangxian.reconciliation.entitlement;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.debitedOn;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.onBehalf;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.balance.Books;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A debit that a bank told later: the money counts on the day on which it was told, the wait counts from the debit. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DayOfDebitTest {

    private static final long FEE = 38_000;
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    @Inject
    Books books;

    private final String inTime = Uuid7.next() + "-in-time";
    private final String late = Uuid7.next() + "-late";

    @Test
    @Clause("yicheng-2024/四(二)-2")
    void aDebitOfTheLastDayWithoutAWaitEntitlesFromNewYearAndOneOfTheDayAfterWaits() {
        LocalDate told = dates.openUnused();
        tax.receives(
                debitedOn(LAST, full(inTime, MEDICAL, FEE, told)),
                debitedOn(LAST.plusDays(1), full(late, MEDICAL, FEE, told)),
                sum(told, MEDICAL, 2, 2 * FEE, 0, 0),
                nothing(told, PENSION));
        treasury.reports(day(told, MEDICAL, 1, row("v-" + inTime, FEE), row("v-" + late, FEE)), day(told, PENSION, 1));
        assertEquals(
                new Books.Balance(1, 2 * FEE, 2 * FEE, List.of()),
                books.of(told, MEDICAL),
                "it is money of the day on which it became known");

        agency.books(MEDICAL, agency.detailsOf(inTime, MEDICAL), inTime, late);
        assertEquals(LocalDate.of(2024, 1, 1), benefitFrom(inTime));
        assertEquals(LocalDate.of(2024, 2, 1), benefitFrom(late), "30 days after the day of the debit");
    }

    @Test
    @Clause("yicheng-2024/四(二)-2")
    void theOwnHalfThatWasDebitedWaitsFromTheDebitAlso() {
        LocalDate told = dates.openUnused();
        LocalDate publicMoney = dates.openUnused();
        LocalDate debited = told.minusDays(1);
        ContributionPaid other = onBehalf(late, MEDICAL, FEE / 2, FEE, FEE, publicMoney);
        tax.receives(
                debitedOn(debited, part(late, MEDICAL, FEE / 2, FEE, FEE / 2, "v-" + late, told)),
                sum(told, MEDICAL, 1, FEE / 2, 0, 0),
                nothing(told, PENSION),
                other,
                sum(publicMoney, MEDICAL, 1, FEE / 2, 0, 0),
                nothing(publicMoney, PENSION));
        treasury.reports(day(told, MEDICAL, 1, row("v-" + late, FEE / 2)), day(told, PENSION, 1));
        treasury.reports(day(publicMoney, MEDICAL, 1, row(other)), day(publicMoney, PENSION, 1));
        agency.books(MEDICAL, agency.detailsOf(late, MEDICAL), late);
        assertEquals(debited.plusDays(31), benefitFrom(late));
    }

    private static LocalDate benefitFrom(String person) {
        return HandedOver.await(1, EntitlementRecorded.class, r -> r.personKey().equals(person))
                .get(0)
                .benefitFrom();
    }
}
