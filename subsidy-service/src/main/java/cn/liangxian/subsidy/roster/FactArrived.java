package cn.liangxian.subsidy.roster;

import java.time.LocalDate;

/**
 * A fact was recorded in this transaction; runs that waited for it, or should have seen it, go on.
 *
 * @param date business date of the fact; null when it only completes what was announced before
 */
public record FactArrived(Kind kind, LocalDate date) {

    /** What the fact is about. */
    public enum Kind {
        LINES,
        ROSTER,
        STATUS,
        PAYMENT,
        RETURN
    }
}
