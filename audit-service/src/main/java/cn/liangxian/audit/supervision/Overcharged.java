package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.PaymentWindow;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import java.io.IOException;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** 超标准收费: a claim for another amount than the notice knows for that insurance and day, for an earlier fee year
 * for another than was assessed, or more paid than it amounts to. */
final class Overcharged implements SupervisionRule {

    private static final int FETCH = 1_000;
    private static final String QUERY =
            """
            select p.id, p.payload, array(
                select (payload_json(a.payload) ->> 'amount')::bigint from event a
                where a.topic = 'enrollment-assessment-made-v1' and a.subject = p.subject
                    and (payload_json(a.payload) ->> 'positive')::boolean
                    and payload_json(a.payload) ->> 'insurance' = payload_json(p.payload) ->> 'insurance'
                    and payload_json(a.payload) ->> 'feeYear' = payload_json(p.payload) ->> 'feeYear') as assessed
            from event p
            where p.topic = 'collection-contribution-paid-v1' and p.seq > :after and p.seq <= :upTo order by p.seq""";

    private final Policy policy;

    Overcharged(Policy policy) {
        this.policy = policy;
    }

    private record Standard(Insurance insurance, LocalDate on) {}

    @Override
    public Explained explained() {
        return new Explained(
                "above-standard",
                Suspicion.OVERCHARGING,
                "超标准收费",
                "More charged than the notice sets",
                "应缴数不是当日本险种任何一档标准、以前年度的不是经办机构核定数额，或实缴多于应缴的缴费",
                "payments whose claim is none of the amounts of the policy for the insurance on that day, or for an earlier fee"
                        + " year none that the agency assessed, or for which more was paid than due",
                "代收人员所在的村居，否则为税务",
                "the village whose agent collected, else tax",
                Optional.ofNullable(policy.schedules().get(Supervising.SCHEDULE))
                        .map(Schedule::clause)
                        .orElse(null),
                policy.insurances().stream()
                        .flatMap(insurance -> policy.windows(insurance).stream())
                        .anyMatch(PaymentWindow::assumed),
                QUERY);
    }

    @Override
    public List<Suspect> find(Handle handle, Range range) {
        Map<Standard, Set<Fen>> standards = new HashMap<>();
        try (Stream<Optional<Suspect>> payments = handle
                .createQuery(QUERY)
                .bind("after", range.after())
                .bind("upTo", range.upTo())
                .setFetchSize(FETCH)
                .map((row, context) -> suspect(
                        row.getString("id"), row.getBytes("payload"), fens(row.getArray("assessed")), standards))
                .stream()) {
            return payments.flatMap(Optional::stream).toList();
        }
    }

    /** @param assessed what the agency assessed for this person, insurance and fee year */
    private Optional<Suspect> suspect(
            String eventId, byte[] payload, Set<Fen> assessed, Map<Standard, Set<Fen>> standards) {
        ContributionPaid paid;
        try {
            paid = HandoffJson.MAPPER.readValue(payload, ContributionPaid.class);
        } catch (IOException | IllegalArgumentException e) {
            // it is parked in the inbox; there is no payment to judge
            return Optional.empty();
        }
        // the amounts of the notice are those of its fee year; what is paid for an earlier one the agency assesses 核定
        Set<Fen> allowed = paid.feeYear() < policy.feeYear()
                ? assessed
                : standards.computeIfAbsent(new Standard(paid.insurance(), paid.dayOfPayment()), this::amounts);
        boolean within = allowed.contains(paid.due())
                && paid.amount().compareTo(paid.due()) <= 0
                && paid.paidInAll().compareTo(paid.due()) <= 0;
        if (within) {
            return Optional.empty();
        }
        boolean agent = policy.channel(paid.channel()).map(Channel::entrusted).orElse(false);
        return Optional.of(new Suspect(
                paid.paymentId(),
                agent ? Department.VILLAGE : Department.TAX,
                agent ? paid.village() : paid.township(),
                paid.amount(),
                List.of(eventId)));
    }

    /** Every amount that the policy knows for anybody on the day; none when nothing can be paid any more. */
    private Set<Fen> amounts(Standard standard) {
        try {
            return policy.amounts(standard.insurance(), standard.on());
        } catch (NoPaymentWindowException e) {
            // whatever was taken on that day was taken without a standard
            return Set.of();
        }
    }

    private static Set<Fen> fens(Array amounts) throws SQLException {
        return Stream.of((Long[]) amounts.getArray()).map(Fen::of).collect(Collectors.toSet());
    }
}
