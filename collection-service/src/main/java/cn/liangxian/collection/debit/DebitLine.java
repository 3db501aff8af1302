package cn.liangxian.collection.debit;

import cn.liangxian.collection.debit.AnswerFile.Row;
import cn.liangxian.collection.debit.DebitLineState.Step;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.DebitResult;
import java.time.LocalDate;

/**
 * One line of a batch: one claim, one account.
 *
 * @param payer the resident whose contribution it is
 * @param tier pension only: the tier agreed with the resident
 * @param result null until the bank answered
 * @param debitedOn what the bank says; null unless it debited
 */
record DebitLine(
        long batchNo,
        int lineNo,
        long claimNo,
        String township,
        String payer,
        Insurance insurance,
        Fen amount,
        Fen tier,
        Account account,
        DebitLineState state,
        DebitResult result,
        String bankCode,
        LocalDate debitedOn) {

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
        return after(step, became, code, debitedOn);
    }

    /** As the bank answered that it debited. */
    DebitLine debited(Step step, Row said) {
        return after(step, DebitResult.OK, said.code(), said.debitedOn());
    }

    private DebitLine after(Step step, DebitResult became, String code, LocalDate on) {
        return new DebitLine(
                batchNo,
                lineNo,
                claimNo,
                township,
                payer,
                insurance,
                amount,
                tier,
                account,
                DebitLineState.LIFE.after(state, step),
                became,
                code,
                on);
    }

    @Override
    public String toString() {
        return "DebitLine[" + batchNo + "/" + lineNo + ", " + state + "]";
    }
}
