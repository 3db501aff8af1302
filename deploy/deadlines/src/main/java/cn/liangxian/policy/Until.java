package cn.liangxian.policy;

import java.time.LocalDate;

/**
 * Until when something waits.
 *
 * @param day the last day on which it is in time; null where it waits for nothing, or no period is set
 * @param assumed whether the day rests on a reading that no text gives
 */
public record Until(LocalDate day, boolean assumed) {

    /** Nothing waits, or the policy sets no period. */
    public static final Until NONE = new Until(null, false);

    /** Until when the handoff is wanted whose clock starts on the day. */
    public static Until of(Policy policy, String handoff, LocalDate start) {
        return policy.deadline(handoff)
                .flatMap(deadline -> deadline.until(start, policy.anchors()))
                .orElse(NONE);
    }
}
