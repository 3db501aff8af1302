package cn.liangxian.policy;

/**
 * Something to know about a policy file before it is put into force.
 *
 * @param line 1-based, 0 when it concerns the whole file
 */
public record Finding(Kind kind, int line, String where, String what) {

    /** What kind of thing was found; the first two keep a file from being used. */
    public enum Kind {
        /** breaks the form, or names something that does not exist */
        INVALID,
        /** two values of the file exclude each other */
        CONTRADICTORY,
        /** something a county needs is not said */
        MISSING,
        /** no clause stands behind the value */
        UNSOURCED,
        /** a reading of a clause that does not say so much */
        ASSUMED
    }

    @Override
    public String toString() {
        return "%-13s %s%s: %s".formatted(kind, line > 0 ? "line " + line + " " : "", where, what);
    }
}
