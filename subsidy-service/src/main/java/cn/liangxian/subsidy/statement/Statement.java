package cn.liangxian.subsidy.statement;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import java.util.Map;

/**
 * Totals in fen. For every purpose: appropriated = posted + returned + open.
 *
 * @param posted what stays posted to persons and funds: payments that came back are no longer in it
 * @param toRecover what of it lapsed after it was paid, so that finance takes it back or sets it off
 * @param returned what went back to finance, before or after it was posted
 * @param open appropriated and not yet used
 * @param shortfall applied for and answered by finance, but not appropriated
 * @param unanswered applied for, and finance has not answered
 * @param proxyPaid what was handed over as paid on behalf; {@code proxyReturned} of it came back
 * @param sponsored what was handed over as sponsored; {@code sponsorshipReturned} of it came back
 * @param ledgerSum sum of all postings: zero, or the ledger is broken
 * @param runsWaiting runs that wait for roster lines or payments
 * @param grantsUndecided people to whom a grant may be due that hangs on a wife's date of birth, which no roster carries
 */
public record Statement(
        Map<Purpose, Fen> applied,
        Map<Purpose, Fen> appropriated,
        Map<Purpose, Fen> posted,
        Map<Purpose, Fen> toRecover,
        Map<Purpose, Fen> returned,
        Fen open,
        Fen shortfall,
        Fen unanswered,
        Map<Insurance, Paid> proxyPaid,
        Map<Insurance, Paid> proxyReturned,
        Map<Insurance, Paid> sponsored,
        Map<Insurance, Paid> sponsorshipReturned,
        Fen ledgerSum,
        int runsWaiting,
        int grantsUndecided) {

    /** Different persons, and fen. */
    public record Paid(int people, Fen fen) {}
}
