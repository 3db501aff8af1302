package cn.liangxian.enrollment.roster;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * The header of a roster.
 *
 * @param revision 1 for the first of an insurance and fee year; later ones hold who became eligible since
 * @param total sum of the due of all lines
 * @param digest over the canonical lines
 * @param published lines acknowledged so far, while it is SEALED
 * @param reason why the receiver refused it; null otherwise
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
        String reason) {}
