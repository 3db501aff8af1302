package cn.liangxian.deadlines;

/** The clock of a deadline has not started: the day it is counted from is not known yet. */
public final class MissingAnchorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingAnchorException(String anchor) {
        super("the day of '" + anchor + "' is not known");
    }
}
