package cn.liangxian.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.calendar.RandomCalendars;
import cn.liangxian.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Whatever the council makes of the calendar")
class RandomCalendarTest {
    private static final String[] UNITS = {"d", "workdays", "weeks", "months", "years"};

    @Property
    void everyPeriodEndsWhereCountingByHandEnds(
            @ForAll long calendar,
            @ForAll @IntRange(max = RandomCalendars.DAYS) int day,
            @ForAll @IntRange(max = 4) int unit,
            @ForAll @IntRange(min = 1, max = 30) int amount,
            @ForAll boolean forward,
            @ForAll boolean firstDayCounted,
            @ForAll Roll roll) {
        int n = unit == 4 ? 1 : amount;
        DeadlineRule rule = rule(calendar, n + " " + UNITS[unit] + (forward ? " after x" : " before x"))
                .withFirstDayCounted(firstDayCounted)
                .withRoll(forward || roll != Roll.NEXT ? roll : Roll.NO);
        LocalDate start = RandomCalendars.FIRST.plusDays(day);
        LocalDate due = due(rule, start);
        CountedByHand.check(rule, start, due);
        assertTrue(rule.onTime(due, Anchors.of(Map.of("x", start))));
        assertFalse(rule.onTime(due.plusDays(1), Anchors.of(Map.of("x", start))));
    }

    @Property
    void aClockThatStartsLaterNeverEndsEarlier(
            @ForAll long calendar,
            @ForAll @IntRange(max = RandomCalendars.DAYS) int day,
            @ForAll @IntRange(max = 4) int unit,
            @ForAll boolean forward) {
        DeadlineRule rule = rule(calendar, "1 " + UNITS[unit] + (forward ? " after x" : " before x"));
        LocalDate start = RandomCalendars.FIRST.plusDays(day);
        assertFalse(due(rule, start.plusDays(1)).isBefore(due(rule, start)));
    }

    @Property
    void oneMoreHolidayNeverMakesAForwardPeriodShorterNorABackwardOneEndLater(
            @ForAll long calendar,
            @ForAll @IntRange(max = RandomCalendars.DAYS) int day,
            @ForAll @IntRange(min = 1, max = 20) int amount,
            @ForAll @IntRange(max = 40) int holiday) {
        LocalDate start = RandomCalendars.FIRST.plusDays(day);
        WorkCalendar more = RandomCalendars.withHoliday(calendar, start.plusDays(holiday - 20L));
        for (String text : new String[] {amount + " workdays after x", amount + "d after x"}) {
            LocalDate due = due(rule(calendar, text), start);
            assertFalse(due(DeadlineRule.parse(text, more), start).isBefore(due), text);
        }
        String back = amount + " workdays before x";
        assertFalse(due(DeadlineRule.parse(back, more), start).isAfter(due(rule(calendar, back), start)));
    }

    @Property
    void calendarDaysCountedBackTakeNoNoticeOfHolidays(
            @ForAll long calendar,
            @ForAll @IntRange(max = RandomCalendars.DAYS) int day,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        LocalDate start = RandomCalendars.FIRST.plusDays(day);
        assertEquals(start.minusDays(amount), due(rule(calendar, amount + "d before x"), start));
    }

    private static DeadlineRule rule(long calendar, String text) {
        return DeadlineRule.parse(text, RandomCalendars.of(calendar));
    }

    private static LocalDate due(DeadlineRule rule, LocalDate start) {
        return rule.due(Anchors.of(Map.of("x", start)));
    }
}
