package cn.liangxian.reconciliation.difference;

import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Until when whoever owns a difference may take to settle it: the policy's {@code differences.day}, from the day of the money,
 * and {@code differences.month}, from the last day of the month. From the day after it is overdue.
 */
@ApplicationScoped
public class DifferenceClock {

    private final Schedule ofDay;
    private final Schedule ofMonth;

    DifferenceClock(Policy policy) {
        this.ofDay = policy.schedules().get("differences.day");
        this.ofMonth = policy.schedules().get("differences.month");
    }

    /** None where the policy sets no period. */
    public Until of(LocalDate day) {
        return until(ofDay, day);
    }

    /** As {@link #of(LocalDate)}. */
    public Until of(YearMonth month) {
        return until(ofMonth, month.atEndOfMonth());
    }

    /** Differences of this day and of those before it are overdue on the given date; null where nothing ever is. */
    public LocalDate overdueUpTo(LocalDate date) {
        if (ofDay == null) {
            return null;
        }
        LocalDate day = date.minusDays(1);
        while (!ofDay.dueAfter(day).isBefore(date)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static Until until(Schedule schedule, LocalDate start) {
        return schedule == null ? Until.NONE : new Until(schedule.dueAfter(start), schedule.assumed());
    }
}
