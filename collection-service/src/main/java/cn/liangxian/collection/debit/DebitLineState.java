package cn.liangxian.collection.debit;

import cn.liangxian.collection.lifecycle.LifeCycle;
import java.util.List;

/** Where one line of a debit batch stands. While it is open no other line is sent for its claim. */
public enum DebitLineState {
    /** With the bank; waits for its answer until the batch's return term. */
    SENT(true),
    /** The bank did not answer, or does not know. Never taken for a failure: it is asked again every day. */
    UNKNOWN(true),
    /** The claim was paid by another channel meanwhile; waits for the bank to say whether it could still stop. */
    STOPPING(true),
    /** Debited although the claim had been paid otherwise; the bank is asked to give it back before it is handed on. */
    REVERSING(true),
    PAID(false),
    FAILED(false),
    STOPPED(false),
    /** The resident has the money back; it never reached the treasury. */
    REVERSED(false);

    /** What happens to a line. */
    public enum Step {
        NOT_KNOWN,
        STOP_ASKED,
        STOP_CONFIRMED,
        DEBITED,
        NOT_DEBITED,
        REVERSAL_ASKED,
        REVERSAL_CONFIRMED,
        REVERSAL_REFUSED
    }

    private final boolean open;

    DebitLineState(boolean open) {
        this.open = open;
    }

    public boolean open() {
        return open;
    }

    static final List<String> OPEN = List.of(SENT.name(), UNKNOWN.name(), STOPPING.name(), REVERSING.name());

    /** The whole life of a line. A bank that could not stop after all, or said it had failed, and debited: that money is real. */
    public static final LifeCycle<DebitLineState, Step> LIFE = LifeCycle.startingIn(SENT, Step.class)
            .from(SENT, Step.NOT_KNOWN, UNKNOWN)
            .from(SENT, Step.STOP_ASKED, STOPPING)
            .from(SENT, Step.DEBITED, PAID)
            .from(SENT, Step.NOT_DEBITED, FAILED)
            .from(UNKNOWN, Step.NOT_KNOWN, UNKNOWN)
            .from(UNKNOWN, Step.STOP_ASKED, STOPPING)
            .from(UNKNOWN, Step.DEBITED, PAID)
            .from(UNKNOWN, Step.NOT_DEBITED, FAILED)
            .from(STOPPING, Step.NOT_KNOWN, STOPPING)
            .from(STOPPING, Step.STOP_CONFIRMED, STOPPED)
            .from(STOPPING, Step.DEBITED, PAID)
            .from(STOPPING, Step.NOT_DEBITED, FAILED)
            .from(STOPPED, Step.DEBITED, PAID)
            .from(FAILED, Step.DEBITED, PAID)
            .from(SENT, Step.REVERSAL_ASKED, REVERSING)
            .from(UNKNOWN, Step.REVERSAL_ASKED, REVERSING)
            .from(STOPPING, Step.REVERSAL_ASKED, REVERSING)
            .from(STOPPED, Step.REVERSAL_ASKED, REVERSING)
            .from(REVERSING, Step.REVERSAL_CONFIRMED, REVERSED)
            .from(REVERSING, Step.REVERSAL_REFUSED, PAID)
            .done();
}
