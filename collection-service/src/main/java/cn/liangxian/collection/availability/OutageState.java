package cn.liangxian.collection.availability;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.handoff.Department;
import java.time.LocalDateTime;

/** Where an outage of a channel stands. */
public enum OutageState {
    /** The channel takes no money; waits for the channel to restore it. */
    INTERRUPTED,
    RESTORED;

    enum Step {
        WORKS_AGAIN
    }

    static final LifeCycle<OutageState, Step> LIFE = LifeCycle.startingIn(INTERRUPTED, Step.class)
            .from(INTERRUPTED, Step.WORKS_AGAIN, RESTORED)
            .done();

    /** Null when it waits on nobody any more. */
    Department waitsOn() {
        return LIFE.isLast(this) ? null : Department.CHANNEL;
    }

    /** @param until null while it lasts */
    static OutageState of(LocalDateTime until) {
        return until == null ? LIFE.first() : LIFE.after(LIFE.first(), Step.WORKS_AGAIN);
    }
}
