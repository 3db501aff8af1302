package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where the payable roster (征收清册) of a township stands. */
public enum PayableRosterState {
    /** Drawn up; waits for every reviewer that the policy names. */
    IN_REVIEW,
    /** Reviewed by all and handed over to the township. */
    ISSUED;

    enum Step {
        ONE_REVIEWED,
        LAST_REVIEWED
    }

    static final LifeCycle<PayableRosterState, Step> LIFE = LifeCycle.startingIn(IN_REVIEW, Step.class)
            .from(IN_REVIEW, Step.ONE_REVIEWED, IN_REVIEW)
            .from(IN_REVIEW, Step.LAST_REVIEWED, ISSUED)
            .done();
}
