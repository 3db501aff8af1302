package cn.liangxian.audit.register;

/** What can happen to an obligation; each is kept as a fact. */
public enum Happening {
    /** Its clock started. */
    OPENED,
    /**
     * What was known of its start turned out otherwise: an earlier event of an earlier business date arrived later, or the
     * lateness that it inherits changed.
     */
    RESTATED,
    /** What was expected came before the first day of its window: it is kept, and meets nothing. */
    CAME_TOO_EARLY,
    /** Its due date came near. */
    NEARED,
    /** The due date passed and nothing had come. */
    PASSED,
    /** What was expected came on a business date not after the due date. */
    FULFILLED,
    /** What was expected came on a business date after the due date. */
    FULFILLED_LATE,
    /** A second person agreed that its owner is excused. */
    WAIVED,
    /** A second person agreed that it should not have been opened. */
    VOIDED
}
