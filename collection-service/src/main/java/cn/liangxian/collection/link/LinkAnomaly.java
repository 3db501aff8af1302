package cn.liangxian.collection.link;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * A line that cannot be linked to one natural person.
 *
 * @param otherKey the other person who bears the ID number; null when the same person bears two
 * @param raisedOn null before the first business date
 * @param waitsOn whom it waits for; null when closed
 * @param waitsUntil by when the policy wants what it waits for; null where it sets no period
 * @param forwardedTo the department that was asked, and its {@code confirmation}; null where none was needed, or not yet
 * @param rightful whose the shared ID number is, and {@code finding} with what result it was closed; null while open
 */
public record LinkAnomaly(
        String anomalyId,
        Kind kind,
        String personKey,
        String otherKey,
        Insurance insurance,
        String township,
        LocalDate raisedOn,
        LinkState state,
        Department waitsOn,
        LocalDate waitsUntil,
        boolean untilAssumed,
        Department forwardedTo,
        LocalDate forwardedOn,
        String confirmation,
        LocalDate confirmedOn,
        String rightful,
        String finding,
        LocalDate closedOn) {

    /** What does not agree. */
    public enum Kind {
        /** Two persons bear one ID number: nobody can pay under it until it is known whose it is. */
        ID_NUMBER_SHARED,
        /** One person comes with another name or ID number than in the other insurance. */
        IDENTITY_DIFFERS
    }
}
