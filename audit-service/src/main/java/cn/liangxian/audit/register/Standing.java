package cn.liangxian.audit.register;

/** Where an obligation stands. How it gets from one standing to another is said in {@link LifeCycle} and nowhere else. */
public enum Standing {
    /** Known to come; its window has not begun. */
    EXPECTED("待开始"),
    OPEN("进行中"),
    /** Open, and its due date is near. */
    DUE_SOON("即将到期"),
    MET_ON_TIME("按时完成"),
    MET_LATE("逾期完成"),
    /** The due date passed and nothing has come. */
    MISSED("逾期未完成"),
    /** Excused, with a reason and a second person's approval. */
    WAIVED("已豁免"),
    /** It should not have been opened. */
    VOID("已作废");

    private final String zh;

    Standing(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
