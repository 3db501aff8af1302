package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import java.time.LocalDate;

/**
 * A resident who is to be guided to another channel.
 *
 * @param claimNo stands for resident, insurance and fee year
 * @param why the list it stands on
 * @param said why the township cannot have the account debited, in its words; null where a debit failed
 * @param result of the last debit; null where none was made
 * @param closed the claim has been paid, by whatever channel
 */
record Guided(
        long claimNo,
        String personKey,
        String village,
        String maskedName,
        Insurance insurance,
        Why why,
        String said,
        DebitResult result,
        LocalDate listedOn,
        boolean closed) {

    enum Why {
        NOT_DEBITABLE,
        FAILED
    }

    /** A village with residents to be guided; {@code open} have not paid yet. */
    record Village(String village, int open, int closed) {}
}
