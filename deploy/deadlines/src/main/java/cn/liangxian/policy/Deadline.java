package cn.liangxian.policy;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The terms of time of one handoff.
 *
 * @param handoff its key: the topic without {@code -v<n>}
 * @param startedBy key of the handoff that starts the clock; null when the calendar or the campaign does
 * @param from who owes it, and {@code to} whom, where this county differs from the declared parties; else empty
 * @param of for which kinds of the handoff that starts the clock, or of itself where the calendar does; empty for all
 * @param per for which units one such handoff is owed each; empty when there is one in all
 * @param reviewers departments that must have reviewed it before it goes out
 * @param sealed whether it must carry a seal
 * @param zero whether whoever owes it may confirm instead that there is nothing to hand over
 * @param inCampaign whether it is owed only for what happens during the campaign
 * @param times how often it must have come by the day that it is due
 * @param neededFor key of the handoff, or {@link Slack#FIRST_DEBIT}, that cannot do without it, though its day stands in the
 *     calendar; null where nothing is said. {@code needAssumed}: by a reading
 * @param assumed whether a reading that no text gives decides when it is due, by whom it is owed, or how often; {@code
 *     dueAssumed} whether one decides the day
 */
public record Deadline(
        String handoff,
        DeadlineRule rule,
        String startedBy,
        List<Department> from,
        List<Department> to,
        List<String> of,
        List<Per> per,
        List<Department> reviewers,
        boolean sealed,
        boolean zero,
        boolean inCampaign,
        int times,
        String neededFor,
        boolean needAssumed,
        String clause,
        boolean assumed,
        boolean dueAssumed) {

    public Deadline {
        from = List.copyOf(from);
        to = List.copyOf(to);
        of = List.copyOf(of);
        per = List.copyOf(per);
        reviewers = List.copyOf(reviewers);
    }

    /** The handoff that starts the clock; empty when the calendar or the campaign does. */
    public Optional<String> trigger() {
        return Optional.ofNullable(startedBy);
    }

    /** By when it is due where its clock starts on the day; empty where no handoff starts it. */
    public Optional<LocalDate> dueAfter(LocalDate start, Anchors anchors) {
        return rule.trigger().map(trigger -> rule.due(anchors.on(start).with(trigger, start)));
    }

    /** As {@link #dueAfter}, with the word whether the day rests on a reading. */
    public Optional<Until> until(LocalDate start, Anchors anchors) {
        return dueAfter(start, anchors).map(day -> new Until(day, dueAssumed));
    }

    /** A unit for each of which a handoff is owed. */
    public enum Per {
        DEPARTMENT,
        TOWNSHIP,
        VILLAGE,
        INSURANCE,
        PERSON,
        LIST,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }
}
