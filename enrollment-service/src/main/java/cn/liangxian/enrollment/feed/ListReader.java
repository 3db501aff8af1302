package cn.liangxian.enrollment.feed;

import java.io.IOException;

/** Reads a list from its file, row by row, in bounded memory. */
public interface ListReader {

    /**
     * Hands every row that is not empty to the handler, in the order of the file; the header row is one of them.
     *
     * @throws UnreadableListException when the file is not what it claims to be, or exceeds a limit
     */
    void read(RowHandler rows) throws IOException;
}
