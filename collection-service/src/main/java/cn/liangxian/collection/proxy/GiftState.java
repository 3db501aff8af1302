package cn.liangxian.collection.proxy;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where money stands that somebody else paid for a resident. */
enum GiftState {
    /** The roster with the claim has not been accepted; waits for the agency until {@code waits_until}. */
    WAITING_FOR_CLAIM,
    /** It was used for the claim, all or as much as was unpaid. */
    SETTLED,
    /** Nothing of it could be used, or the status behind it had ended; it went back to its payer. */
    RETURNED;

    enum Step {
        USED,
        NOT_USABLE,
        LAPSED
    }

    static final LifeCycle<GiftState, Step> LIFE = LifeCycle.startingIn(WAITING_FOR_CLAIM, Step.class)
            .from(WAITING_FOR_CLAIM, Step.USED, SETTLED)
            .from(WAITING_FOR_CLAIM, Step.NOT_USABLE, RETURNED)
            .from(WAITING_FOR_CLAIM, Step.LAPSED, RETURNED)
            .from(SETTLED, Step.LAPSED, RETURNED)
            .done();
}
