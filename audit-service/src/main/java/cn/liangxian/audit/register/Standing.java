package cn.liangxian.audit.register;

import cn.liangxian.rest.Text;

/** Where an obligation stands. How it gets from one standing to another is said in {@link LifeCycle} and nowhere else. */
public enum Standing {
    /** Known to come; its window has not begun. */
    EXPECTED("待开始", "to begin"),
    OPEN("进行中", "under way"),
    /** Open, and its due date is near. */
    DUE_SOON("即将到期", "due soon"),
    MET_ON_TIME("按时完成", "met in time"),
    MET_LATE("逾期完成", "met late"),
    /** The due date passed and nothing has come. */
    MISSED("逾期未完成", "missed"),
    /** Excused, with a reason and a second person's approval. */
    WAIVED("已豁免", "waived"),
    /** It should not have been opened. */
    VOID("已作废", "void");

    private final String zh;
    private final String en;

    Standing(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text text() {
        return new Text(zh, en);
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
