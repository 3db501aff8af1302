package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.CollectionHandoff.PayableRosterIssued;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * The payable roster of a township, as of the day it was drawn up.
 *
 * @param total sum of what its lines amount to
 * @param digest LineDigest over its lines
 * @param awaited whom it waits on, since {@code awaitedSince}: in review those who have not reviewed yet, refused tax, which draws it
 *     up anew; empty when it waits on nobody
 * @param awaitedUntil the day on which it is due; null when it waits on nobody, or where the policy sets none;
 *     {@code untilAssumed} where no text gives it
 * @param issuedOn null unless it was handed over
 * @param refusedBecause what a reviewer found wrong; null when nothing
 * @param corrects the refused roster in whose place it was drawn up; null when there was none
 */
public record PayableRoster(
        String payableRosterId,
        String township,
        int feeYear,
        LocalDate madeOn,
        int lines,
        Fen total,
        String digest,
        PayableRosterState state,
        List<Department> reviewed,
        List<Department> awaited,
        LocalDate awaitedSince,
        LocalDate awaitedUntil,
        boolean untilAssumed,
        LocalDate issuedOn,
        Department refusedBy,
        String refusedBecause,
        String corrects) {

    PayableRosterIssued issued() {
        return new PayableRosterIssued(payableRosterId, township, feeYear, lines, total, digest, reviewed);
    }
}
