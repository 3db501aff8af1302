package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where the debit list (《批量扣款清册》) of a township stands. */
public enum DebitListState {
    /** Returned by the township; waits for tax to set the amounts. */
    RETURNED,
    /** A corrected list took its place before amounts were set. */
    SUPERSEDED,
    /** The amounts are set: from now on a change needs an application. */
    AMOUNTS_SET;

    enum Step {
        RETURNED_AGAIN,
        SET
    }

    static final LifeCycle<DebitListState, Step> LIFE = LifeCycle.startingIn(RETURNED, Step.class)
            .from(RETURNED, Step.RETURNED_AGAIN, SUPERSEDED)
            .from(RETURNED, Step.SET, AMOUNTS_SET)
            .done();
}
