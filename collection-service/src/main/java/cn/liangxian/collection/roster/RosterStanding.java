package cn.liangxian.collection.roster;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * How far a roster has come, and while it is arriving what it waits for, since when, until when and on whom.
 *
 * @param lines as its header says; null until the header arrived
 * @param waitsFor HEADER or LINES; null when it is decided
 * @param waitsUntil null while the header is awaited: its own deadline is that of the roster
 */
public record RosterStanding(
        String rosterId,
        Insurance insurance,
        Integer revision,
        RosterState state,
        int linesIn,
        Integer lines,
        Awaited waitsFor,
        Department waitsOn,
        LocalDate waitsSince,
        LocalDate waitsUntil,
        LocalDate decidedOn,
        String reason) {

    /** What is missing. */
    public enum Awaited {
        HEADER,
        LINES
    }
}
