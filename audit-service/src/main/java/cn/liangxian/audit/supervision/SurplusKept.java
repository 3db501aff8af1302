package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.audit.supervision.TimeGiven.Lasting;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** 截留: money that nobody owed and of which something was not paid back in the time that the policy gives. */
final class SurplusKept implements SupervisionRule {

    private static final String LIMIT = "supervision.surplus";
    private static final String QUERY =
            """
            select id, p ->> 'paymentId' as payment, p ->> 'township' as township, p ->> 'paidOn' as day,
                (p ->> 'amount')::bigint - back.fen as amount
            from (select id, seq, subject, payload_json(payload) as p from event
                  where topic = 'collection-contribution-surplus-v1' and seq <= :upTo) e
            cross join lateral (
                select coalesce(sum((payload_json(r.payload) ->> 'amount')::bigint), 0)::bigint as fen from event r
                where r.topic = 'collection-refund-listed-v1' and r.subject = e.subject
                    and payload_json(r.payload) ->> 'paymentId' = p ->> 'paymentId') back
            where p is not null and (p ->> 'amount')::bigint > back.fen
            order by seq""";

    private final TimeGiven limit;

    SurplusKept(Policy policy) {
        this.limit = TimeGiven.by(policy, LIMIT);
    }

    @Override
    public Explained explained() {
        return new Explained(
                "surplus-kept",
                Suspicion.INTERCEPTION,
                "多收未退",
                "Surplus not paid back",
                "无应缴而缴入、超过规定期限仍未全部退还的缴费",
                "payments for which nothing was owed, not wholly paid back later than " + limit,
                "税务",
                "tax",
                limit.clause(),
                limit.assumed(),
                QUERY);
    }

    @Override
    public List<Suspect> find(Handle handle, Range range) {
        if (!limit.given()) {
            return List.of();
        }
        List<Lasting> all = handle.createQuery(QUERY)
                .bind("upTo", range.upTo())
                .map((row, context) -> new Lasting(
                        LocalDate.parse(row.getString("day")),
                        new Suspect(
                                row.getString("payment"),
                                Department.TAX,
                                row.getString("township"),
                                Fen.of(row.getLong("amount")),
                                List.of(row.getString("id")))))
                .list();
        return limit.exceeded(all, range.date());
    }
}
