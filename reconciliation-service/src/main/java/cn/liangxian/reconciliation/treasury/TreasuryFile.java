package cn.liangxian.reconciliation.treasury;

import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.reconciliation.treasury.TreasuryReport.Row;
import cn.liangxian.rest.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a day as the treasury exports them: a line for each, {@code voucher,channel,amount in yuan}, in UTF-8. What a
 * line lacks is null, so that the report names it by its number.
 */
final class TreasuryFile {

    private static final int FIELDS = 3;
    private static final char MARK = '\uFEFF';

    private TreasuryFile() {}

    static List<Row> read(byte[] content) {
        return read(new String(content, StandardCharsets.UTF_8));
    }

    static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        boolean first = true;
        for (String line :
                (text.indexOf(MARK) == 0 ? text.substring(1) : text).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            String[] fields = line.split("[,\t]", FIELDS);
            Fen amount = fields.length < FIELDS ? null : amount(fields[2]);
            // what heads the columns has no digit where the amount stands
            boolean heading =
                    first && fields.length == FIELDS && fields[2].chars().noneMatch(Character::isDigit);
            first = false;
            if (!heading) {
                rows.add(new Row(fields[0].strip(), fields.length < 2 ? null : fields[1].strip(), amount));
            }
        }
        return rows;
    }

    private static Fen amount(String text) {
        try {
            return Typed.yuan(text);
        } catch (Problem e) {
            return null;
        }
    }
}
