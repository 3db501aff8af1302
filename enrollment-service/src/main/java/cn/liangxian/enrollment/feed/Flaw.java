package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;

/**
 * Something that can be wrong with a row or with a whole list. The code is stable; the file that goes back says it in
 * Chinese, a page in the language of its reader.
 */
public interface Flaw {

    /** @param code stable, lower case with dashes */
    record Wording(String code, String zh, String en) {}

    Wording wording();

    default String code() {
        return wording().code();
    }

    default String zh() {
        return wording().zh();
    }

    default String en() {
        return wording().en();
    }

    default Text text() {
        return new Text(zh(), en());
    }

    /** This flaw in a column of a row. */
    default RowFault at(String field) {
        return new RowFault(field, code(), zh(), en());
    }
}
