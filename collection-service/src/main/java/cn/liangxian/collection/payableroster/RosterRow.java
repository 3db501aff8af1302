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

    /** The first character stays: 张**. */
    static String maskName(String name) {
        if (name.isEmpty()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** Of 18 characters the first six and the last four stay; of a shorter number less. */
    static String maskIdNumber(String idNumber) {
        int shown = idNumber.length() >= 15 ? 10 : idNumber.length() / 3;
        int head = Math.min(6, shown);
        int tail = shown - head;
        return idNumber.substring(0, head)
                + "*".repeat(idNumber.length() - head - tail)
                + idNumber.substring(idNumber.length() - tail);
    }
}
