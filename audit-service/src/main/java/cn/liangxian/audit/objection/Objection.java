package cn.liangxian.audit.objection;

import cn.liangxian.audit.PublicationHandoff.Ground;
import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;

/**
 * An objection to what is published, and where it stands.
 *
 * @param line number of the published line; null when one is missing, then {@code channel} and {@code voucher} are set
 * @param since when it came to stand so; {@code until} when it has to be answered and {@code waitsFor} by whom, both null
 *     when it was answered; {@code untilAssumed} where no text gives the day
 * @param ground why it was rejected; {@code correctedBy} the publication that corrects it
 */
public record Objection(
        String objectionId,
        String publicationId,
        String township,
        ObjectionKind kind,
        Integer line,
        String channel,
        String voucher,
        LocalDate objectedOn,
        ObjectionState state,
        LocalDate since,
        LocalDate until,
        boolean untilAssumed,
        Department waitsFor,
        Ground ground,
        String correctedBy,
        String paymentId,
        String refundId) {

    /** Whether it is the department's to answer. */
    boolean waitsOn(Department department) {
        return waitsFor == department;
    }
}
