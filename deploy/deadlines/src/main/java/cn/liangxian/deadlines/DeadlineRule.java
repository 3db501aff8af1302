package cn.liangxian.deadlines;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.Expectation.EitherLimit;
import cn.liangxian.deadlines.Expectation.Monthly;
import cn.liangxian.deadlines.Expectation.Yearly;
import cn.liangxian.handoff.Fen;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By when something is expected, as the policy file says it: "campaign.start - 15d", "3 workdays after
 * collection-anomaly-raised", "every year by 02-15", "within campaign.publish".
 *
 * <p>What is handed over on the due day is on time; on the day after it is late.
 *
 * @param text the expression as written
 * @param firstDayCounted whether the day the clock starts is counted; 民法典201 says it is not
 * @param roll what becomes of a last day that is no working day (民法典203). By default a period of days, weeks or months
 *     counted forward goes to the next one. A period counted back stands, since the later day would be too late, and so does
 *     a date or stage that a notice gives itself; the policy can say otherwise of each.
 */
public record DeadlineRule(
        String text, Expectation expectation, boolean firstDayCounted, Roll roll, WorkCalendar calendar) {

    public DeadlineRule {
        if (roll == Roll.NEXT && expectation.backward())
            throw new IllegalArgumentException("'" + text + "' counts back: a holiday cannot move it to a later day");
    }

    /** @throws IllegalArgumentException when the text is not a deadline */
    public static DeadlineRule parse(String text, WorkCalendar calendar) {
        Expectation expectation = DeadlineWords.read(text);
        boolean forward =
                expectation instanceof EitherLimit || (expectation instanceof Counted counted && counted.forward());
        return new DeadlineRule(text, expectation, false, forward ? Roll.NEXT : Roll.NO, calendar);
    }

    public DeadlineRule withFirstDayCounted(boolean counted) {
        return new DeadlineRule(text, expectation, counted, roll, calendar);
    }

    /** @throws IllegalArgumentException when a period counted back is to go to a later day */
    public DeadlineRule withRoll(Roll rolls) {
        return new DeadlineRule(text, expectation, firstDayCounted, rolls, calendar);
    }

    /**
     * The last day on time.
     *
     * @throws MissingAnchorException when the day it is counted from is not known yet
     * @throws cn.liangxian.calendar.YearNotLoadedException when the holidays that decide about it are not loaded
     */
    public LocalDate due(Anchors anchors) {
        return roll.apply(expectation.last(anchors, firstDayCounted, calendar), calendar);
    }

    /**
     * The last day on time of two limits 双限: the day on which what came in reaches the sum, unless the days are over before.
     *
     * @param held what came in since the clock started, by business date
     * @throws MissingAnchorException when the day it is counted from is not known yet
     */
    public LocalDate due(Anchors anchors, Map<LocalDate, Fen> held) {
        LocalDate latest = due(anchors);
        if (!(expectation instanceof EitherLimit limit)) return latest;
        Fen sum = Fen.ZERO;
        for (Map.Entry<LocalDate, Fen> day : new TreeMap<>(held).entrySet()) {
            sum = sum.plus(day.getValue());
            boolean reached = sum.compareTo(Fen.ofYuan(limit.yuan())) >= 0;
            if (reached && day.getKey().isBefore(latest)) return day.getKey();
        }
        return latest;
    }

    /** Whether what arrives on this day is on time: the due day itself still is. */
    public boolean onTime(LocalDate arrived, Anchors anchors) {
        return !arrived.isAfter(due(anchors));
    }

    /** The first day on which it may come, where the rule is a window; empty when it may come at any time before. */
    public Optional<LocalDate> opens(Anchors anchors) {
        return expectation.opens(anchors, calendar);
    }

    /** Whether it has a first day: what comes before it comes too early. */
    public boolean window() {
        return expectation.window();
    }

    /** The handoff whose arrival starts the clock; empty when the calendar or the campaign does. */
    public Optional<String> trigger() {
        return anchor().filter(Periods::isHandoff);
    }

    /** Whether it comes again with each day, week, month, quarter or year, so that {@link Anchors#on} must say which. */
    public boolean recurring() {
        return expectation.comesAgain() || anchor().filter(Periods::recurs).isPresent();
    }

    /** Whether it counts from a birthday, so that {@link Anchors#BIRTH} must say whose. */
    public boolean personal() {
        return anchor().filter(Periods::isBirthday).isPresent();
    }

    /** Whether it counts from a day that the handoff which starts the clock states, and which it must give as that anchor. */
    public boolean stated() {
        return anchor().filter(anchor -> anchor.startsWith(Anchors.STATED)).isPresent();
    }

    /**
     * The day whose period names an obligation of this rule: of a fixed day of every month or year that day itself, since
     * what is due in February belongs to that year, however early it is known; else the business date.
     */
    public LocalDate belongsTo(LocalDate businessDate) {
        boolean fixed = expectation instanceof Yearly || expectation instanceof Monthly;
        return fixed ? expectation.last(Anchors.of(Map.of(Anchors.DAY, businessDate)), false, calendar) : businessDate;
    }

    /** What the clock is counted from, where it is counted from something. */
    public Optional<String> anchor() {
        return expectation.countsFrom();
    }

    @Override
    public String toString() {
        return text;
    }
}
