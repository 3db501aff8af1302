package cn.liangxian.policy;

import java.time.LocalDate;

/** The last payment window of the fee year has closed: nothing can be paid on that day. */
public final class NoPaymentWindowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoPaymentWindowException(LocalDate on) {
        super("no payment window is open on or after " + on);
    }
}
