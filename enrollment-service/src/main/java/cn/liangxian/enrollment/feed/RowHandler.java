package cn.liangxian.enrollment.feed;

import java.util.List;

/** Takes the rows of a list one by one as its file is read; nothing keeps them all. */
@FunctionalInterface
public interface RowHandler {

    /** @param number the row's number as its sender sees it: the first row of a sheet, line or element is 1 */
    void row(int number, List<Cell> cells);
}
