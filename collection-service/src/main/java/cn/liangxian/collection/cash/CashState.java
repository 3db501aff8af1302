package cn.liangxian.collection.cash;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where cash stands that was taken from a resident. */
public enum CashState {
    /** With the collector; waits to be paid in the same day (日清日结). */
    HELD,
    /** Paid in for the resident. */
    SETTLED,
    /** Given back: nothing was owed any more. */
    RETURNED;

    enum Step {
        PAID_IN,
        GIVEN_BACK
    }

    static final LifeCycle<CashState, Step> LIFE = LifeCycle.startingIn(HELD, Step.class)
            .from(HELD, Step.PAID_IN, SETTLED)
            .from(HELD, Step.GIVEN_BACK, RETURNED)
            .done();
}
