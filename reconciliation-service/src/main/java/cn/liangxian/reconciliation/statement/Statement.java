package cn.liangxian.reconciliation.statement;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.balance.DayState;
import java.time.LocalDate;
import java.util.Map;

/**
 * The totals of reconciliation, counted now from its own database. Two equations hold to the fen:
 *
 * <ul>
 *   <li>treasury - collected (net) = open differences + what of {@code notBalanced} differs;
 *   <li>collected (paid) = entitled + red list + in time + paid back.
 * </ul>
 *
 * @param collected what tax took in, per insurance
 * @param treasury sums of the treasury's current reports
 * @param differences open ones, as treasury less collected
 * @param differencesFound every voucher of a day that any version of its balance named, by kind
 * @param crossDay vouchers whose differences of several days cancelled out
 * @param days days and insurances by where they stand, of those that have any fact
 * @param notBalanced what arrived on both sides and stands in no balance yet
 * @param entitled claims booked by the agencies
 * @param redList open listings
 * @param redListed claims ever listed and still on or since resolved, by how ({@code OPEN} for those on it)
 * @param inTime paid, not entitled, and not (yet) on the red list
 * @param paidBack contributions that were paid back
 */
public record Statement(
        LocalDate businessDate,
        Map<Insurance, Collected> collected,
        Map<Insurance, Treasury> treasury,
        Map<DifferenceKind, Counted> differences,
        Map<DifferenceKind, Integer> differencesFound,
        int crossDay,
        Map<DayState, Integer> days,
        Unbalanced notBalanced,
        Map<Insurance, People> entitled,
        Map<BrokenLink, Counted> redList,
        Map<String, Integer> redListed,
        Map<Insurance, People> inTime,
        Map<Insurance, People> paidBack) {

    /** What tax collected, in fen; {@code net} is paid and surplus, less what went back. */
    public record Collected(int payments, Fen paid, Fen surplus, Fen refunded, Fen net) {}

    /** What the treasury reported, by the latest version of each day, in fen. */
    public record Treasury(int days, int rows, Fen total) {}

    /** How many, and how many fen. */
    public record Counted(int count, Fen fen) {}

    /** Both sides of days that have no balance yet, in fen. */
    public record Unbalanced(Fen collected, Fen treasury) {}

    /** Claims of this many people and their money. */
    public record People(int people, Fen fen) {}
}
