package cn.liangxian.enrollment.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However large or hostile a file is, reading it fits into a heap smaller than the file. */
class BoundedHeapTest {

    private static final String HEAP = "-Xmx48m";
    private static final String LINE = "某某,11010519491231002X,2023-10-01,,备注备注备注备注备注备注备注\n";

    @Test
    void aListJustBelowAHundredMegabytesIsRead() {
        int rows = (99 << 20) / ListFiles.utf8(LINE).length;
        assertEquals("rows " + Math.min(rows, 1_048_575), reading(csv(Math.min(rows, 1_048_575))));
    }

    @Test
    void aListAboveAHundredMegabytesIsRefused() {
        assertEquals("refused file-too-large", reading(csv((101 << 20) / ListFiles.utf8(LINE).length)));
    }

    @Test
    void aHundredMegabytesWithoutALineBreakAreRefused() {
        Path file = ListFiles.file(".csv", out -> {
            ListFiles.write(out, ListFiles.utf8("姓名,身份证号\n\""));
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 99; i++) {
                ListFiles.write(out, block);
            }
        });
        assertEquals("refused csv-broken", reading(file));
    }

    @Test
    void aZipBombIsRefused() {
        assertEquals("refused zip-bomb", reading(ListFiles.bomb(300)));
    }

    @Test
    void aLargeWorkbookIsRead() {
        Path file = ListFiles.workbook(sheet -> {
            sheet.inlineString(0, 0, "姓名");
            sheet.inlineString(0, 1, "身份证号");
            for (int i = 1; i <= 200_000; i++) {
                sheet.inlineString(i, 0, "某某");
                sheet.inlineString(i, 1, "11010519491231002X");
                if (i % 1000 == 0) {
                    try {
                        sheet.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        assertEquals("rows 200000", reading(file));
    }

    private static Path csv(int rows) {
        return ListFiles.file(".csv", plain -> {
            BufferedOutputStream out = new BufferedOutputStream(plain, 1 << 20);
            ListFiles.write(out, ListFiles.utf8("姓名,身份证号,开始日期,结束日期,备注\n"));
            byte[] line = ListFiles.utf8(LINE);
            for (int i = 0; i < rows; i++) {
                ListFiles.write(out, line);
            }
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String reading(Path file) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReadingAList.class.getName(),
                file.toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            file.toFile().delete();
        }
    }
}
