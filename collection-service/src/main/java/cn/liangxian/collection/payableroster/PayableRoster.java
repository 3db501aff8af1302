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
 * @param awaited reviewers who have not reviewed yet; {@code awaitedUntil} the day on which it is due, null unless it is in review
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
        LocalDate awaitedUntil,
        LocalDate issuedOn,
        Department refusedBy,
        String refusedBecause,
        String corrects) {

    PayableRosterIssued issued() {
        return new PayableRosterIssued(payableRosterId, township, feeYear, lines, total, digest, reviewed);
    }
}
