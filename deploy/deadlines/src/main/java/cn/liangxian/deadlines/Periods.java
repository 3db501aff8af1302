package cn.liangxian.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Anchors that are worked out: the first and last days of weeks, months, quarters and years, from the business date an
 * obligation belongs to, and birthdays, from the birth of its person.
 */
final class Periods {
    private static final Set<String> RECURRING = Set.of(
            Anchors.DAY,
            "week.start",
            "week.end",
            "month.start",
            "month.end",
            "quarter.start",
            "quarter.end",
            "year.start",
            "year.end");
    private static final String BIRTHDAY = "birthday.";

    private Periods() {}

    static LocalDate day(String anchor, Anchors anchors) {
        if (isBirthday(anchor)) {
            int years = Integer.parseInt(anchor.substring(BIRTHDAY.length()));
            // who was born on 29 February completes the year on the last day of February (民法典202)
            return anchors.require(Anchors.BIRTH).plusYears(years);
        }
        if (anchor.equals(Anchors.DAY) || !recurs(anchor)) return anchors.require(anchor);
        LocalDate day = anchors.require(Anchors.DAY);
        return switch (anchor) {
            case "week.start" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "week.end" -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case "month.start" -> day.withDayOfMonth(1);
            case "month.end" -> day.with(TemporalAdjusters.lastDayOfMonth());
            case "quarter.start" -> quarterStart(day);
            case "quarter.end" -> quarterStart(day).plusMonths(3).minusDays(1);
            case "year.start" -> day.withDayOfYear(1);
            default -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** The first such day of the calendar that is not before the reference day. */
    static LocalDate next(MonthDay by, LocalDate day) {
        LocalDate thisYear = by.atYear(day.getYear());
        return day.isAfter(thisYear) ? by.atYear(day.getYear() + 1) : thisYear;
    }

    /** The first such day of a month that is not before the reference day. */
    static LocalDate next(int dayOfMonth, LocalDate day) {
        LocalDate thisMonth = inMonth(dayOfMonth, YearMonth.from(day));
        return day.isAfter(thisMonth) ? inMonth(dayOfMonth, YearMonth.from(day).plusMonths(1)) : thisMonth;
    }

    static boolean recurs(String anchor) {
        return RECURRING.contains(anchor);
    }

    static boolean isBirthday(String anchor) {
        return anchor.startsWith(BIRTHDAY);
    }

    static boolean isHandoff(String anchor) {
        return !recurs(anchor)
                && !isBirthday(anchor)
                && !anchor.startsWith(Anchors.STATED)
                && !anchor.equals(Anchors.DUE)
                && !anchor.startsWith("campaign.")
                && !anchor.startsWith("fee-year.");
    }

    private static LocalDate inMonth(int dayOfMonth, YearMonth month) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    private static LocalDate quarterStart(LocalDate day) {
        int firstMonth = (day.get(IsoFields.QUARTER_OF_YEAR) - 1) * 3 + 1;
        return LocalDate.of(day.getYear(), firstMonth, 1);
    }
}
