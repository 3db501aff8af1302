package cn.liangxian.policy;

import cn.liangxian.handoff.Insurance;
import java.util.Map;
import java.util.Optional;

/**
 * The share of those who should pay an insurance that must have paid, in hundredths of a percent.
 *
 * @param everywhere for townships without a target of their own; null where only those have one
 * @param townships by division code
 */
public record Target(
        Insurance insurance, Integer everywhere, Map<String, Integer> townships, String clause, boolean assumed) {
    public Target {
        townships = Map.copyOf(townships);
    }

    public Optional<Integer> of(String township) {
        return Optional.ofNullable(townships.getOrDefault(township, everywhere));
    }
}
