package cn.liangxian.enrollment.feed;

import static cn.liangxian.enrollment.feed.ListFiles.SHEET_BEGIN;
import static cn.liangxian.enrollment.feed.ListFiles.SHEET_END;
import static cn.liangxian.enrollment.feed.ListFiles.rawWorkbook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A workbook can attack who opens it; every attack is refused with its reason before a parser sees it. */
class HostileWorkbookTest {

    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>身份证号</t></is></c></row>";

    @Test
    void anOrdinaryHandMadeWorkbookIsRead() throws IOException {
        assertEquals(1, read(rawWorkbook(SHEET_BEGIN + HEADER + row("甲") + SHEET_END)));
    }

    @Test
    void anExternalEntityIsRefused() {
        String xml = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + SHEET_BEGIN.substring(SHEET_BEGIN.indexOf("<worksheet"))
                + HEADER
                + row("&e;")
                + SHEET_END;
        refused(Unreadable.XML_FORBIDDEN, rawWorkbook(xml));
    }

    @Test
    void anEntityInAnyOtherPartIsRefusedToo() {
        byte[] strings = ListFiles.utf8("<!DOCTYPE sst [<!ENTITY a \"x\">]><sst><si><t>&a;</t></si></sst>");
        refused(
                Unreadable.XML_FORBIDDEN,
                rawWorkbook(ListFiles.utf8(SHEET_BEGIN + HEADER + SHEET_END), Map.of("xl/sharedStrings.xml", strings)));
    }

    @Test
    void anEntityHiddenInUtf16IsRefused() {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY e \"x\">]><worksheet/>";
        refused(Unreadable.XML_FORBIDDEN, rawWorkbook(xml.getBytes(StandardCharsets.UTF_16), Map.of()));
    }

    @Test
    void charactersDataSectionsAreRefused() {
        refused(Unreadable.XML_FORBIDDEN, rawWorkbook(SHEET_BEGIN + HEADER + row("<![CDATA[x]]>") + SHEET_END));
    }

    @Test
    void aZipBombIsRefusedByItsRatio() {
        refused(Unreadable.ZIP_BOMB, ListFiles.bomb(40));
    }

    @Test
    void aWorkbookThatUnzipsToTooMuchIsRefusedWhateverItsRatio() {
        ListLimits small =
                new ListLimits(1 << 20, 300_000, 1000, 1 << 20, 1 << 20, 1 << 20, 1 << 18, 256, 4000, 10_000);
        StringBuilder sheet = new StringBuilder(SHEET_BEGIN + HEADER);
        Random random = new Random(1);
        for (int i = 0; i < 6000; i++) {
            sheet.append(row(Long.toString(random.nextLong())));
        }
        Path file = rawWorkbook(sheet + SHEET_END);
        UnreadableListException refused =
                assertThrows(UnreadableListException.class, () -> new WorkbookGuard(small).pass(file));
        assertEquals(Unreadable.ZIP_BOMB, refused.reason());
    }

    @Test
    void aTableOfTextsThatWouldFillTheHeapIsRefused() {
        StringBuilder strings = new StringBuilder("<sst>");
        Random random = new Random(2);
        while (strings.length() < 25 << 20) {
            strings.append("<si><t>")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("</t></si>");
        }
        refused(
                Unreadable.ZIP_BOMB,
                rawWorkbook(
                        ListFiles.utf8(SHEET_BEGIN + HEADER + SHEET_END),
                        Map.of("xl/other.xml", ListFiles.utf8(strings + "</sst>"))));
    }

    @Test
    void aCellFarToTheRightIsRefused() {
        for (String far : new String[] {"ZZZZZZ1", "XFD1", "&#65;ZZZZZ1"}) {
            String cell = "<row r=\"2\"><c r='" + far + "'><v>1</v></c></row>";
            UnreadableListException refused = assertThrows(
                    UnreadableListException.class, () -> read(rawWorkbook(SHEET_BEGIN + HEADER + cell + SHEET_END)));
            assertEquals(
                    far.startsWith("&") ? Unreadable.XML_FORBIDDEN : Unreadable.XLSX_TOO_WIDE, refused.reason(), far);
        }
    }

    @Test
    void anEndlessRowIsRefusedAlsoWhenCommentsPretendItsEnd() {
        StringBuilder row = new StringBuilder(SHEET_BEGIN + HEADER + "<row r=\"2\">");
        Random random = new Random(3);
        while (row.length() < 2 << 20) {
            row.append("<c r=\"A2\"><v>").append(random.nextLong()).append("</v></c><!-- </row> -->");
        }
        refused(Unreadable.XLSX_TOO_WIDE, rawWorkbook(row + "</row>" + SHEET_END));
    }

    @Test
    void endlessNestingIsRefused() {
        refused(Unreadable.XML_FORBIDDEN, rawWorkbook(SHEET_BEGIN + HEADER + "<a>".repeat(1000) + SHEET_END));
    }

    @Test
    void aCutOffWorkbookIsBroken() {
        refused(Unreadable.XLSX_BROKEN, rawWorkbook(SHEET_BEGIN + HEADER + "<row r=\"2\"><c r=\"A2\"><v>1"));
        refused(Unreadable.XLSX_BROKEN, ListFiles.bytes(new byte[] {'P', 'K', 3, 4, 1, 2, 3}));
    }

    private static String row(String name) {
        return "<row><c t=\"inlineStr\"><is><t>" + name + "</t></is></c></row>";
    }

    private static int read(Path file) throws IOException {
        Table table = new Table(ReadingAList.REQUIRED, ReadingAList.KNOWN, (number, row) -> {});
        ListFile.recognise(file, ListLimits.STANDARD)
                .reader(ReadingAList.KNOWN, ListLimits.STANDARD)
                .read(table);
        return table.received();
    }

    private static void refused(Unreadable reason, Path file) {
        assertEquals(
                reason,
                assertThrows(UnreadableListException.class, () -> read(file)).reason());
    }
}
