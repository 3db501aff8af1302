package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where the payable roster (征收清册) of a township stands. */
public enum PayableRosterState {
    /** Drawn up; waits for every reviewer that the policy names. */
    IN_REVIEW,
    /** Reviewed by all and handed over to the township. */
    ISSUED,
    /** A reviewer found it wrong and said why; waits for tax to draw it up anew when what was wrong is put right. */
    REFUSED,
    /** Another one was drawn up in its place. */
    CORRECTED;

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
