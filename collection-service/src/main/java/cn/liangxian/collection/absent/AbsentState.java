package cn.liangxian.collection.absent;

import cn.liangxian.collection.lifecycle.LifeCycle;

/** How far the reminder of a resident who works elsewhere has come. It is not kept: notices and payments say it. */
public enum AbsentState {
    /** Known to work elsewhere; waits for the township to tell the resident. */
    TO_TELL,
    /** Told, and still owing; waits for the resident. Told again as often as the township likes. */
    TOLD,
    /** Owes nothing any more. */
    SETTLED;

    enum Step {
        TOLD_TO_PAY,
        PAID
    }

    static final LifeCycle<AbsentState, Step> LIFE = LifeCycle.startingIn(TO_TELL, Step.class)
            .from(TO_TELL, Step.TOLD_TO_PAY, TOLD)
            .from(TO_TELL, Step.PAID, SETTLED)
            .from(TOLD, Step.TOLD_TO_PAY, TOLD)
            .from(TOLD, Step.PAID, SETTLED)
            .done();

    static AbsentState of(boolean told, boolean owes) {
        AbsentState state = told ? LIFE.after(LIFE.first(), Step.TOLD_TO_PAY) : LIFE.first();
        return owes ? state : LIFE.after(state, Step.PAID);
    }
}
