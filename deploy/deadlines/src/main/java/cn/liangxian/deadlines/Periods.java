package cn.liangxian.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The ends of weeks, months, quarters and years as anchors, taken from the business date an obligation belongs to. */
final class Periods {
    private static final Set<String> RECURRING =
            Set.of(Anchors.DAY, "week.end", "month.end", "quarter.end", "year.end");

    private Periods() {}

    static LocalDate day(String anchor, Anchors anchors) {
        return switch (anchor) {
            case "week.end" -> anchors.require(Anchors.DAY).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case "month.end" -> anchors.require(Anchors.DAY).with(TemporalAdjusters.lastDayOfMonth());
            case "quarter.end" -> quarterEnd(anchors.require(Anchors.DAY));
            case "year.end" -> anchors.require(Anchors.DAY).with(TemporalAdjusters.lastDayOfYear());
            default -> anchors.require(anchor);
        };
    }

    /** The first such day of the calendar that is not before the reference day. */
    static LocalDate next(MonthDay by, LocalDate day) {
        LocalDate thisYear = by.atYear(day.getYear());
        return day.isAfter(thisYear) ? by.atYear(day.getYear() + 1) : thisYear;
    }

    static boolean recurs(String anchor) {
        return RECURRING.contains(anchor);
    }

    static boolean isHandoff(String anchor) {
        return !recurs(anchor) && !anchor.startsWith("campaign.") && !anchor.startsWith("fee-year.");
    }

    private static LocalDate quarterEnd(LocalDate day) {
        int firstMonth = (day.get(IsoFields.QUARTER_OF_YEAR) - 1) * 3 + 1;
        return day.withMonth(firstMonth)
                .with(TemporalAdjusters.firstDayOfMonth())
                .plusMonths(3)
                .minusDays(1);
    }
}
