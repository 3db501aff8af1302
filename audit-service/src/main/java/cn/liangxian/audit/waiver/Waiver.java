package cn.liangxian.audit.waiver;

import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;

/**
 * A request that an obligation be waived or void. The last four are null while nobody has decided.
 *
 * @param owner who owes the obligation, and {@code receiver} who waits for it
 * @param requester department of the person who asked, {@code approver} of the one who decided
 * @param waitsFor what an undecided request waits for, in Chinese and in English, since {@code requestedOn}; null when decided
 * @param waitsUntil the day on which the obligation is due: what is decided later finds it missed; null when decided
 * @param waitsOn the departments of which a second person may decide; empty when decided
 */
public record Waiver(
        String waiverId,
        String obligationId,
        Department owner,
        Department receiver,
        String area,
        Kind kind,
        String reason,
        String requestedBy,
        Department requester,
        LocalDate requestedOn,
        State state,
        String waitsFor,
        String waitsForEn,
        LocalDate waitsUntil,
        List<Department> waitsOn,
        String answer,
        String decidedBy,
        Department approver,
        LocalDate decidedOn) {

    /** To be excused, or never to have been asked. */
    public enum Kind {
        WAIVE,
        VOID
    }

    /** Undecided, agreed to, or not. */
    public enum State {
        PENDING,
        APPROVED,
        REFUSED
    }
}
