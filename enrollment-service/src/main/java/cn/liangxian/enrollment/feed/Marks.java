package cn.liangxian.enrollment.feed;

import cn.liangxian.handoff.Clause;
import cn.liangxian.rest.Text;
import java.util.List;

/** Marks of secrecy: a file that bears one, in whichever cell, is neither read further nor kept. */
@Clause("bachu-2022/第十九条(2)")
public record Marks(List<String> refused) {

    public Marks {
        refused = List.copyOf(refused);
    }

    /** @throws UnreadableListException of a row, the title above the header included, that bears a mark */
    public RowHandler guard(RowHandler rows) {
        if (refused.isEmpty()) {
            return rows;
        }
        return (number, cells) -> {
            cells.forEach(cell -> check(cell.text()));
            rows.row(number, cells);
        };
    }

    /** The same of the name of a file; null is none. */
    public void check(String text) {
        if (text == null) {
            return;
        }
        // 秘密 ★ 1年 is written with and without blanks
        String bare = text.replaceAll("[\\s\\u3000]", "");
        for (String mark : refused) {
            if (bare.contains(mark)) {
                throw new UnreadableListException(Unreadable.CLASSIFIED, Text.value(mark));
            }
        }
    }
}
