package cn.liangxian.collection.payableroster;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;

/**
 * One line of a payable roster: what is to be asked of whom. Name and number are masked.
 *
 * @param own what the resident pays; {@code onBehalf} what others pay of it, on the day the roster was drawn up
 */
record RosterRow(
        int number,
        String village,
        String maskedName,
        String maskedIdNumber,
        Insurance insurance,
        Fen due,
        Fen own,
        Fen onBehalf) {

    String canonical() {
        return number + "|" + village + "|" + maskedName + "|" + maskedIdNumber + "|" + insurance + "|" + due.amount()
                + "|" + own.amount() + "|" + onBehalf.amount();
    }
}
