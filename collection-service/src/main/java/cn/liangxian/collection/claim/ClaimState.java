package cn.liangxian.collection.claim;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where a claim stands: one resident, one insurance, one fee year. */
public enum ClaimState {
    /** Nothing has been paid. Waits for the resident, or whoever pays on behalf, until the last payment window closes. */
    OPEN,
    /** A part is still to come, from the resident or from the one who pays on behalf. */
    PARTLY_PAID,
    /** Paid in full; more money for it is a surplus and goes back. */
    PAID;

    /** What happens to a claim. */
    public enum Step {
        PART_PAID,
        REST_PAID,
        PART_REFUNDED,
        ALL_REFUNDED
    }

    /** The whole life of a claim. */
    public static final LifeCycle<ClaimState, Step> LIFE = LifeCycle.startingIn(OPEN, Step.class)
            .from(OPEN, Step.PART_PAID, PARTLY_PAID)
            .from(OPEN, Step.REST_PAID, PAID)
            .from(PARTLY_PAID, Step.PART_PAID, PARTLY_PAID)
            .from(PARTLY_PAID, Step.REST_PAID, PAID)
            .from(PARTLY_PAID, Step.PART_REFUNDED, PARTLY_PAID)
            .from(PARTLY_PAID, Step.ALL_REFUNDED, OPEN)
            .from(PAID, Step.PART_REFUNDED, PARTLY_PAID)
            .from(PAID, Step.ALL_REFUNDED, OPEN)
            .done();
}
