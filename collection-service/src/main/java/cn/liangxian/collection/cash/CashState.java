package cn.liangxian.collection.cash;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.collection.lifecycle.Worded;
import cn.liangxian.rest.Text;

/** Where cash stands that was taken from a resident. */
public enum CashState implements Worded {
    /** With the collector; waits to be paid in the same day (日清日结). */
    HELD("未缴入", "in hand"),
    /** Paid in for the resident. */
    SETTLED("已缴入", "paid in"),
    /** Given back: nothing was owed any more. */
    RETURNED("已退还", "given back");

    private final Text word;

    CashState(String zh, String en) {
        word = new Text(zh, en);
    }

    @Override
    public Text word() {
        return word;
    }

    enum Step {
        PAID_IN,
        GIVEN_BACK
    }

    static final LifeCycle<CashState, Step> LIFE = LifeCycle.startingIn(HELD, Step.class)
            .from(HELD, Step.PAID_IN, SETTLED)
            .from(HELD, Step.GIVEN_BACK, RETURNED)
            .done();
}
