package cn.liangxian.enrollment.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same list in every format that is taken, and files that are refused as a whole. */
class ListFormatsTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CSV = "姓名,身份证号,备注\n张三,11010519491231002X,\"一,二\"\n李四,34052419800101001X,\n";
    private static final List<String> EXPECTED =
            List.of("2 张三 TEXT 11010519491231002X 一,二", "3 李四 TEXT 34052419800101001X ");

    @Test
    void csvIsReadInUtf8WithAndWithoutMarkAndInGb18030() throws IOException {
        assertEquals(EXPECTED, rows(ListFiles.text(CSV, StandardCharsets.UTF_8)));
        assertEquals(EXPECTED, rows(ListFiles.text("\ufeff" + CSV, StandardCharsets.UTF_8)));
        assertEquals(EXPECTED, rows(ListFiles.text(CSV, GB18030)));
        assertEquals(EXPECTED, rows(ListFiles.text(CSV.replace("\n", "\r\n"), GB18030)));
    }

    @Test
    void aRareCharacterOfFourBytesSurvivesGb18030() throws IOException {
        Path file = ListFiles.text("姓名,身份证号\n𠮷㐂,11010519491231002X\n", GB18030);
        assertEquals("2 𠮷㐂 TEXT 11010519491231002X ", rows(file).get(0));
    }

    @Test
    void tabsAndSemicolonsSeparateToo() throws IOException {
        assertEquals(
                "2 张三 TEXT 11010519491231002X x",
                rows(ListFiles.text("姓名\t身份证号\t备注\n张三\t11010519491231002X\tx\n", GB18030))
                        .get(0));
        assertEquals(
                "2 张三 TEXT 11010519491231002X x",
                rows(ListFiles.text("姓名;身份证号;备注\n张三;11010519491231002X;x\n", GB18030))
                        .get(0));
    }

    @Test
    void xlsxIsReadBelowATitleAndEmptyRows() throws IOException {
        Path file = ListFiles.workbook(
                new String[] {"2024年度名单"},
                new String[] {"序号", "姓名", "身份证号"},
                new String[] {"1", "张三", "11010519491231002X"},
                new String[] {},
                new String[] {"2", "李四", "34052419800101001X"});
        assertEquals(List.of("3 张三 TEXT 11010519491231002X ", "5 李四 TEXT 34052419800101001X "), rows(file));
    }

    @Test
    void numbersAndFormulasInASheetAreTold() throws IOException {
        Path file = ListFiles.workbook(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "身份证号");
            sheet.value(1, 0, "张三");
            sheet.value(1, 1, 110105194912310020L);
            sheet.value(2, 0, "李四");
            sheet.formula(2, 1, "A1+1");
        });
        List<String> rows = rows(file);
        assertEquals("2 张三 NUMBER", rows.get(0).substring(0, 11));
        assertEquals("3 李四 FORMULA", rows.get(1).substring(0, 12));
    }

    @Test
    void numbersAndFormulasInCsvAndJsonAreTold() throws IOException {
        Path csv = ListFiles.text("姓名,身份证号\n甲,1.10105E+17\n乙,\"=\"\"11010519491231002X\"\"\"\n", GB18030);
        assertEquals(List.of("NUMBER", "FORMULA"), kinds(csv));
        Path json = ListFiles.text(
                "[{\"姓名\":\"甲\",\"身份证号\":110105194912310020},{\"姓名\":\"乙\",\"身份证号\":\"=1+1\"}]",
                StandardCharsets.UTF_8);
        assertEquals(List.of("NUMBER", "FORMULA"), kinds(json));
    }

    @Test
    void jsonIsReadWhateverTheOrderOfKeys() throws IOException {
        Path file = ListFiles.text(
                "[{\"备注\":null,\"身份证号\":\"11010519491231002X\",\"姓名\":\"张三\",\"其他\":1},\n"
                        + "{\"姓名\":\"李四\",\"身份证号\":\"34052419800101001X\"}]",
                StandardCharsets.UTF_8);
        assertEquals(List.of("1 张三 TEXT 11010519491231002X ", "2 李四 TEXT 34052419800101001X "), rows(file));
    }

    @Test
    void brokenJsonIsRefused() {
        for (String text : new String[] {
            "[{\"姓名\":\"甲\",\"身份证号\":\"1\"}",
            "[{\"姓名\":\"甲\",\"姓名\":\"乙\",\"身份证号\":\"1\"}]",
            "[{\"姓名\":\"甲\",\"身份证号\":{\"a\":[1]}}]",
            "[{\"姓名\":\"甲\",\"身份证号\":\"1\"}] []",
            "{\"姓名\":\"甲\"}"
        }) {
            refused(Unreadable.JSON_BROKEN, ListFiles.text(text, StandardCharsets.UTF_8));
        }
    }

    @Test
    void oneWrongByteInAUtf8FileIsNamedWithItsLine() {
        byte[] bytes = ListFiles.utf8(CSV);
        bytes[bytes.length - 20] = (byte) 0xff;
        UnreadableListException refused = refused(Unreadable.ENCODING_BROKEN, ListFiles.bytes(bytes));
        String at = refused.detail().en();
        assertEquals("line 3", at.substring(at.indexOf("line")));
        assertTrue(refused.detail().zh().endsWith("字节，第3行"), refused.detail().zh());
    }

    @Test
    void otherEncodingsAreRefusedInsteadOfGuessed() {
        refused(Unreadable.ENCODING_UNKNOWN, ListFiles.text(CSV, StandardCharsets.UTF_16));
        byte[] neither = CSV.getBytes(GB18030);
        neither[neither.length - 1] = (byte) 0xff;
        refused(Unreadable.ENCODING_UNKNOWN, ListFiles.bytes(neither));
        refused(Unreadable.HEADER_MISSING, ListFiles.text(CSV.replace("张三", "張三"), Charset.forName("Big5")));
    }

    @Test
    void otherFormatsAreRefused() {
        refused(Unreadable.XLS_NOT_SUPPORTED, ListFiles.bytes(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0
        }));
        refused(Unreadable.FILE_MISSING, ListFiles.bytes(new byte[0]));
        refused(Unreadable.FORMAT_UNKNOWN, ListFiles.text("%PDF-1.7\u0000", StandardCharsets.UTF_8));
    }

    @Test
    void headersAreNeededOnceEach() {
        refused(Unreadable.HEADER_MISSING, ListFiles.text("姓名,证件号\n甲,1\n", StandardCharsets.UTF_8));
        refused(Unreadable.HEADER_DUPLICATE, ListFiles.text("姓名,身份证号,身份证号\n甲,1,2\n", StandardCharsets.UTF_8));
        refused(Unreadable.HEADER_MISSING, ListFiles.text("[{\"name\":\"甲\"}]", StandardCharsets.UTF_8));
    }

    @Test
    void datesAreReadAsTheyAreWrittenAndOnlyWhenTheyExist() {
        for (String text : new String[] {"2023-10-01", "2023/10/1", "2023.10.1", "2023年10月1日", "20231001"}) {
            assertEquals(
                    "2023-10-01", ListDates.read(Cell.text(text)).orElseThrow().toString(), text);
        }
        assertEquals(
                "2023-10-01",
                ListDates.read(new Cell(Cell.Kind.NUMBER, "45200"))
                        .orElseThrow()
                        .toString());
        assertEquals(true, ListDates.read(Cell.text("2023-02-29")).isEmpty());
        assertEquals(true, ListDates.read(Cell.text("下月")).isEmpty());
    }

    private static List<String> kinds(Path file) throws IOException {
        return rows(file).stream().map(row -> row.split(" ")[2]).toList();
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        Table table = new Table(
                ReadingAList.REQUIRED,
                ReadingAList.KNOWN,
                (number, row) -> rows.add(number + " " + row.cell("姓名").text() + " "
                        + row.cell("身份证号").kind() + " " + row.cell("身份证号").text() + " "
                        + row.cell("备注").text()));
        ListFile.recognise(file, ListLimits.STANDARD)
                .reader(ReadingAList.KNOWN, ListLimits.STANDARD)
                .read(table);
        assertEquals(table.received(), rows.size());
        return rows;
    }

    private static UnreadableListException refused(Unreadable reason, Path file) {
        UnreadableListException refused = assertThrows(UnreadableListException.class, () -> rows(file));
        assertEquals(reason, refused.reason(), refused.getMessage());
        return refused;
    }
}
