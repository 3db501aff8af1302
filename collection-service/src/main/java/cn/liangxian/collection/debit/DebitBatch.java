package cn.liangxian.collection.debit;

import cn.liangxian.handoff.Fen;
import java.time.LocalDate;

/**
 * The lines that go to one bank on one day.
 *
 * @param feeYear that its lines are paid for
 * @param cutOff last day of which it knows what was paid and changed
 * @param open lines of which nothing final is known yet
 * @param answerBy last day on which the bank answers in time
 */
public record DebitBatch(
        long batchNo,
        String bank,
        int feeYear,
        LocalDate debitOn,
        LocalDate cutOff,
        int lines,
        Fen total,
        LocalDate answerBy,
        int open) {

    public int answered() {
        return lines - open;
    }
}
