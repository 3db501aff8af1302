package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import java.time.LocalDate;
import java.util.List;

/**
 * A resident whose debit failed: why, how often, and what the village did about it until it is paid.
 *
 * @param claimNo stands for resident, insurance and fee year
 * @param amount of the last attempt
 * @param guidedOn when it was listed for another channel; null when it was not
 * @param closed the claim has been paid, by whatever channel
 */
record FailedDebit(
        long claimNo,
        String personKey,
        String village,
        String maskedName,
        Insurance insurance,
        Fen amount,
        int attempts,
        DebitResult reason,
        String reasonZh,
        String reasonEn,
        LocalDate lastTried,
        LocalDate guidedOn,
        boolean closed,
        List<Contact> contacts) {

    FailedDebit with(List<Contact> made) {
        return new FailedDebit(
                claimNo,
                personKey,
                village,
                maskedName,
                insurance,
                amount,
                attempts,
                reason,
                reasonZh,
                reasonEn,
                lastTried,
                guidedOn,
                closed,
                made);
    }

    /** What came of speaking with the resident. */
    enum Outcome {
        WILL_DEPOSIT,
        WILL_SIGN_ANEW,
        OTHER_CHANNEL,
        WILL_NOT_PAY,
        NOT_REACHED
    }

    /** @param nextOn when the village speaks with the resident again; null when it need not */
    record Contact(Outcome outcome, String note, LocalDate nextOn, LocalDate madeOn) {}
}
