package cn.liangxian.enrollment.roster;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import java.time.LocalDate;

/**
 * The header of a roster.
 *
 * @param revision 1 for the first of an insurance and fee year; later ones hold who became eligible since
 * @param total sum of the due of all lines
 * @param digest over the canonical lines
 * @param published lines acknowledged so far, while it is SEALED
 * @param reason why the receiver refused it; null otherwise
 * @param waitsOn who has to act, since {@code sealedOn}: lines and header follow within minutes; null when it has ended
 * @param waitsUntil when the receiver refuses what has not come as a whole; null when it has ended, or where the policy does
 *     not say; {@code untilAssumed} where no text gives it
 */
public record Roster(
        String rosterId,
        Insurance insurance,
        int feeYear,
        String area,
        int revision,
        int lines,
        Fen total,
        String digest,
        String sealedBy,
        LocalDate sealedOn,
        RosterState state,
        long published,
        String reason,
        Department waitsOn,
        LocalDate waitsUntil,
        boolean untilAssumed) {

    private static final String LINES = "roster.lines";

    /** As it stands, with what the policy says of how long it may wait. */
    Roster waiting(Policy policy) {
        Department on = state.waitsOn(insurance);
        Schedule lines = on == null ? null : policy.schedules().get(LINES);
        return new Roster(
                rosterId,
                insurance,
                feeYear,
                area,
                revision,
                this.lines,
                total,
                digest,
                sealedBy,
                sealedOn,
                state,
                published,
                reason,
                on,
                lines == null ? null : lines.dueAfter(sealedOn),
                lines != null && lines.assumed());
    }
}
