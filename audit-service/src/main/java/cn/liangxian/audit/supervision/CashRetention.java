package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.HoldingLimit;
import cn.liangxian.policy.Policy;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** 截留: cash of a village agent that was held for longer, or more of it, than the policy allows. */
final class CashRetention implements SupervisionRule {

    private static final String QUERY =
            """
            select id, p ->> 'remittanceId' as remittance, p ->> 'township' as township,
                (p ->> 'mostHeld')::bigint as amount
            from (select id, seq, payload_json(payload) as p from event
                  where topic = 'collection-cash-retained-v1' and seq > :after and seq <= :upTo) e
            where p is not null order by seq""";

    private final Policy policy;

    CashRetention(Policy policy) {
        this.policy = policy;
    }

    @Override
    public Explained explained() {
        return new Explained(
                "cash-retained",
                Suspicion.INTERCEPTION,
                "代收款滞留",
                "Cash retained by a village agent",
                "代收现金持有天数或一次持有金额超过政策规定的解缴",
                "remittances with cash that was held for more days, or more of it at once, than the policy allows",
                "登记该代收人员的镇（街道）",
                "the township that registered the agent",
                policy.holdingLimit().map(HoldingLimit::clause).orElse(null),
                policy.holdingLimit().map(HoldingLimit::assumed).orElse(false),
                QUERY);
    }

    @Override
    public List<Suspect> find(Handle handle, Range range) {
        return handle.createQuery(QUERY)
                .bind("after", range.after())
                .bind("upTo", range.upTo())
                .map((row, context) -> new Suspect(
                        row.getString("remittance"),
                        Department.TOWNSHIP,
                        row.getString("township"),
                        Fen.of(row.getLong("amount")),
                        List.of(row.getString("id"))))
                .list();
    }
}
