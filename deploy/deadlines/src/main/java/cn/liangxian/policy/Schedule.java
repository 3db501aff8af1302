package cn.liangxian.policy;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When a department does what the notice leaves open (定期, 及时, 按时): on given dates, every week, or so long after something.
 *
 * @param dates the given dates, in order; for a weekly run all of them, from the first to the last
 * @param weekly the day of the week, or null
 * @param after how long after its trigger, or null
 */
public record Schedule(
        String name, List<LocalDate> dates, DayOfWeek weekly, DeadlineRule after, String clause, boolean assumed) {

    public Schedule {
        dates = List.copyOf(dates);
    }

    /** The day that lies so long after the start; only for a schedule with {@code after}. */
    public LocalDate dueAfter(LocalDate start) {
        if (after == null) throw new IllegalStateException("schedule " + name + " does not count from anything");
        return after.due(Anchors.of(Map.of(after.anchor().orElseThrow(), start)));
    }

    /** Whether a run is planned for the day. */
    public boolean runsOn(LocalDate day) {
        return dates.contains(day);
    }
}
