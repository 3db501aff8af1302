package cn.liangxian.enrollment.feed;

/**
 * One cell of a list, as its file holds it. The kind matters: an identity number in a numeric cell has already lost its
 * last digits, and what a formula shows is not what the sender signed.
 */
public record Cell(Kind kind, String text) {

    /** What the file says the cell is. */
    public enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR,
        EMPTY
    }

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    public static Cell text(String text) {
        return text == null || text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /** Cells hold personal data. */
    @Override
    public String toString() {
        return "Cell[" + kind + "]";
    }
}
