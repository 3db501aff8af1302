package cn.liangxian.collection.roster;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where a delivered roster stands. */
public enum RosterState {
    /** Lines or the sealed header are still missing; waits for the agency until {@code waits_until}. */
    ARRIVING,
    /** Lines, total and digest agree: its lines are claims. */
    ACCEPTED,
    /** It does not agree. None of its lines is a claim; the agency sends it again under a new id. */
    REFUSED;

    enum Step {
        AGREED,
        DISAGREED
    }

    static final LifeCycle<RosterState, Step> LIFE = LifeCycle.startingIn(ARRIVING, Step.class)
            .from(ARRIVING, Step.AGREED, ACCEPTED)
            .from(ARRIVING, Step.DISAGREED, REFUSED)
            .done();
}
