package cn.liangxian.collection.roster;

import java.time.LocalDate;

/**
 * The lines of a roster became claims, in the running transaction.
 *
 * @param firstClaim its claims have the numbers after this one, below the same plus 2^32
 * @param on the business date; null when none was opened
 */
public record RosterAccepted(long firstClaim, LocalDate on) {}
