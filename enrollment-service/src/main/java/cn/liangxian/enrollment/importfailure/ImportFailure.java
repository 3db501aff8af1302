package cn.liangxian.enrollment.importfailure;

import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;

/**
 * A row that could not be imported, open until the department has told the person and says what became of it. It bears no
 * name or number: those stand in the file that went back.
 *
 * @param row of the file, counted from 1; a header, which JSON has not, is one of them
 * @param outcome null while it is open, as {@code informedOn} and {@code closedOn}
 * @param waitsOn the department while it is open, since {@code failedOn}; null afterwards
 * @param waitsUntil by when the policy wants it closed; null afterwards, or where it sets no period; {@code untilAssumed} where
 *     no text gives it
 */
public record ImportFailure(
        String listId,
        int row,
        String department,
        String category,
        String area,
        List<RowFault> reasons,
        LocalDate failedOn,
        FailureOutcome outcome,
        LocalDate informedOn,
        LocalDate closedOn,
        Department waitsOn,
        LocalDate waitsUntil,
        boolean untilAssumed) {}
