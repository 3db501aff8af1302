package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.audit.supervision.TimeGiven.Lasting;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Differences with the treasury that the last balance of a day still shows after the time that the policy gives. */
final class TreasuryDifferences implements SupervisionRule {

    private static final String LIMIT = "supervision.treasury";
    private static final String QUERY =
            """
            with last as (
                select distinct on (subject) id, subject, p
                from (select id, seq, subject, payload_json(payload) as p from event
                      where topic = 'reconciliation-day-balanced-v1' and seq <= :upTo) e
                order by subject, (p ->> 'version')::int desc, seq desc)
            select id, subject, p ->> 'date' as day, d ->> 'kind' as kind, d ->> 'channel' as channel,
                d ->> 'voucher' as voucher, d ->> 'owner' as owner,
                greatest(abs((d ->> 'collected')::bigint), abs((d ->> 'treasury')::bigint)) as amount
            from last, jsonb_array_elements(p -> 'differences') d
            where d ->> 'kind' = any(:kinds) order by subject, channel, voucher""";

    private final Policy policy;
    private final TimeGiven limit;
    private final Explained explained;
    private final String[] kinds;

    private TreasuryDifferences(Policy policy, Explained explained, String... kinds) {
        this.policy = policy;
        this.limit = TimeGiven.by(policy, LIMIT);
        this.explained = explained;
        this.kinds = kinds;
    }

    /** 截留: collected, and not in the treasury. */
    static SupervisionRule missing(Policy policy) {
        return new TreasuryDifferences(
                policy,
                new Explained(
                        "not-in-treasury",
                        Suspicion.INTERCEPTION,
                        "已收未入库",
                        "Collected and not in the treasury",
                        "税务已收、当日最后一次对账在国库中未找到、且超过规定期限的凭证",
                        "vouchers that tax collected and the last balance of their day does not find in the treasury, later than "
                                + TimeGiven.by(policy, LIMIT),
                        "差异的责任部门",
                        "the owner of the difference",
                        TimeGiven.by(policy, LIMIT).clause(),
                        TimeGiven.by(policy, LIMIT).assumed(),
                        QUERY),
                "MISSING_IN_TREASURY");
    }

    /** 挪用: in another account than declared, or in the treasury without anybody having collected it. */
    static SupervisionRule diverted(Policy policy) {
        return new TreasuryDifferences(
                policy,
                new Explained(
                        "other-account",
                        Suspicion.DIVERSION,
                        "入库科目或来源不符",
                        "Booked under another insurance or account, or without a collection",
                        "入库险种或账户与征收不符，或税务并无征收记录，且超过规定期限的凭证",
                        "vouchers that stand under another insurance or account than collected, or that tax does not know, later than "
                                + TimeGiven.by(policy, LIMIT),
                        "差异的责任部门",
                        "the owner of the difference",
                        TimeGiven.by(policy, LIMIT).clause(),
                        TimeGiven.by(policy, LIMIT).assumed(),
                        QUERY),
                "WRONG_ACCOUNT",
                "UNKNOWN_TO_TAX");
    }

    @Override
    public Explained explained() {
        return explained;
    }

    @Override
    public List<Suspect> find(Handle handle, Range range) {
        if (!limit.given()) {
            return List.of();
        }
        List<Lasting> all = handle.createQuery(QUERY)
                .bind("upTo", range.upTo())
                .bindArray("kinds", String.class, (Object[]) kinds)
                .map((row, context) -> new Lasting(
                        LocalDate.parse(row.getString("day")),
                        new Suspect(
                                row.getString("subject") + "/" + row.getString("channel") + "/"
                                        + row.getString("voucher"),
                                Department.valueOf(row.getString("owner")),
                                policy.jurisdiction().code(),
                                Fen.of(row.getLong("amount")),
                                List.of(row.getString("id")))))
                .list();
        return limit.exceeded(all, range.date());
    }
}
