package cn.liangxian.audit.register;

/** Whose obligations a desk shows. */
public enum DeskScope {
    /** What the department owes. */
    MINE,
    /** What is owed to the department. */
    TO_ME,
    /** Everybody's, for departments that oversee all. */
    EVERYBODY;

    /** A condition on rows of the table of obligations, with the names that {@link Sight} binds. */
    String condition() {
        return switch (this) {
            case MINE -> "owner = :caller";
            case TO_ME -> "receiver = :caller";
            case EVERYBODY -> "true";
        };
    }
}
