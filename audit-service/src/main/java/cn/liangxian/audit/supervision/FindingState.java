package cn.liangxian.audit.supervision;

import static java.util.Map.entry;

import java.util.Map;

/** Where a finding of the audit bureau stands, and the one table of its life. */
public enum FindingState {
    /** 待说明: the asked department has to explain. */
    RAISED,
    /** 已说明: the bureau has to conclude. */
    ANSWERED,
    /** 待复核: a second person of the bureau has to agree. */
    CONCLUDED,
    CLOSED;

    /** What happens to a finding. */
    public enum Step {
        EXPLAINED,
        CONCLUDED,
        /** The second person agreed. */
        APPROVED,
        /** The second person did not agree. */
        SENT_BACK
    }

    private static final Map<FindingState, Map<Step, FindingState>> TABLE = Map.ofEntries(
            entry(RAISED, Map.of(Step.EXPLAINED, ANSWERED, Step.CONCLUDED, CONCLUDED)),
            entry(ANSWERED, Map.of(Step.CONCLUDED, CONCLUDED)),
            entry(CONCLUDED, Map.of(Step.APPROVED, CLOSED, Step.SENT_BACK, ANSWERED)),
            entry(CLOSED, Map.of()));

    /** The whole table. */
    public static Map<FindingState, Map<Step, FindingState>> table() {
        return TABLE;
    }

    /** Null when the step cannot happen to a finding that stands so. */
    FindingState after(Step step) {
        return TABLE.get(this).get(step);
    }
}
