package cn.liangxian.reconciliation.entitlement;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.balance.Books;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.statement.FlowSums;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import cn.liangxian.reconciliation.treasury.TreasuryReport.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim that was passed and booked, and then changed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PassedAnewTest {

    private static final long TIER = 50_000;
    private static final long RIGHT_TIER = 20_000;

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

    @Inject
    FlowSums sums;

    private final String person = Uuid7.next().toString();
    private LocalDate first;
    private String details;
    private long drift;
    private final Map<Insurance, Long> others = new EnumMap<>(Insurance.class);

    @BeforeEach
    void aPensionIsPaidPassedAndBooked() {
        drift = sums.drift();
        for (Insurance insurance : Insurance.values()) {
            others.put(insurance, agency.entitled(insurance));
        }
        first = pays(PENSION, TIER, TIER, TIER, "v1-");
        details = agency.detailsOf(person, PENSION);
        assertEquals(1, agency.books(PENSION, details, person).recorded());
    }

    @AfterEach
    void theFlowOfMoneyShowsNoMoreAndNoLess() {
        sums.agree(drift);
        dates.openUnused();
        sums.agree(drift);
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whoPaysTheRightTierAfterTheWrongOneWentBackIsPassedAndBookedAnew() {
        LocalDate back = goesBack(TIER);
        agency.corrects(
                new EntitlementToCorrect(Uuid7.next().toString(), person, PENSION, TaxDesk.FEE_YEAR, Fen.ZERO, back));
        assertEquals(0, entitledTo(PENSION));
        LocalDate again = pays(PENSION, RIGHT_TIER, RIGHT_TIER, RIGHT_TIER, "v2-");
        assertEquals(
                List.of(person + " PENSION 20000 " + again, person + " PENSION 50000 " + first), books.passed(person));
        String anew = agency.detailsOf(person, PENSION);
        assertNotEquals(details, anew);
        assertEquals(1, agency.books(PENSION, anew, person).recorded());
        assertEquals(1, agency.books(PENSION, details, person).known(), "later details were booked");
        assertEquals(RIGHT_TIER, entitledTo(PENSION));
    }

    @Test
    void aCorrectionOfWhatWentBackDoesNotTouchWhatWasPaidAfterwards() {
        LocalDate back = goesBack(TIER);
        pays(PENSION, RIGHT_TIER, RIGHT_TIER, RIGHT_TIER, "v2-");
        agency.books(PENSION, agency.detailsOf(person, PENSION), person);
        agency.corrects(
                new EntitlementToCorrect(Uuid7.next().toString(), person, PENSION, TaxDesk.FEE_YEAR, Fen.ZERO, back));
        assertEquals(RIGHT_TIER, entitledTo(PENSION), "the agency was slow");
    }

    @Test
    @Clause("yicheng-2024/五(三)-f")
    void whatGoesBackInPartIsCorrectedAndNotPassedAnew() {
        LocalDate back = goesBack(10_000);
        agency.corrects(new EntitlementToCorrect(
                Uuid7.next().toString(), person, PENSION, TaxDesk.FEE_YEAR, Fen.of(TIER - 10_000), back));
        assertEquals(1, books.passed(person).size());
        assertEquals(TIER - 10_000, entitledTo(PENSION));
    }

    @Test
    @Clause("yicheng-2024/四(二)-2")
    void whatIsPaidAfterMoreBecameDueIsPassedAnewAndBeginsNoNewWait() {
        LocalDate half = pays(MEDICAL, 19_000, 19_000, 19_000, "m1-");
        agency.books(MEDICAL, agency.detailsOf(person, MEDICAL), person);
        LocalDate rest = pays(MEDICAL, 19_000, 38_000, 38_000, "m2-");
        agency.books(MEDICAL, agency.detailsOf(person, MEDICAL), person);
        List<EntitlementRecorded> recorded = HandedOver.await(
                2, EntitlementRecorded.class, r -> r.personKey().equals(person) && r.insurance() == MEDICAL);
        assertEquals(
                List.of(half.plusDays(31), half.plusDays(31)),
                recorded.stream().map(EntitlementRecorded::benefitFrom).toList(),
                "and not " + rest.plusDays(31));
        assertEquals(38_000, entitledTo(MEDICAL));
    }

    /** What the person is entitled to now, in fen: all that is, less what the people of other tests are. */
    private long entitledTo(Insurance insurance) {
        return agency.entitled(insurance) - others.get(insurance);
    }

    private LocalDate pays(Insurance insurance, long fen, long due, long paidInAll, String voucher) {
        LocalDate date = dates.openUnused();
        tax.receives(part(person, insurance, fen, due, paidInAll, voucher + person, date));
        close(date, insurance, 1, fen, 0, row(voucher + person, fen));
        return date;
    }

    private LocalDate goesBack(long fen) {
        LocalDate date = dates.openUnused();
        tax.receives(refund("p-v1-" + person + "-PENSION", person, PENSION, fen, "r-" + person, date));
        close(date, PENSION, 0, 0, fen, row("r-" + person, -fen));
        return date;
    }

    private void close(LocalDate date, Insurance insurance, int payments, long paid, long back, Row row) {
        Insurance other = insurance == PENSION ? MEDICAL : PENSION;
        tax.receives(sum(date, insurance, payments, paid, 0, back), nothing(date, other));
        treasury.reports(day(date, insurance, 1, row), day(date, other, 1));
    }
}
