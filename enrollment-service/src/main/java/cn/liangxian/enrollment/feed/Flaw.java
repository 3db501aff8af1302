package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;

/**
 * Something that can be wrong with a row or with a whole list. The code is stable; the file that goes back says it in
 * Chinese, a page in the language of its reader.
 */
public interface Flaw {

    String code();

    String zh();

    String en();

    default Text text() {
        return new Text(zh(), en());
    }
}
