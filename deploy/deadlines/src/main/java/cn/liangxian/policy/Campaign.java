package cn.liangxian.policy;

import java.time.LocalDate;
import java.util.Map;

/**
 * The time of concentrated collection 集中征缴期, both days included, and its stages by name (prepare, pay, publish).
 *
 * <p>A stage may begin before or end after the campaign itself: publication follows it.
 */
public record Campaign(LocalDate start, LocalDate end, Map<String, Stage> stages, String clause) {

    public Campaign {
        stages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stages));
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** @throws IllegalArgumentException when the policy has no stage of that name */
    public Stage stage(String name) {
        Stage stage = stages.get(name);
        if (stage == null) throw new IllegalArgumentException("no stage '" + name + "' in " + stages.keySet());
        return stage;
    }
}
