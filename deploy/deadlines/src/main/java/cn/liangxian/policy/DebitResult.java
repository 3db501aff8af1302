package cn.liangxian.policy;

/** What became of a debit, whatever the bank calls it. Each bank's own codes are mapped to these in the policy file. */
public enum DebitResult {
    OK("扣款成功", "debited", false),
    INSUFFICIENT("余额不足", "balance too small", true),
    NO_AGREEMENT("未签订扣款协议", "no debit agreement", false),
    ACCOUNT_INVALID("账户不存在或已销户", "no such account, or closed", false),
    ACCOUNT_FROZEN("账户冻结", "account frozen", true),
    NAME_MISMATCH("户名不符", "name of the account differs", false),
    STOPPED("已止付", "stopped", true),
    /** The bank has had this line before, and does not say what became of it then: it is asked. */
    DUPLICATE("重复扣款，待查询", "sent before, to be asked", false),
    /** Never a failure: the bank is asked again until it knows. */
    UNKNOWN("结果未知", "result unknown", false);

    private final String zh;
    private final String en;
    private final boolean again;

    DebitResult(String zh, String en, boolean again) {
        this.zh = zh;
        this.en = en;
        this.again = again;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether it is known whether money was taken. Until it is, the line stays open and nothing is sent again. */
    public boolean known() {
        return this != UNKNOWN && this != DUPLICATE;
    }

    /** Whether the next day's batch may try the same account again; otherwise a new agreement must come first. */
    public boolean again() {
        return again;
    }
}
