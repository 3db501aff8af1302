package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Conclusion;
import cn.liangxian.audit.OversightHandoff.Explanation;
import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * What a rule of the audit bureau found, and where it stands.
 *
 * @param department who has to explain it
 * @param evidence ids of events, to be looked up in the index
 * @param since when it came to stand so; {@code until} by when it has to be explained and {@code waitsFor} for whom, null
 *     when it is closed; {@code untilAssumed} where no text gives the day
 * @param explanation null until it was explained; {@code conclusion} null until it was concluded, {@code concludedBy} by whom
 */
public record Finding(
        String findingId,
        String rule,
        Suspicion suspicion,
        Department department,
        String area,
        Fen amount,
        List<String> evidence,
        LocalDate raisedOn,
        FindingState state,
        LocalDate since,
        LocalDate until,
        boolean untilAssumed,
        Department waitsFor,
        Explanation explanation,
        Conclusion conclusion,
        String concludedBy) {}
