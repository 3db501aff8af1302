package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.feed.RefusedRow;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Text;
import java.util.List;

/**
 * The answer to a list.
 *
 * @param reasonCode why the list as a whole was not applied; null when it was, as {@code reason} in Chinese and
 *     {@code reasonEn} in English
 * @param errors the first errors by row; {@code errorCount} of them in all, the rest comes with the returned file
 */
public record GradedList(
        String listId,
        Department department,
        String category,
        String area,
        Grade grade,
        int declared,
        int received,
        int accepted,
        String digest,
        String reasonCode,
        String reason,
        String reasonEn,
        int errorCount,
        List<RefusedRow> errors) {

    public GradedList {
        // an answer that was kept before both languages were
        reasonEn = Flaws.english(reasonCode, reasonEn);
    }

    /** Why the list as a whole was not applied; null when it was. */
    Text why() {
        return reasonCode == null ? null : new Text(reason, reasonEn);
    }
}
