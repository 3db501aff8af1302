package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the XML of one workbook part byte by byte, before a parser does, and refuses what a spreadsheet never contains but
 * an attack does: document types and entities, CDATA, other encodings than those based on ASCII, cells so far to the right
 * that a parser fills the heap up to them, endless rows, texts, tables and nesting.
 */
final class PartScanner {

    private enum State {
        TEXT,
        OPENED,
        DECLARATION,
        COMMENT,
        INSTRUCTION,
        NAME,
        TAG
    }

    /** Elements that the reader keeps in memory, all of them: their part has to stay small. */
    private static final Set<String> KEPT = Set.of("si", "sheet", "Relationship", "xf", "numFmt");

    private static final int DEEPEST = 64;
    private static final int MOST_FORMULA_RANGES = 1000;

    private final ListLimits limits;
    private State state = State.TEXT;
    private final byte[] tag = new byte[2048];
    private int tagLength;
    private int nameLength;
    private boolean closing;
    private byte quote;
    private byte before;
    private byte beforeThat;
    private int depth;
    private long size;
    private int gap;
    private int row;
    private boolean kept;
    private boolean inRows;
    private int formulaRanges;

    PartScanner(ListLimits limits) {
        this.limits = limits;
    }

    /** A part that begins like XML, in whatever encoding; pictures and printer settings do not. */
    static boolean looksLikeXml(byte[] head, int length) {
        int first = head[0] & 0xff;
        if (first == 0xfe || first == 0xff || first == 0xef || first == 0) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (head[i] == '<') {
                return true;
            }
            if (head[i] > ' ' || head[i] < 0) {
                return false;
            }
        }
        return true;
    }

    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            step(bytes[i]);
        }
        size += length;
        if (kept && size > limits.tableBytes()) {
            throw new UnreadableListException(
                    Unreadable.ZIP_BOMB,
                    new Text(
                            "文本或格式表超过" + limits.tableBytes() + "字节",
                            "a table of texts or formats exceeds " + limits.tableBytes() + " bytes"));
        }
    }

    private void step(byte b) {
        if (b == 0) {
            throw forbidden(new Text("编码不兼容 ASCII", "not in an encoding based on ASCII"));
        }
        if (++gap > limits.gapBytes() || inRows && ++row > limits.rowBytes()) {
            throw new UnreadableListException(
                    Unreadable.XLSX_TOO_WIDE, new Text("有行或单元格过长", "a row or a cell is too long"));
        }
        switch (state) {
            case TEXT -> {
                if (b == '<') {
                    state = State.OPENED;
                    gap = 0;
                }
            }
            case OPENED -> opened(b);
            case DECLARATION -> {
                // <!-- is all that may follow <!
                if (b != '-') {
                    throw forbidden(new Text("DOCTYPE、ENTITY 或 CDATA", "DOCTYPE, ENTITY or CDATA"));
                }
                if (++tagLength == 2) {
                    state = State.COMMENT;
                    before = 0;
                    beforeThat = 0;
                }
            }
            case COMMENT -> endsAt(b, b == '>' && before == '-' && beforeThat == '-');
            case INSTRUCTION -> endsAt(b, b == '>' && before == '?');
            case NAME, TAG -> tag(b);
        }
    }

    private void opened(byte b) {
        tagLength = 0;
        nameLength = 0;
        quote = 0;
        closing = b == '/';
        switch (b) {
            case '!' -> state = State.DECLARATION;
            case '?' -> {
                state = State.INSTRUCTION;
                before = 0;
            }
            case '/' -> state = State.NAME;
            default -> {
                state = State.NAME;
                tag(b);
            }
        }
    }

    private void endsAt(byte b, boolean end) {
        if (end) {
            state = State.TEXT;
        }
        beforeThat = before;
        before = b;
    }

    private void tag(byte b) {
        if (quote == 0 && b == '>') {
            ended();
            state = State.TEXT;
            return;
        }
        if (state == State.NAME && (b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '/')) {
            nameLength = tagLength;
            state = State.TAG;
        }
        if (state == State.TAG) {
            if (quote == 0 && (b == '"' || b == '\'')) {
                quote = b;
            } else if (b == quote) {
                quote = 0;
            }
        }
        if (tagLength < tag.length) {
            tag[tagLength++] = b;
        } else if (state == State.NAME) {
            throw forbidden(new Text("名称没有结束", "an endless name"));
        } else {
            // what is cut off must not hide the end of an empty element
            tag[tag.length - 1] = b;
        }
    }

    private void ended() {
        if (state == State.NAME) {
            nameLength = tagLength;
        }
        boolean empty = !closing && tagLength > 0 && tag[tagLength - 1] == '/';
        depth += closing ? -1 : empty ? 0 : 1;
        if (depth > DEEPEST) {
            throw forbidden(new Text("嵌套过深", "nested too deep"));
        }
        String name = localName();
        if (!closing) {
            kept |= KEPT.contains(name);
            if (name.equals("c")) {
                cellIsNear();
            } else if (name.equals("f") && TagAttribute.valueOf(tag, nameLength, tagLength, "ref") != null) {
                if (++formulaRanges > MOST_FORMULA_RANGES) {
                    throw new UnreadableListException(
                            Unreadable.XLSX_TOO_WIDE, new Text("公式区域过多", "too many formula ranges"));
                }
            }
        }
        if (name.equals("sheetData")) {
            inRows = !closing && !empty;
            row = 0;
        } else if (name.equals("row") && (closing || empty)) {
            row = 0;
        }
    }

    /** The reader fills a list up to the column: three letters and a limited number of columns are enough for a list. */
    private void cellIsNear() {
        if (tagLength == tag.length) {
            throw forbidden(new Text("单元格标签没有结束", "an endless cell tag"));
        }
        String reference = TagAttribute.valueOf(tag, nameLength, tagLength, "r");
        if (reference == null) {
            return;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column <= limits.columns(); i++) {
            char c = reference.charAt(i);
            if (c == '&') {
                throw forbidden(new Text("单元格引用含转义字符", "an escaped cell reference"));
            }
            if (c < 'A') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        if (column > limits.columns()) {
            throw new UnreadableListException(
                    Unreadable.XLSX_TOO_WIDE,
                    new Text("有单元格超出第" + limits.columns() + "列", "a cell beyond column " + limits.columns()));
        }
    }

    private String localName() {
        int from = 0;
        for (int i = 0; i < nameLength; i++) {
            if (tag[i] == ':') {
                from = i + 1;
            }
        }
        return new String(tag, from, nameLength - from, StandardCharsets.ISO_8859_1);
    }

    private static UnreadableListException forbidden(Text what) {
        return new UnreadableListException(Unreadable.XML_FORBIDDEN, what);
    }
}
