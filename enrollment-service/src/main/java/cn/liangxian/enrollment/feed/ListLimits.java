package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;

/**
 * How much of a sender's file is read at most. The limits keep a hostile file from filling heap, disk or time.
 *
 * @param fileBytes the file as it arrives
 * @param unzippedBytes all parts of a workbook together
 * @param ratio unzipped to zipped bytes of one part; looked at from {@code ratioFrom} unzipped bytes on, since small parts
 *     compress well in earnest
 * @param tableBytes parts of a workbook that the reader keeps in memory as a whole (shared strings, styles)
 * @param rowBytes XML of one row
 * @param gapBytes XML between two tags
 * @param columns cells of one row
 * @param text characters of one cell
 * @param rows rows of one file
 */
public record ListLimits(
        long fileBytes,
        long unzippedBytes,
        int ratio,
        long ratioFrom,
        long tableBytes,
        int rowBytes,
        int gapBytes,
        int columns,
        int text,
        int rows) {

    private static final int MB = 1 << 20;

    /** What a service with 128 MB of heap takes: a list of a whole county fits several times over. */
    public static final ListLimits STANDARD =
            new ListLimits(100L * MB, 256L * MB, 100, MB, 24L * MB, MB, 256 * 1024, 256, 4000, 1_048_576);

    UnreadableListException tooManyRows() {
        return new UnreadableListException(Unreadable.TOO_MANY_ROWS, new Text("超过" + rows + "行", "more than " + rows));
    }
}
