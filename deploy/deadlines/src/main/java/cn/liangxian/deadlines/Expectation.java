package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The kinds of deadline that the notices use. */
public sealed interface Expectation {

    /** The last day, before any roll over a day off. */
    LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar);

    /** The anchor that the clock is counted from, where it is counted from something. */
    default Optional<String> countsFrom() {
        return Optional.empty();
    }

    /** The first day on which it may come, where it has a window. */
    default Optional<LocalDate> opens(Anchors anchors, WorkCalendar calendar) {
        return Optional.empty();
    }

    /** Whether there is such a first day. */
    default boolean window() {
        return false;
    }

    /** Whether it lies before its anchor, so that a later day would be too late. */
    default boolean backward() {
        return false;
    }

    /** Whether the notice gives a day of the calendar itself that comes again. */
    default boolean comesAgain() {
        return false;
    }

    /** So many units after (or before) an anchor: "3 workdays after X", "campaign.start - 15d". */
    record Counted(String anchor, int amount, TimeUnit unit, boolean forward) implements Expectation {
        /** Counting the first day means beginning to count on the day before it, seen in the direction of counting. */
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            LocalDate from = Periods.day(anchor, anchors);
            int direction = forward ? 1 : -1;
            if (!firstDayCounted) return unit.move(from, direction * amount, calendar);
            if (unit == TimeUnit.WORKDAYS) return unit.move(from.minusDays(direction), direction * amount, calendar);
            return unit.move(from, direction * amount, calendar).minusDays(direction);
        }

        @Override
        public Optional<String> countsFrom() {
            return Optional.of(anchor);
        }

        @Override
        public boolean backward() {
            return !forward;
        }
    }

    /**
     * Two limits 双限, whichever is reached first: "2 days after collection-cash-taken or 10000 yuan" is due on the day on
     * which what is held reaches the sum, and at the latest two days after the first of it.
     */
    record EitherLimit(Counted days, long yuan) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return days.last(anchors, firstDayCounted, calendar);
        }

        @Override
        public Optional<String> countsFrom() {
            return days.countsFrom();
        }
    }

    /** In the time before an anchor, the anchor itself left out: "within 1 month before campaign.start". */
    record LeadingUpTo(String anchor, int amount, TimeUnit unit) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.day(anchor, anchors).minusDays(1);
        }

        @Override
        public Optional<String> countsFrom() {
            return Optional.of(anchor);
        }

        @Override
        public Optional<LocalDate> opens(Anchors anchors, WorkCalendar calendar) {
            return Optional.of(unit.move(Periods.day(anchor, anchors), -amount, calendar));
        }

        @Override
        public boolean window() {
            return true;
        }

        @Override
        public boolean backward() {
            return true;
        }
    }

    /** At any time before an anchor: "before campaign.pay". */
    record Before(String anchor) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.day(anchor, anchors).minusDays(1);
        }

        @Override
        public Optional<String> countsFrom() {
            return Optional.of(anchor);
        }

        @Override
        public boolean backward() {
            return true;
        }
    }

    /** From one day to another, both included: "between campaign.start and campaign.pay.end", "within campaign.publish". */
    record Between(String from, String to) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.day(to, anchors);
        }

        @Override
        public Optional<String> countsFrom() {
            return Optional.of(from);
        }

        @Override
        public Optional<LocalDate> opens(Anchors anchors, WorkCalendar calendar) {
            return Optional.of(Periods.day(from, anchors));
        }

        @Override
        public boolean window() {
            return true;
        }
    }

    /** On the anchor's day at the latest: "same day", "end of month", "by campaign.end", "by birthday.60". */
    record At(String anchor) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.day(anchor, anchors);
        }

        @Override
        public Optional<String> countsFrom() {
            return Optional.of(anchor);
        }
    }

    /** A day of every week: "every FRIDAY". */
    record Weekly(DayOfWeek on) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.day("week.start", anchors).with(TemporalAdjusters.nextOrSame(on));
        }

        @Override
        public boolean comesAgain() {
            return true;
        }
    }

    /** A fixed day of every month, its last where it has no such day: "every month by 10". */
    record Monthly(int day) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.next(day, anchors.require(Anchors.DAY));
        }

        @Override
        public boolean comesAgain() {
            return true;
        }
    }

    /** A fixed day of every year: "every year by 02-15". */
    record Yearly(MonthDay by) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return Periods.next(by, anchors.require(Anchors.DAY));
        }

        @Override
        public boolean comesAgain() {
            return true;
        }
    }

    /** One given day: "by 2023-10-10". */
    record On(LocalDate day) implements Expectation {
        @Override
        public LocalDate last(Anchors anchors, boolean firstDayCounted, WorkCalendar calendar) {
            return day;
        }
    }
}
