package cn.liangxian.enrollment.specialgroup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The empty workbook that a department fills in. Its columns are text, because a spreadsheet rounds the last digits off a
 * number as long as an identity number.
 */
final class ListTemplate {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "@";
    private static final Map<String, Integer> WIDTHS =
            Map.of(ListedRow.NAME, 14, ListedRow.ID, 24, ListedRow.FROM, 14, ListedRow.UNTIL, 14, ListedRow.REMARK, 30);
    private static final List<String> NOTES = List.of(
            "一、姓名、身份证号必填；其余可空。日期写作 2023-10-01。",
            "二、身份证号一列为文本格式，请勿改为数值，否则末位丢失，该行退回。",
            "三、一人一行；不要合并单元格，不要写公式。",
            "四、行数须与申报人数一致，否则整表不予接收。");

    private ListTemplate() {}

    static void write(OutputStream out, String category) throws IOException {
        try (Workbook workbook = new Workbook(out, "liangxian", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            List<String> columns = ListedRow.KNOWN;
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
                sheet.style(0, i)
                        .bold()
                        .fillColor(ListedRow.REQUIRED.contains(columns.get(i)) ? "DBE8FB" : "EEF2F7")
                        .set();
                sheet.style(i).format(TEXT).set();
                sheet.width(i, WIDTHS.get(columns.get(i)));
            }
            sheet.freezePane(0, 1);
            Worksheet notes = workbook.newWorksheet("填表说明");
            notes.value(0, 0, category);
            notes.style(0, 0).bold().set();
            for (int i = 0; i < NOTES.size(); i++) {
                notes.value(i + 1, 0, NOTES.get(i));
            }
            notes.width(0, 80);
        }
    }
}
