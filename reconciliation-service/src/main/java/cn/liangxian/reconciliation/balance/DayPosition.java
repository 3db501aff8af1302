package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * What is known of one insurance on one business date; sums in fen.
 *
 * @param collected payments and surplus less refunds, as far as they arrived
 * @param summed whether collection summed the day and our payments cover that sum
 * @param treasury the treasury's current report, null before the first
 * @param balance the current balance, null before the first
 */
record DayPosition(
        LocalDate date,
        Insurance insurance,
        DayState state,
        long collected,
        boolean summed,
        Treasury treasury,
        Standing balance) {

    record Treasury(int version, String account, long total, LocalDate receivedOn) {}

    record Standing(int version, int treasuryVersion, long collected) {}

    /**
     * Whether a balance can be drawn. The first one waits until the other insurance is complete, too, because a voucher that
     * is missing here may stand there; a later one, a restatement, waits for nothing.
     *
     * @param waitedLongEnough for the other: then it is balanced without it, and restated when that one comes
     */
    boolean mayBeBalanced(DayPosition other, boolean waitedLongEnough) {
        return balance != null || complete() && (other.complete() || waitedLongEnough);
    }

    private boolean complete() {
        return treasury != null && summed;
    }
}
