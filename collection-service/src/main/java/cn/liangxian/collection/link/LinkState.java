package cn.liangxian.collection.link;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where an anomaly of linking stands. */
public enum LinkState {
    /** Waits for the agency that delivered the line, or tax, to find out whose it is. */
    OPEN,
    /** Another department was asked. */
    FORWARDED,
    /** It answered; the agency closes. */
    CONFIRMED,
    CLOSED;

    enum Step {
        FORWARDED_TO_DEPARTMENT,
        CONFIRMED_BY_DEPARTMENT,
        LOOKED_INTO
    }

    static final LifeCycle<LinkState, Step> LIFE = LifeCycle.startingIn(OPEN, Step.class)
            .from(OPEN, Step.LOOKED_INTO, CLOSED)
            .from(OPEN, Step.FORWARDED_TO_DEPARTMENT, FORWARDED)
            .from(FORWARDED, Step.CONFIRMED_BY_DEPARTMENT, CONFIRMED)
            .from(CONFIRMED, Step.LOOKED_INTO, CLOSED)
            .done();
}
