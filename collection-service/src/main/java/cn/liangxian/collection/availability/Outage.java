package cn.liangxian.collection.availability;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A time in which a channel took no money, in local time; {@code until} is null while it lasts.
 *
 * @param waitsOn who has to restore it; null when it works again
 * @param waitsUntil by when the policy wants that; null when it works again, or where it sets no period; {@code untilAssumed}
 *     where no text gives it
 */
public record Outage(
        String outageId,
        String channel,
        OutageState state,
        LocalDateTime since,
        LocalDateTime until,
        String cause,
        Department waitsOn,
        LocalDate waitsUntil,
        boolean untilAssumed) {

    private static final String RESTORED = "collection-channel-restored";

    static Outage of(
            String outageId, String channel, LocalDateTime since, LocalDateTime until, String cause, Policy policy) {
        OutageState state = OutageState.of(until);
        Department waitsOn = state.waitsOn();
        Until limit = waitsOn == null ? Until.NONE : Until.of(policy, RESTORED, since.toLocalDate());
        return new Outage(outageId, channel, state, since, until, cause, waitsOn, limit.day(), limit.assumed());
    }

    /** Minutes of the day in which at least one of the outages lasted; the outages in the order of their beginning. */
    static int minutesOn(LocalDate day, List<Outage> outages) {
        LocalDateTime counted = day.atStartOfDay();
        LocalDateTime end = day.plusDays(1).atStartOfDay();
        long minutes = 0;
        for (Outage outage : outages) {
            LocalDateTime from = outage.since().isAfter(counted) ? outage.since() : counted;
            LocalDateTime to = outage.until() == null || outage.until().isAfter(end) ? end : outage.until();
            if (to.isAfter(from)) {
                minutes += Duration.between(from, to).toMinutes();
                counted = to;
            }
        }
        return (int) minutes;
    }
}
