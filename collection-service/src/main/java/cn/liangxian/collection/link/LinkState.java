package cn.liangxian.collection.link;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** Where an anomaly of linking stands. */
public enum LinkState {
    /** Waits for the agency that delivered the line, or tax, to find out whose it is. */
    OPEN,
    CLOSED;

    enum Step {
        LOOKED_INTO
    }

    static final LifeCycle<LinkState, Step> LIFE = LifeCycle.startingIn(OPEN, Step.class)
            .from(OPEN, Step.LOOKED_INTO, CLOSED)
            .done();
}
