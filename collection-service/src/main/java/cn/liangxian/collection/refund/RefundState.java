package cn.liangxian.collection.refund;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where a surplus stands. The state is not kept: a surplus is refunded when there is a refund of it. */
public enum RefundState {
    /** The money is with us; waits for tax to pay it back. */
    OPEN,
    REFUNDED;

    enum Step {
        PAID_BACK
    }

    static final LifeCycle<RefundState, Step> LIFE = LifeCycle.startingIn(OPEN, Step.class)
            .from(OPEN, Step.PAID_BACK, REFUNDED)
            .done();
}
