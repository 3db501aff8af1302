package cn.liangxian.reconciliation.details;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementReconciled;
import cn.liangxian.reconciliation.balance.Books;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.entitlement.AgencyDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 2023-09-13 and 09-20 are Wednesdays. Days of the tests before this one may come once more, to this empty database, when
 * their application ended before it had committed its offsets; a Wednesday among them is compared too. So each comparison is
 * looked for by its date, never by how many there are.
 */
@QuarkusTest
@TestProfile(OtherCounty.class)
class ByTheWeekTest {

    private static final long FEE = 38_000;
    private static final LocalDate PAID = LocalDate.of(2023, 9, 11);

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

    private final String run = Uuid7.next().toString();
    private final String a = run + "-a";
    private final String b = run + "-b";

    @Test
    @Clause({"bachu-2022/第三十八条(1)", "bachu-2022/第三十八条(2)"})
    void whatEnteredTheTreasuryIsPassedOnTheDayOfTheWeekAndComparedWithWhatWasBookedAWeekLater() {
        dates.open(LocalDate.of(2023, 9, 12));
        tax.receives(
                full(a, MEDICAL, FEE, PAID),
                full(b, MEDICAL, FEE, PAID),
                sum(PAID, MEDICAL, 2, 2 * FEE, 0, 0),
                nothing(PAID, PENSION));
        treasury.reports(day(PAID, MEDICAL, 1, row("v-" + a, FEE), row("v-" + b, FEE)), day(PAID, PENSION, 1));
        assertEquals(List.of(), books.passed(run), "balanced on Tuesday, and not passed before its day");
        dates.open(LocalDate.of(2023, 9, 13));
        assertEquals(2, books.passed(run).size());
        agency.books(MEDICAL, agency.detailsOf(a, MEDICAL), a);
        dates.open(LocalDate.of(2023, 9, 14));
        dates.open(LocalDate.of(2023, 9, 20));
        assertEquals(2, books.passed(run).size(), "each claim once");
        assertEquals(0, compared(LocalDate.of(2023, 9, 13)).booked());
        assertEquals(
                new EntitlementReconciled(
                        LocalDate.of(2023, 9, 20),
                        MEDICAL,
                        2,
                        Fen.of(2 * FEE),
                        1,
                        Fen.of(FEE),
                        1,
                        Fen.of(FEE),
                        0,
                        LocalDate.of(2023, 9, 13)),
                compared(LocalDate.of(2023, 9, 20)));

        tax.receives(refund("p-v-" + a + "-MEDICAL", a, MEDICAL, FEE, "back-" + a, LocalDate.of(2023, 9, 21)));
        LocalDate returned = dates.open(LocalDate.of(2023, 9, 27));
        assertEquals(1, compared(returned).otherAmount(), "booked for money that went back");
        agency.corrects(new EntitlementToCorrect(
                Uuid7.next().toString(), a, MEDICAL, TaxDesk.FEE_YEAR, Fen.ZERO, LocalDate.of(2023, 9, 21)));
        LocalDate corrected = dates.open(LocalDate.of(2023, 10, 4));
        assertEquals(0, compared(corrected).otherAmount());
        assertEquals(Fen.ZERO, compared(corrected).bookedTotal());
    }

    private EntitlementReconciled compared(LocalDate date) {
        return HandedOver.await(
                        1,
                        EntitlementReconciled.class,
                        e -> e.insurance() == MEDICAL && e.date().equals(date))
                .get(0);
    }
}
