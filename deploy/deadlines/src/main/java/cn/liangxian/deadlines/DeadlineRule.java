package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.Expectation.At;
import cn.liangxian.deadlines.Expectation.Before;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.Expectation.Inside;
import cn.liangxian.deadlines.Expectation.LeadingUpTo;
import cn.liangxian.deadlines.Expectation.On;
import cn.liangxian.deadlines.Expectation.Yearly;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By when something is expected, as the policy file says it: "campaign.start - 15d", "3 workdays after
 * collection-anomaly-raised", "every year by 02-15", "within campaign.publish".
 *
 * <p>What is handed over on the due day is on time; on the day after it is late.
 *
 * @param text the expression as written
 * @param firstDayCounted whether the day the clock starts is counted; 民法典201 says it is not
 * @param roll whether a last day on a holiday moves to the next working day (民法典203). By default a period of days, weeks
 *     or months counted forward rolls. A period counted back never does, since the later day would be too late, and a date or
 *     stage that a notice gives itself stands as it is unless the policy says otherwise.
 */
public record DeadlineRule(
        String text, Expectation expectation, boolean firstDayCounted, boolean roll, WorkCalendar calendar) {

    public DeadlineRule {
        if (roll && backward(expectation))
            throw new IllegalArgumentException("'" + text + "' counts back: a holiday cannot move it to a later day");
    }

    /** @throws IllegalArgumentException when the text is not a deadline */
    public static DeadlineRule parse(String text, WorkCalendar calendar) {
        Expectation expectation = DeadlineWords.read(text);
        boolean forward = expectation instanceof Counted counted && counted.forward();
        return new DeadlineRule(text, expectation, false, forward, calendar);
    }

    public DeadlineRule withFirstDayCounted(boolean counted) {
        return new DeadlineRule(text, expectation, counted, roll, calendar);
    }

    /** @throws IllegalArgumentException when a period counted back is to roll */
    public DeadlineRule withRoll(boolean rolls) {
        return new DeadlineRule(text, expectation, firstDayCounted, rolls, calendar);
    }

    /**
     * The last day on time.
     *
     * @throws MissingAnchorException when the day it is counted from is not known yet
     */
    public LocalDate due(Anchors anchors) {
        LocalDate last = last(anchors);
        return roll ? calendar.nextWorkday(last) : last;
    }

    /** Whether what arrives on this day is on time: the due day itself still is. */
    public boolean onTime(LocalDate arrived, Anchors anchors) {
        return !arrived.isAfter(due(anchors));
    }

    /** The first day on which it may come, where the rule is a window; empty when it may come at any time before. */
    public Optional<LocalDate> opens(Anchors anchors) {
        if (expectation instanceof Inside inside) return Optional.of(Periods.day(inside.stage(), anchors));
        if (expectation instanceof LeadingUpTo lead) {
            LocalDate end = Periods.day(lead.anchor(), anchors);
            return Optional.of(lead.unit().move(end, -lead.amount(), calendar));
        }
        return Optional.empty();
    }

    /** The handoff whose arrival starts the clock; empty when the calendar or the campaign does. */
    public Optional<String> trigger() {
        return anchor().filter(Periods::isHandoff);
    }

    /** Whether it comes again with each day, week, month, quarter or year, so that {@link Anchors#on} must say which. */
    public boolean recurring() {
        return expectation instanceof Yearly || anchor().filter(Periods::recurs).isPresent();
    }

    /** What the clock is counted from, where it is counted from something. */
    public Optional<String> anchor() {
        if (expectation instanceof Counted counted) return Optional.of(counted.anchor());
        if (expectation instanceof LeadingUpTo lead) return Optional.of(lead.anchor());
        if (expectation instanceof Before before) return Optional.of(before.anchor());
        if (expectation instanceof Inside inside) return Optional.of(inside.stage());
        if (expectation instanceof At at) return Optional.of(at.anchor());
        return Optional.empty();
    }

    private LocalDate last(Anchors anchors) {
        if (expectation instanceof Counted counted) return count(counted, Periods.day(counted.anchor(), anchors));
        if (expectation instanceof LeadingUpTo lead)
            return Periods.day(lead.anchor(), anchors).minusDays(1);
        if (expectation instanceof Before before)
            return Periods.day(before.anchor(), anchors).minusDays(1);
        if (expectation instanceof Inside inside) return Periods.day(inside.stage() + ".end", anchors);
        if (expectation instanceof At at) return Periods.day(at.anchor(), anchors);
        if (expectation instanceof Yearly yearly) return Periods.next(yearly.by(), anchors.require(Anchors.DAY));
        return ((On) expectation).day();
    }

    /** Counting the first day means beginning to count on the day before it, seen in the direction of counting. */
    private LocalDate count(Counted counted, LocalDate from) {
        int direction = counted.forward() ? 1 : -1;
        int amount = direction * counted.amount();
        if (!firstDayCounted) return counted.unit().move(from, amount, calendar);
        if (counted.unit() == TimeUnit.WORKDAYS)
            return counted.unit().move(from.minusDays(direction), amount, calendar);
        return counted.unit().move(from, amount, calendar).minusDays(direction);
    }

    private static boolean backward(Expectation expectation) {
        return expectation instanceof Before
                || expectation instanceof LeadingUpTo
                || (expectation instanceof Counted counted && !counted.forward());
    }

    @Override
    public String toString() {
        return text;
    }
}
