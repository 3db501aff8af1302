package cn.liangxian.reconciliation.balance;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database itself refuses books that do not hold, whatever program writes them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BalanceHoldsTest {

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    Books books;

    @Inject
    Jdbi jdbi;

    private LocalDate date;

    @BeforeEach
    void aBalancedDayWithOneDifference() {
        date = dates.openUnused();
        tax.receives(nothing(date, MEDICAL), nothing(date, PENSION));
        treasury.reports(date, PENSION, 1);
        treasury.reports(date, MEDICAL, 1, row("unknown", 500));
        assertEquals(1, books.of(date, MEDICAL).differences().size());
    }

    @Test
    void aBalanceWhoseDifferencesDoNotMakeUpTheGapIsRefused() {
        refused(
                "balance_holds|is not the sum of its differences",
                "insert into balance select day, insurance, 2, account, treasury_version, collected, treasury, balanced_on"
                        + " from balance where day = ? and insurance = 'MEDICAL'");
    }

    @Test
    void aDifferenceAddedToAClosedDayIsRefused() {
        refused(
                "is not the sum of its differences",
                "insert into difference (day, insurance, version, channel, voucher, kind, collected, treasury, owner)"
                        + " values (?, 'MEDICAL', 1, 'POS', 'x', 'UNKNOWN_TO_TAX', 0, 1, 'TAX')");
    }

    @Test
    void aBalanceThatQuotesAnotherSumThanTheTreasuryReportedIsRefused() {
        refused(
                "foreign key",
                "insert into balance select day, insurance, 2, account, treasury_version, collected, treasury + 1, balanced_on"
                        + " from balance where day = ? and insurance = 'MEDICAL'");
    }

    @Test
    void aRowAddedToATreasuryReportIsRefused() {
        refused(
                "do not make up its count and total",
                "insert into treasury_row values (?, 'MEDICAL', 1, 2, 'POS', 'x', 1)");
    }

    @Test
    void aTreasuryReportWithoutItsRowsIsRefused() {
        refused(
                "do not make up its count and total",
                "insert into treasury_day values (?, 'MEDICAL', 2, 'a', 1, 5, 'd', '2024-01-01')");
    }

    @Test
    void factsCannotBeRewrittenOrDeleted() {
        for (String table : new String[] {
            "collected",
            "treasury_day",
            "treasury_row",
            "balance",
            "difference",
            "details",
            "details_claim",
            "entitlement"
        }) {
            String day = table.startsWith("details") || table.equals("entitlement") ? "null = ?::date" : "day = ?";
            refused("permission denied", "delete from " + table + " where " + day);
            refused("permission denied", "update " + table + " set insurance = 'PENSION' where " + day);
        }
    }

    private void refused(String reason, String sql) {
        Exception refusal = assertThrows(
                Exception.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> jdbi.useHandle(
                                h -> h.createUpdate(sql).bind(0, date).execute())),
                sql);
        StringBuilder why = new StringBuilder();
        for (Throwable t = refusal; t != null; t = t.getCause()) {
            why.append(t).append('\n');
            for (Throwable suppressed : t.getSuppressed()) {
                why.append(suppressed).append('\n');
            }
        }
        String text = why.toString();
        assertTrue(
                java.util.Arrays.stream(reason.split("\\|")).anyMatch(text::contains),
                () -> sql + " was refused by " + text);
    }
}
