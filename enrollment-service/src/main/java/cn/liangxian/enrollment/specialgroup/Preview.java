package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.feed.RowFault;
import java.util.List;

/**
 * What acceptance would answer to a list, and how its first rows read. Personal data is masked.
 *
 * @param more whether the file has more rows than are shown
 */
record Preview(GradedList graded, List<Row> rows, boolean more) {

    /** As many rows as somebody looks through before signing for them. */
    static final int ROWS = 1000;

    /** A row as the file has it; {@code faults} is empty when it would be taken. */
    record Row(
            int number,
            String name,
            String idNumber,
            String from,
            String until,
            String remark,
            List<RowFault> faults) {}
}
