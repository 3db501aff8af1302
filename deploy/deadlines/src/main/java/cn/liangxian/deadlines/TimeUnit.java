package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import java.time.LocalDate;

/** What a deadline counts: calendar days, working days, weeks, months or years. */
public enum TimeUnit {
    DAYS,
    WORKDAYS,
    WEEKS,
    MONTHS,
    YEARS;

    static TimeUnit of(String word) {
        return switch (word) {
            case "d", "day", "days" -> DAYS;
            case "workday", "workdays" -> WORKDAYS;
            case "w", "week", "weeks" -> WEEKS;
            case "month", "months" -> MONTHS;
            case "year", "years" -> YEARS;
            default -> throw new IllegalArgumentException("unknown unit of time '" + word + "'");
        };
    }

    /**
     * The day that lies n units from the start; back for a negative n. Where a month lacks the day of the start, its last
     * day ends the period (民法典202).
     */
    LocalDate move(LocalDate start, int n, WorkCalendar calendar) {
        return switch (this) {
            case DAYS -> start.plusDays(n);
            case WORKDAYS -> calendar.plusWorkdays(start, n);
            case WEEKS -> start.plusWeeks(n);
            case MONTHS -> start.plusMonths(n);
            case YEARS -> start.plusYears(n);
        };
    }
}
