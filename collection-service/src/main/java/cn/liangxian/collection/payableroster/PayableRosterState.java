package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.collection.lifecycle.Worded;
import cn.liangxian.rest.Text;

/** Where the payable roster (征收清册) of a township stands. */
public enum PayableRosterState implements Worded {
    /** Drawn up; waits for every reviewer that the policy names. */
    IN_REVIEW("初审中", "in review"),
    /** Reviewed by all and handed over to the township. */
    ISSUED("已移交", "handed over"),
    /** A reviewer found it wrong and said why; waits for tax to draw it up anew when what was wrong is put right. */
    REFUSED("已退回", "sent back"),
    /** Another one was drawn up in its place. */
    CORRECTED("已重制", "drawn up anew");

    private final Text word;

    PayableRosterState(String zh, String en) {
        word = new Text(zh, en);
    }

    @Override
    public Text word() {
        return word;
    }

    enum Step {
        ONE_REVIEWED,
        LAST_REVIEWED,
        FOUND_WRONG,
        DRAWN_ANEW
    }

    static final LifeCycle<PayableRosterState, Step> LIFE = LifeCycle.startingIn(IN_REVIEW, Step.class)
            .from(IN_REVIEW, Step.ONE_REVIEWED, IN_REVIEW)
            .from(IN_REVIEW, Step.LAST_REVIEWED, ISSUED)
            .from(IN_REVIEW, Step.FOUND_WRONG, REFUSED)
            .from(REFUSED, Step.DRAWN_ANEW, CORRECTED)
            .done();
}
