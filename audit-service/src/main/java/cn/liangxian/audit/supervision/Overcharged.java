package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.PaymentWindow;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.policy.Tier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** 超标准收费: a claim for another amount than the notice knows for that insurance and day, or more paid than it amounts to. */
final class Overcharged implements SupervisionRule {

    private static final String VILLAGE_AGENT = "VILLAGE_AGENT";
    private static final int FETCH = 1_000;
    private static final int ADULT_YEARS = 40;
    private static final String QUERY =
            """
            select id, payload from event
            where topic = 'collection-contribution-paid-v1' and seq > :after and seq <= :upTo order by seq""";

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
                "payments whose claim is none of the amounts of the policy for the insurance on that day, or for which more was paid"
                        + " than due",
                "the village whose agent collected, else tax",
                "yicheng-2024/五(九)",
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
                .map((row, context) -> suspect(row.getString("id"), row.getBytes("payload"), standards))
                .stream()) {
            return payments.flatMap(Optional::stream).toList();
        }
    }

    private Optional<Suspect> suspect(String eventId, byte[] payload, Map<Standard, Set<Fen>> standards) {
        ContributionPaid paid;
        try {
            paid = HandoffJson.MAPPER.readValue(payload, ContributionPaid.class);
        } catch (IOException | IllegalArgumentException e) {
            // it is parked in the inbox; there is no payment to judge
            return Optional.empty();
        }
        Set<Fen> allowed = standards.computeIfAbsent(new Standard(paid.insurance(), paid.paidOn()), this::amounts);
        boolean within = allowed.contains(paid.due())
                && paid.amount().compareTo(paid.due()) <= 0
                && paid.paidInAll().compareTo(paid.due()) <= 0;
        if (within) {
            return Optional.empty();
        }
        boolean agent = paid.channel().equals(VILLAGE_AGENT);
        return Optional.of(new Suspect(
                paid.paymentId(),
                agent ? Department.VILLAGE : Department.TAX,
                agent ? paid.village() : paid.township(),
                paid.amount(),
                List.of(eventId)));
    }

    /** Every amount that the policy knows for anybody on the day; none when nothing can be paid any more. */
    private Set<Fen> amounts(Standard standard) {
        PersonFacts adult = PersonFacts.resident(standard.on().minusYears(ADULT_YEARS), Sex.FEMALE);
        List<Identity> all = policy.categories().stream()
                .map(Category::code)
                .map(Identity::lasting)
                .toList();
        Set<Fen> amounts = new HashSet<>();
        for (PersonFacts facts : List.of(adult, adult.with(all))) {
            try {
                policy.tiers(standard.insurance(), facts, standard.on()).stream()
                        .map(Tier::amount)
                        .forEach(amounts::add);
            } catch (NoPaymentWindowException e) {
                // whatever was taken on that day was taken without a standard
                return Set.of();
            }
        }
        return amounts;
    }
}
