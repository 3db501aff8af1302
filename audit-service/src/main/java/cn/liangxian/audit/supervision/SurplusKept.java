package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** 截留: money that nobody owed and that was not paid back in the time that the policy gives. */
final class SurplusKept implements SupervisionRule {

    private static final String LIMIT = "supervision.surplus";
    private static final String QUERY =
            """
            select id, p ->> 'paymentId' as payment, p ->> 'township' as township, p ->> 'paidOn' as day,
                (p ->> 'amount')::bigint as amount
            from (select id, seq, subject, payload_json(payload) as p from event
                  where topic = 'collection-contribution-surplus-v1' and seq <= :upTo) e
            where p is not null and not exists (
                select from event r where r.topic = 'collection-refund-listed-v1' and r.subject = e.subject
                    and payload_json(r.payload) ->> 'paymentId' = p ->> 'paymentId')
            order by seq""";

    private final Policy policy;

    SurplusKept(Policy policy) {
        this.policy = policy;
    }

    @Override
    public Explained explained() {
        Schedule limit = policy.schedules().get(LIMIT);
        return new Explained(
                "surplus-kept",
                Suspicion.INTERCEPTION,
                "多收未退",
                "Surplus not paid back",
                "payments for which nothing was owed, without a refund later than "
                        + (limit == null ? "a time that this county's policy does not give" : limit.after()),
                "tax",
                "yicheng-2024/五(九)",
                limit != null && limit.assumed(),
                QUERY);
    }

    @Override
    public List<Suspect> find(Handle handle, Range range) {
        Schedule limit = policy.schedules().get(LIMIT);
        if (limit == null) {
            return List.of();
        }
        return handle
                .createQuery(QUERY)
                .bind("upTo", range.upTo())
                .map((row, context) -> new Candidate(
                        LocalDate.parse(row.getString("day")),
                        new Suspect(
                                row.getString("payment"),
                                Department.TAX,
                                row.getString("township"),
                                Fen.of(row.getLong("amount")),
                                List.of(row.getString("id")))))
                .list()
                .stream()
                .filter(candidate -> limit.dueAfter(candidate.day()).isBefore(range.date()))
                .map(Candidate::suspect)
                .toList();
    }

    /** A surplus that was paid on the day and is still here. */
    private record Candidate(LocalDate day, Suspect suspect) {}
}
