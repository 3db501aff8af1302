package cn.liangxian.audit.objection;

import static java.util.Map.entry;

import cn.liangxian.audit.PublicationHandoff.Outcome;
import cn.liangxian.rest.Text;
import java.util.Map;

/** Where an objection stands, and the one table of its life. */
public enum ObjectionState {
    RECEIVED("待镇街答复", "With the township"),
    /** The township passed it to tax, who has the payments. */
    WITH_TAX("待税务核实", "With tax"),
    CORRECTED("已更正", "Corrected"),
    REJECTED("已驳回", "Rejected"),
    TAKEN_BACK("已撤回", "Taken back");

    /** What happens to an objection. */
    public enum Step {
        PASSED_ON,
        REJECTED,
        TAKEN_BACK,
        /** Tax provided a corrected roster. That holds whatever was answered before. */
        CORRECTED
    }

    private static final Map<ObjectionState, Map<Step, ObjectionState>> TABLE = Map.ofEntries(
            entry(
                    RECEIVED,
                    Map.of(
                            Step.PASSED_ON, WITH_TAX,
                            Step.REJECTED, REJECTED,
                            Step.TAKEN_BACK, TAKEN_BACK,
                            Step.CORRECTED, CORRECTED)),
            entry(
                    WITH_TAX,
                    Map.of(
                            Step.REJECTED, REJECTED,
                            Step.TAKEN_BACK, TAKEN_BACK,
                            Step.CORRECTED, CORRECTED)),
            entry(REJECTED, Map.of(Step.CORRECTED, CORRECTED)),
            entry(TAKEN_BACK, Map.of(Step.CORRECTED, CORRECTED)),
            entry(CORRECTED, Map.of()));

    private final Text text;

    ObjectionState(String zh, String en) {
        text = new Text(zh, en);
    }

    Text text() {
        return text;
    }

    /** Null when the step cannot happen to an objection that stands so. */
    ObjectionState after(Step step) {
        return TABLE.get(this).get(step);
    }

    /**
     * What the one who objected is told. A new state does not compile until it says what that is.
     *
     * @throws IllegalStateException while somebody still has to answer
     */
    Outcome outcome() {
        return switch (this) {
            case CORRECTED -> Outcome.CORRECTED;
            case REJECTED -> Outcome.REJECTED;
            case TAKEN_BACK -> Outcome.TAKEN_BACK;
            case RECEIVED, WITH_TAX -> throw new IllegalStateException("nobody has answered yet: " + this);
        };
    }

    /** The whole table. */
    public static Map<ObjectionState, Map<Step, ObjectionState>> table() {
        return TABLE;
    }

    /** Whether somebody still has to answer. */
    boolean waits() {
        return this == RECEIVED || this == WITH_TAX;
    }
}
