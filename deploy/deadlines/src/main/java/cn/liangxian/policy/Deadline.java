package cn.liangxian.policy;

import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.handoff.Department;
import java.util.List;

/**
 * The terms of time of one handoff.
 *
 * @param handoff its key: the topic without {@code -v<n>}
 * @param per for which units one such handoff is owed each; empty when there is one in all
 * @param reviewers departments that must have reviewed it before it goes out
 * @param sealed whether it must carry a seal
 */
public record Deadline(
        String handoff,
        DeadlineRule rule,
        List<Per> per,
        List<Department> reviewers,
        boolean sealed,
        String clause,
        boolean assumed) {

    public Deadline {
        per = List.copyOf(per);
        reviewers = List.copyOf(reviewers);
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
