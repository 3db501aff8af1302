package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementReconciled;
import cn.liangxian.reconciliation.balance.BalancingTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * 权益对账: on the policy's days tax and agencies compare what was passed as entered with what was booked, for each
 * insurance, and what was booked or corrected since with what is paid now. Who is missing stands by name on the details and,
 * after its term, on the red list.
 */
@ApplicationScoped
@Clause("bachu-2022/第三十八条(2)")
class ReconcilingEntitlements implements DailyWork {

    private static final String CADENCE = "entitlement-reconciliation";

    private final Jdbi jdbi;
    private final BalancingTurn turn;
    private final Policy policy;
    private final Outbox outbox;

    ReconcilingEntitlements(Jdbi jdbi, BalancingTurn turn, Policy policy, Outbox outbox) {
        this.jdbi = jdbi;
        this.turn = turn;
        this.policy = policy;
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(CADENCE, date)) {
            return;
        }
        turn.take();
        for (Insurance insurance : Insurance.values()) {
            outbox.handOver(compare(date, insurance));
        }
    }

    private EntitlementReconciled compare(LocalDate date, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*) as passed, coalesce(sum(d.paid), 0) as passed_total,
                            count(e.person_key) as booked, coalesce(sum(e.paid), 0) as booked_total,
                            coalesce(sum(d.paid) filter (where e.person_key is null), 0) as unbooked_total,
                            count(*) filter (where e.paid <> c.paid) as other_amount,
                            min(s.passed_on) filter (where e.person_key is null) as oldest
                        from details_claim d join details s using (details_id)
                        join claim c on (c.person_key, c.insurance, c.fee_year) = (d.person_key, d.insurance, d.fee_year)
                        left join entitled e on (e.person_key, e.insurance, e.fee_year, e.payments)
                            = (d.person_key, d.insurance, d.fee_year, d.payments)
                        where d.insurance = :insurance and d.fee_year = :year
                            and not exists (select from details_claim l
                                where (l.person_key, l.insurance, l.fee_year) = (d.person_key, d.insurance, d.fee_year)
                                  and l.payments > d.payments)""")
                .bind("year", policy.feeYear())
                .bind("insurance", insurance)
                .map((row, context) -> new EntitlementReconciled(
                        date,
                        insurance,
                        row.getInt("passed"),
                        Fen.of(row.getLong("passed_total")),
                        row.getInt("booked"),
                        Fen.of(row.getLong("booked_total")),
                        row.getInt("passed") - row.getInt("booked"),
                        Fen.of(row.getLong("unbooked_total")),
                        row.getInt("other_amount"),
                        row.getObject("oldest", LocalDate.class)))
                .one());
    }

    /** After what is passed on the same day, before the red list. */
    @Override
    public int order() {
        return 47;
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
