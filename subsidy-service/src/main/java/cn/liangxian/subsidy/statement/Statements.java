package cn.liangxian.subsidy.statement;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Draws up statements. What was appropriated, posted and returned is the ledger's word, not that of other tables. */
@ApplicationScoped
public class Statements {

    private final Jdbi jdbi;

    Statements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All totals of one moment. */
    public Statement now() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, Statements::draw);
    }

    private static Statement draw(Handle h) {
        return new Statement(
                purposes(h, "select purpose, sum(amount) from application group by purpose"),
                ledger(h, "-sum(p.amount)", "'FINANCE_APPROPRIATION'"),
                ledger(h, "sum(p.amount)", "'PERSON', 'FUND', 'TO_RECOVER'"),
                ledger(h, "sum(p.amount)", "'TO_RECOVER'"),
                ledger(h, "sum(p.amount)", "'RETURNED'"),
                fen(h, "select coalesce(sum(amount), 0) from posting where account = 'SPECIAL_ACCOUNT'"),
                fen(h, shortfall("> 0")),
                fen(h, shortfall("= 0")),
                paid(h, "proxy_payment"),
                returned(h, "proxy_payment", "proxy_id"),
                paid(h, "sponsorship"),
                returned(h, "sponsorship", "sponsorship_id"),
                fen(h, "select coalesce(sum(amount), 0) from posting"),
                number(h, "select count(*) from run where state <> 'DONE'"),
                number(h, "select coalesce(max(undecided), 0) from run"));
    }

    private static String shortfall(String appropriated) {
        return "select coalesce(sum(greatest(a.amount - p.appropriated, 0)), 0) from application a"
                + " join application_progress p using (application_id) where p.appropriated " + appropriated;
    }

    private static Map<Purpose, Fen> ledger(Handle h, String sum, String accounts) {
        return purposes(
                h,
                "select e.purpose, " + sum + " from posting p join entry e using (entry_id) where p.account in ("
                        + accounts + ") and e.purpose <> 'SPONSORSHIP' group by e.purpose");
    }

    private static Map<Purpose, Fen> purposes(Handle h, String query) {
        Map<Purpose, Fen> sums = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            sums.put(purpose, Fen.ZERO);
        }
        h.createQuery(query)
                .map((row, context) -> sums.put(Purpose.valueOf(row.getString(1)), Fen.of(row.getLong(2))))
                .list();
        return sums;
    }

    private static Map<Insurance, Statement.Paid> paid(Handle h, String table) {
        return insurances(
                h, "select insurance, count(distinct person_key), sum(amount) from " + table + " group by insurance");
    }

    private static Map<Insurance, Statement.Paid> returned(Handle h, String table, String id) {
        return insurances(
                h,
                "select t.insurance, count(distinct t.person_key), sum(r.amount) from payment_return r join " + table
                        + " t on t." + id + " = r.reference group by t.insurance");
    }

    private static Map<Insurance, Statement.Paid> insurances(Handle h, String query) {
        Map<Insurance, Statement.Paid> sums = new EnumMap<>(Insurance.class);
        for (Insurance insurance : Insurance.values()) {
            sums.put(insurance, new Statement.Paid(0, Fen.ZERO));
        }
        h.createQuery(query)
                .map((row, context) -> sums.put(
                        Insurance.valueOf(row.getString(1)), new Statement.Paid(row.getInt(2), Fen.of(row.getLong(3)))))
                .list();
        return sums;
    }

    private static int number(Handle h, String query) {
        return h.createQuery(query).mapTo(Integer.class).one();
    }

    private static Fen fen(Handle h, String query) {
        return Fen.of(h.createQuery(query).mapTo(Long.class).one());
    }
}
