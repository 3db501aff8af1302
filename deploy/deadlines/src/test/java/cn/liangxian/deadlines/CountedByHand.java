package cn.liangxian.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.Expectation.Counted;
import java.time.LocalDate;

/** Counts a period day by day, as a clerk does with a finger on a wall calendar, and compares. */
public final class CountedByHand {

    private CountedByHand() {}

    /** That the rule's last day is right for a clock that starts on the day. */
    public static void check(DeadlineRule rule, LocalDate start, LocalDate due) {
        Counted counted = (Counted) rule.expectation();
        LocalDate last = last(counted, start, rule.firstDayCounted(), rule.calendar());
        String said = rule + " from " + start;
        switch (rule.roll()) {
            case NO -> assertEquals(last, due, said);
            case NEXT -> moved(rule.calendar(), last, due, 1, said);
            case BACK -> moved(rule.calendar(), last, due, -1, said);
        }
    }

    private static void moved(WorkCalendar calendar, LocalDate last, LocalDate due, int step, String said) {
        assertTrue(calendar.isWorkday(due), said + ": " + due + " is a day off");
        for (LocalDate day = last; !day.equals(due); day = day.plusDays(step)) {
            assertFalse(calendar.isWorkday(day), said + ": " + day + " is a working day and was passed over");
            assertFalse(day.equals(last.plusDays(40L * step)), said + " went the wrong way");
        }
    }

    private static LocalDate last(Counted counted, LocalDate start, boolean firstDayCounted, WorkCalendar calendar) {
        int step = counted.forward() ? 1 : -1;
        LocalDate day = firstDayCounted ? start.minusDays(step) : start;
        int amount = counted.amount() * step;
        return switch (counted.unit()) {
            case DAYS -> day.plusDays(amount);
            case WEEKS -> day.plusDays(7L * amount);
            case MONTHS -> months(start, amount, firstDayCounted ? step : 0);
            case YEARS -> months(start, 12 * amount, firstDayCounted ? step : 0);
            case WORKDAYS -> {
                int left = counted.amount();
                while (left > 0) {
                    day = day.plusDays(step);
                    left -= calendar.isWorkday(day) ? 1 : 0;
                }
                yield day;
            }
        };
    }

    /** The same day of another month, or that month's last where it has no such day. */
    private static LocalDate months(LocalDate start, int months, int less) {
        int month = start.getYear() * 12 + start.getMonthValue() - 1 + months;
        LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
        return first.plusDays(Math.min(start.getDayOfMonth(), first.lengthOfMonth()) - 1)
                .minusDays(less);
    }
}
