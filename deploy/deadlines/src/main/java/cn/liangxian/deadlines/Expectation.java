package cn.liangxian.deadlines;

import java.time.LocalDate;
import java.time.MonthDay;

/** The kinds of deadline that the notices use. */
public sealed interface Expectation {

    /** So many units after (or before) an anchor: "3 workdays after X", "campaign.start - 15d". */
    record Counted(String anchor, int amount, TimeUnit unit, boolean forward) implements Expectation {}

    /** In the time before an anchor, the anchor itself left out: "within 1 month before campaign.start". */
    record LeadingUpTo(String anchor, int amount, TimeUnit unit) implements Expectation {}

    /** At any time before an anchor: "before campaign.pay". */
    record Before(String anchor) implements Expectation {}

    /** Inside a stage, both ends included: "within campaign.publish". */
    record Inside(String stage) implements Expectation {}

    /** On the anchor's day at the latest: "same day", "end of month", "by campaign.end". */
    record At(String anchor) implements Expectation {}

    /** A fixed day of every year: "every year by 02-15". */
    record Yearly(MonthDay by) implements Expectation {}

    /** One given day: "by 2023-10-10". */
    record On(LocalDate day) implements Expectation {}
}
