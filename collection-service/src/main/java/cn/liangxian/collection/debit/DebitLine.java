package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.DebitResult;

/**
 * One line of a batch: one claim, one account.
 *
 * @param tier pension only: the tier agreed with the resident
 * @param result null until the bank answered
 */
record DebitLine(
        long batchNo,
        int lineNo,
        long claimNo,
        String township,
        Fen amount,
        Fen tier,
        String agreementNo,
        String account,
        String accountName,
        DebitLineState state,
        DebitResult result,
        String bankCode) {

    /** TaxVouNo of the line, 18 digits: the voucher of its payment, so that it can be paid once only. */
    String voucher() {
        return digits(batchNo, 10) + digits(lineNo, 8);
    }

    /** With zeros before it, as the fields of the bank's files are. A format costs ten times as much, once for every line. */
    static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    DebitLine after(Step step, DebitResult became, String code) {
        return new DebitLine(
                batchNo,
                lineNo,
                claimNo,
                township,
                amount,
                tier,
                agreementNo,
                account,
                accountName,
                DebitLineState.LIFE.after(state, step),
                became,
                code);
    }

    @Override
    public String toString() {
        return "DebitLine[" + batchNo + "/" + lineNo + ", " + state + "]";
    }
}
