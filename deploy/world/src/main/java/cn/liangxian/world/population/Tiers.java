package cn.liangxian.world.population;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.policy.Tier;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pension tiers that the notice offers.
 *
 * @param common tiers open to everybody, in yuan, ascending
 * @param lowestByGroup the lowest tier, in yuan, of those groups that may choose a lower one than everybody
 */
public record Tiers(List<Integer> common, Map<String, Integer> lowestByGroup) {

    static Tiers of(Policy policy) {
        LocalDate day = policy.campaign().start();
        PersonFacts adult = PersonFacts.resident(day.minusYears(40), Sex.FEMALE);
        List<Integer> common = yuan(policy.tiers(Insurance.PENSION, adult, day));
        Map<String, Integer> lowest = new HashMap<>();
        for (Category category : policy.categories()) {
            int least = yuan(policy.tiers(Insurance.PENSION, adult.with(category.code()), day))
                    .get(0);
            if (least < common.get(0)) lowest.put(category.code(), least);
        }
        return new Tiers(common, Map.copyOf(lowest));
    }

    private static List<Integer> yuan(List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> (int) (tier.amount().amount() / 100))
                .sorted()
                .toList();
    }

    /** What a member of these groups wishes to pay: mostly the lowest tier that is open to them. */
    int wished(List<String> groups, Chance chance) {
        int lowest = groups.stream()
                .filter(lowestByGroup::containsKey)
                .mapToInt(lowestByGroup::get)
                .min()
                .orElse(-1);
        if (lowest > 0 && chance.of("hardship tier").happens(0.95)) return lowest;
        double[] weights = new double[common.size()];
        for (int i = 0; i < weights.length; i++) weights[i] = 1.0 / ((i + 1) * (i + 1));
        return common.get(chance.of("tier").weighted(weights));
    }
}
