package cn.liangxian.policy;

/** A contribution level that the notice does not give to this person, or does not know; carries the clause. */
public final class TierNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String clause;

    TierNotAllowedException(String message, String clause) {
        super(message);
        this.clause = clause;
    }

    /** The clause that limits the level. */
    public String clause() {
        return clause;
    }
}
