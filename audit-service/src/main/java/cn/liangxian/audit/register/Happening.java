package cn.liangxian.audit.register;

/** What can happen to an obligation; each is kept as a fact. */
public enum Happening {
    /** Its clock started. */
    OPENED,
    /** Its clock turned out to have started earlier: an earlier event of an earlier business date arrived later. */
    RESTATED,
    /** Its due date came near. */
    NEARED,
    /** The due date passed and nothing had come. */
    PASSED,
    /** What was expected came on a business date not after the due date. */
    FULFILLED,
    /** What was expected came on a business date after the due date. */
    FULFILLED_LATE,
    WAIVED,
    VOIDED
}
