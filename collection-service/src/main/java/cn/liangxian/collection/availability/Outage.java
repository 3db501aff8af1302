package cn.liangxian.collection.availability;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A time in which a channel took no money, in local time; {@code until} is null while it lasts. */
public record Outage(
        String outageId, String channel, OutageState state, LocalDateTime since, LocalDateTime until, String cause) {

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
