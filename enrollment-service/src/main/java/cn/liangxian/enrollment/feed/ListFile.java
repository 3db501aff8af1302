package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a sender handed in, recognised by its first bytes; the name it was given is the sender's word.
 *
 * @param text its encoding; null for a workbook
 */
public record ListFile(Path path, Format format, StrictText text) {

    /** The formats that are taken. */
    public enum Format {
        XLSX,
        CSV,
        /** An array of objects. */
        JSON,
        /** Objects one after the other, without an array around them (NDJSON). */
        LINES
    }

    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

    /** @throws UnreadableListException when it is none of the formats, too large, or in an encoding that is not taken */
    public static ListFile recognise(Path path, ListLimits limits) throws IOException {
        long size = Files.size(path);
        if (size > limits.fileBytes()) {
            throw new UnreadableListException(
                    Unreadable.FILE_TOO_LARGE,
                    new Text(
                            size + "字节，最多" + limits.fileBytes() + "字节",
                            size + " bytes, " + limits.fileBytes() + " are taken"));
        }
        String head;
        try (InputStream in = Files.newInputStream(path)) {
            head = new String(in.readNBytes(512), StandardCharsets.ISO_8859_1);
        }
        if (head.isEmpty()) {
            throw new UnreadableListException(Unreadable.FILE_MISSING, new Text("文件为空", "the file is empty"));
        }
        if (head.startsWith(ZIP)) {
            return new ListFile(path, Format.XLSX, null);
        }
        if (head.startsWith(OLE)) {
            throw new UnreadableListException(Unreadable.XLS_NOT_SUPPORTED, new Text("OLE 格式文件", "an OLE file"));
        }
        StrictText text = StrictText.of(path);
        if (head.chars().anyMatch(c -> c == 0)) {
            throw new UnreadableListException(Unreadable.FORMAT_UNKNOWN, new Text("二进制文件", "a binary file"));
        }
        boolean json = startsLikeJson(text.bom() ? head.substring(3) : head);
        if (json && text.charset() != StandardCharsets.UTF_8) {
            throw new UnreadableListException(Unreadable.ENCODING_BROKEN, JsonListReader.IN_UTF_8);
        }
        return new ListFile(path, json ? Format.JSON : Format.CSV, text);
    }

    /** A feed whose format was agreed: CSV or, one object a line, JSON; in UTF-8. */
    public static ListFile of(Path path, boolean lines) throws IOException {
        StrictText text = StrictText.of(path);
        if (text.charset() != StandardCharsets.UTF_8) {
            throw new UnreadableListException(
                    Unreadable.ENCODING_UNKNOWN, new Text("约定用 UTF-8 编码", "UTF-8 was agreed"));
        }
        return new ListFile(path, lines ? Format.LINES : Format.CSV, text);
    }

    private static boolean startsLikeJson(String head) {
        String start = head.stripLeading();
        return start.startsWith("[") || start.startsWith("{");
    }

    /** @param columns the columns that the caller knows; a JSON list is read in their order */
    public ListReader reader(List<String> columns, ListLimits limits) {
        return switch (format) {
            case XLSX -> new XlsxReader(path, limits);
            case CSV -> new CsvListReader(path, text, limits);
            case JSON -> new JsonListReader(path, columns, limits, true);
            case LINES -> new JsonListReader(path, columns, limits, false);
        };
    }
}
