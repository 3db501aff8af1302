package cn.liangxian.policy;

import java.time.LocalDate;

/** The last payment window of the fee year has closed: nothing can be paid on that day. The message is in English. */
public final class NoPaymentWindowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LocalDate on;

    NoPaymentWindowException(LocalDate on) {
        super("no payment window is open on or after " + on);
        this.on = on;
    }

    /** What the message says, in Chinese. */
    public String zh() {
        return on + "及以后没有缴费期";
    }
}
