package cn.liangxian.world.actor;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Identity;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What residents know about their own standing: the identities under which a department's list was accepted, and with
 * the notice in hand what they owe. The services may see it otherwise; then the resident asks at the counter.
 */
public final class Records {
    private final Policy policy;
    private final Map<Integer, List<Identity>> identities = new HashMap<>();

    public Records(Policy policy) {
        this.policy = policy;
    }

    /** A list on which the resident stands was applied. */
    void listed(Resident resident, String category) {
        List<Identity> known = identities.computeIfAbsent(resident.number(), n -> new ArrayList<>(2));
        Identity identity = Identity.lasting(category);
        if (!known.contains(identity)) known.add(identity);
    }

    /** What the notice asks of the resident and others on this day; empty when the insurance is not for this resident. */
    public Optional<Assessment> assess(Resident resident, Insurance insurance, LocalDate on) {
        var facts = resident.facts(identities.getOrDefault(resident.number(), List.of()));
        if (!policy.eligible(insurance, facts, on).eligible()) return Optional.empty();
        Fen tier = insurance == Insurance.PENSION
                ? Fen.ofYuan(resident.pensionTierYuan())
                : policy.tiers(insurance, facts, on).get(0).amount();
        boolean allowed = policy.tiers(insurance, facts, on).stream()
                .anyMatch(t -> t.amount().equals(tier));
        Fen chosen = allowed ? tier : policy.tiers(insurance, facts, on).get(0).amount();
        return Optional.of(policy.assess(insurance, facts, on, chosen));
    }

    /** The day until which the notice asks the resident to wait before paying over this channel. */
    Optional<LocalDate> hold(Resident resident, Insurance insurance, String channel, LocalDate on) {
        var facts = resident.facts(identities.getOrDefault(resident.number(), List.of()));
        return policy.hold(insurance, facts, channel, on).map(hold -> hold.until());
    }
}
