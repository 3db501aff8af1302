package cn.liangxian.policy;

/**
 * A contribution level that the notice does not give to this person, or does not know; carries the clause. The message is in
 * English.
 */
public final class TierNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String clause;

    TierNotAllowedException(String zh, String en, String clause) {
        super(en);
        this.zh = zh;
        this.clause = clause;
    }

    /** What the message says, in Chinese. */
    public String zh() {
        return zh;
    }

    /** The clause that limits the level. */
    public String clause() {
        return clause;
    }
}
