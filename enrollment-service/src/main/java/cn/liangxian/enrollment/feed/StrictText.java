package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a text file is written. Decoding is strict: a byte that does not belong is an error of the file and
 * never a question mark in somebody's name.
 *
 * @param bom the file begins with the UTF-8 byte order mark
 */
public record StrictText(Charset charset, boolean bom) {

    public static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] ID_HEADER = "身份证号".getBytes(StandardCharsets.UTF_8);

    /** Looks through the whole file; the header tells a broken UTF-8 file from one in another encoding. */
    public static StrictText of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) {
            throw new UnreadableListException(Unreadable.ENCODING_UNKNOWN, Text.value("UTF-16"));
        }
        boolean bom = begins(head, 0xef, 0xbb, 0xbf);
        long fault = firstFault(file, StandardCharsets.UTF_8);
        if (fault < 0) {
            return new StrictText(StandardCharsets.UTF_8, bom);
        }
        if (bom || contains(head, ID_HEADER)) {
            long line = lineAt(file, fault);
            throw new UnreadableListException(
                    Unreadable.ENCODING_BROKEN,
                    new Text("第" + fault + "字节，第" + line + "行", "byte " + fault + ", line " + line));
        }
        long second = firstFault(file, GB18030);
        if (second >= 0) {
            long line = lineAt(file, second);
            throw new UnreadableListException(
                    Unreadable.ENCODING_UNKNOWN,
                    new Text(
                            "第" + fault + "字节不是 UTF-8，第" + second + "字节（第" + line + "行）不是 GB18030",
                            "byte " + fault + " is not UTF-8, byte " + second + " (line " + line + ") is not GB18030"));
        }
        return new StrictText(GB18030, false);
    }

    /** The text without its mark. */
    public Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (bom) {
            in.skipNBytes(3);
        }
        return new InputStreamReader(in, strict(charset));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The position of the first byte that is not of this encoding, -1 when all are. */
    private static long firstFault(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        long consumed = 0;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                chars.clear();
                CoderResult result = decoder.decode(bytes, chars, end);
                consumed += bytes.position();
                if (result.isError()) {
                    return consumed;
                }
                bytes.compact();
            }
        }
        return -1;
    }

    /** A line feed is a line feed in both encodings, also in the middle of other characters' bytes. */
    private static long lineAt(Path file, long position) throws IOException {
        long line = 1;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            long seen = 0;
            for (int read = in.read(buffer); read > 0 && seen < position; read = in.read(buffer)) {
                for (int i = 0; i < read && seen < position; i++, seen++) {
                    if (buffer[i] == '\n') {
                        line++;
                    }
                }
            }
        }
        return line;
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, byte[] part) {
        for (int i = 0; i + part.length <= head.length; i++) {
            if (java.util.Arrays.equals(head, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
