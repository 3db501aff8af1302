package cn.liangxian.enrollment.feed;

import java.nio.file.Path;
import java.util.List;

/** Reads one file and says what became of it; run in a process of its own, it shows that a small heap suffices. */
final class ReadingAList {

    static final List<String> REQUIRED = List.of("姓名", "身份证号");
    static final List<String> KNOWN = List.of("姓名", "身份证号", "开始日期", "结束日期", "备注");

    private ReadingAList() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try {
            Table table =
                    new Table(REQUIRED, KNOWN, (number, row) -> row.cell("身份证号").text());
            ListFile.recognise(file, ListLimits.STANDARD)
                    .reader(KNOWN, ListLimits.STANDARD)
                    .read(table);
            System.out.println("rows " + table.received());
        } catch (UnreadableListException e) {
            System.out.println("refused " + e.reason().code());
        }
    }
}
