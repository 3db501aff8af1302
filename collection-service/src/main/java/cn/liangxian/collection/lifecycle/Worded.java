package cn.liangxian.collection.lifecycle;

import cn.liangxian.rest.Text;

/** A state that people have a word for. */
public interface Worded {

    /** As a page heads it. */
    Text word();

    /** Why a step is refused that this state does not know. */
    default Text stands() {
        return new Text("现为“" + word().zh() + "”", "it is now: " + word().en());
    }
}
