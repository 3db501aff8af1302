package cn.liangxian.collection.debitlist;

import cn.liangxian.collection.debitlist.DebitListResource.ReturnedRow;
import cn.liangxian.collection.desk.FilledTable;
import cn.liangxian.collection.desk.FilledTable.Kept;
import cn.liangxian.desk.Masked;
import cn.liangxian.desk.Typed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The form of a debit list (《批量扣款清册》): empty as a township downloads it, and filled in as it comes back. The columns are
 * those of 第二十六条, and why an account cannot be debited.
 */
final class DebitListForm {

    static final String NAME = "姓名";
    static final String ID = "身份证号";
    static final String INSURANCE = "险种";
    static final String TIER = "缴费档次（元）";
    static final String AMOUNT = "缴费金额（元）";
    static final String REASON = "不能批扣原因";

    /** Without which a file is no debit list. */
    static final List<String> REQUIRED = List.of(ID, INSURANCE, AMOUNT);

    private static final List<String> COLUMNS = List.of(NAME, ID, INSURANCE, TIER, AMOUNT, REASON);
    private static final List<String> NOTES = List.of(
            "一、一人一险一行；险种填写“养老”或“医疗”；金额以元为单位，最多两位小数。",
            "二、缴费档次仅养老保险填写；不填按应缴费人员清册的档次。",
            "三、账户不能批量扣款的，填写不能批扣原因，缴费金额可空。",
            "四、身份证号一列为文本格式，请勿改为数值，否则末位丢失，该行不予接收。",
            "五、不要写公式；行数须与申报行数一致。",
            "六、不得增加列或修改表头，否则整册不予接收。");
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_REASON = 200;
    /** So many headers are named, and so much of each: nobody writes longer ones. */
    private static final int NAMED = 5;

    private static final int LONGEST_HEADER = 40;

    private DebitListForm() {}

    /** Why a cell is not taken for what it shows. */
    enum Why {
        UNREADABLE,
        /** A formula, a truth value or an error: it is not what the township signed. */
        COMPUTED,
        /** An ID number kept as a number, its last digits lost. */
        NUMBER
    }

    /** A cell that is not taken; {@code line} as a spreadsheet counts it. */
    record Flaw(int line, String column, Why why) {}

    /** A row as it came, so that a refusal can be found in the file. */
    record Origin(int line, String maskedName, String maskedIdNumber) {}

    /** What a file says; {@code origins} of the rows in the same order. While there are flaws it is not complete. */
    record Filled(List<ReturnedRow> rows, List<Origin> origins, List<Flaw> flaws) {}

    /** @throws Problem when a column is not one of the form, or stands twice */
    static Filled read(FilledTable table) {
        mustBeOfTheForm(table.header());
        Filled filled = new Filled(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (FilledTable.Row row : table.rows()) {
            read(row, filled);
        }
        return filled;
    }

    /** What stands under another name, or under a name for the second time, would go unread: a tier, or why not to debit. */
    private static void mustBeOfTheForm(List<String> header) {
        List<String> named = header.stream().filter(name -> !name.isEmpty()).toList();
        String others = named(named.stream().filter(name -> !COLUMNS.contains(name)));
        if (!others.isEmpty()) {
            throw new Problem(
                    DebitListProblem.HEADER_DIFFERS,
                    new Text("空白清册没有的表头：" + others, "the form has no such header: " + others));
        }
        String twice = named(COLUMNS.stream().filter(name -> Collections.frequency(named, name) > 1));
        if (!twice.isEmpty()) {
            throw new Problem(
                    DebitListProblem.HEADER_DIFFERS, new Text("重复的表头：" + twice, "stands more than once: " + twice));
        }
    }

    private static String named(Stream<String> headers) {
        return headers.limit(NAMED)
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_HEADER)))
                .collect(Collectors.joining("、"));
    }

    private static void read(FilledTable.Row row, Filled filled) {
        List<Flaw> kept = kept(row);
        String id = row.text(ID);
        String reason = row.text(REASON);
        Optional<Insurance> insurance = insurance(row.text(INSURANCE));
        Optional<Fen> tier = owed(row.text(TIER));
        Optional<Fen> amount = owed(row.text(AMOUNT));
        boolean cannot = !reason.isEmpty();
        if (!kept.isEmpty()) {
            filled.flaws.addAll(kept);
        } else if (id.isEmpty() || id.length() > LONGEST_ID) {
            filled.flaws.add(unreadable(row, ID));
        } else if (insurance.isEmpty()) {
            filled.flaws.add(unreadable(row, INSURANCE));
        } else if (tier.isEmpty() && !row.text(TIER).isEmpty()) {
            filled.flaws.add(unreadable(row, TIER));
        } else if (amount.isEmpty() && !(cannot && row.text(AMOUNT).isEmpty())) {
            filled.flaws.add(unreadable(row, AMOUNT));
        } else if (reason.length() > LONGEST_REASON) {
            filled.flaws.add(unreadable(row, REASON));
        } else {
            filled.rows.add(new ReturnedRow(id, insurance.get(), tier.orElse(null), amount.orElse(null), reason));
            filled.origins.add(new Origin(row.number(), Masked.name(row.text(NAME)), Masked.idNumber(id)));
        }
    }

    /** Nobody owes less than nothing. */
    private static Optional<Fen> owed(String text) {
        return Typed.sum(text).filter(sum -> sum.amount() >= 0);
    }

    private static Flaw unreadable(FilledTable.Row row, String column) {
        return new Flaw(row.number(), column, Why.UNREADABLE);
    }

    /** A reason or a tier that a formula shows must not count as none: the account would be debited, or at another tier. */
    private static List<Flaw> kept(FilledTable.Row row) {
        List<Flaw> flaws = new ArrayList<>();
        for (String column : COLUMNS) {
            Kept kept = row.kept(column);
            if (kept == Kept.COMPUTED) {
                flaws.add(new Flaw(row.number(), column, Why.COMPUTED));
            } else if (kept == Kept.NUMBER && column.equals(ID)) {
                flaws.add(new Flaw(row.number(), column, Why.NUMBER));
            }
        }
        return flaws;
    }

    /** By its name or by the short one that the form asks for. */
    private static Optional<Insurance> insurance(String text) {
        if (text.contains("养老")) {
            return Optional.of(Insurance.PENSION);
        }
        return text.contains("医疗") ? Optional.of(Insurance.MEDICAL) : Optional.empty();
    }

    /** With the mark by which spreadsheets take UTF-8 for what it is. */
    static void writeCsv(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(COLUMNS);
        csv.flush();
    }

    /** Its columns are text: a spreadsheet rounds the last digits off a number as long as an ID number. */
    static void writeWorkbook(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Liangxian", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("批量扣款清册");
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
                sheet.style(0, i)
                        .bold()
                        .fillColor(REQUIRED.contains(COLUMNS.get(i)) ? "DBE8FB" : "EEF2F7")
                        .set();
                sheet.style(i).format("@").set();
                sheet.width(i, 20);
            }
            sheet.freezePane(0, 1);
            Worksheet notes = workbook.newWorksheet("填表说明");
            for (int i = 0; i < NOTES.size(); i++) {
                notes.value(i, 0, NOTES.get(i));
            }
            notes.width(0, 90);
        }
    }
}
