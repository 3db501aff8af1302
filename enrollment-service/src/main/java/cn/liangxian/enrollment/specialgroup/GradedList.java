package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Text;
import java.util.List;

/**
 * The answer to a list.
 *
 * @param reasonCode why the list as a whole was not applied; null when it was
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
        int errorCount,
        List<Error> errors) {

    /** Why the list as a whole was not applied; what the flaw is in the file is on record in Chinese alone. */
    Text why() {
        return new Text(reason, Flaws.english(reasonCode));
    }

    /**
     * What is wrong with a row.
     *
     * @param row its number in the file as the sender sees it
     * @param messageEn in English what {@code message} says in Chinese
     */
    public record Error(int row, String field, String code, String message, String messageEn) {}
}
