package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.feed.RefusedRow;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The lists that were handed in, as rows. */
final class SpecialGroupLists {

    /** How many errors an answer names; the file that goes back names all. */
    private static final int ERRORS_IN_ANSWER = 1000;

    private SpecialGroupLists() {}

    static void enter(Handle h, UUID listId, Submission s, LocalDate today) {
        Declaration d = s.declaration();
        // entered as refused until it has been looked at: rows of errors and members refer to it
        h.createUpdate(
                        """
                        insert into special_group_list (list_id, department, category, area, list_date, declared, received,
                            accepted, grade, reason_code, signed_by, sealed, carrier, confirmed_zero, file_name,
                            file_bytes, digest, received_on, received_by)
                        values (:list, :department, :category, :area, :listDate, :declared, 0,
                            0, 'REJECTED', 'not-read', :signedBy, :sealed, :carrier, :zero, :fileName,
                            :bytes, :digest, :today, :by)""")
                .bind("list", listId)
                .bind("department", s.department().name())
                .bind("category", d.category())
                .bind("area", d.area())
                .bind("listDate", d.listDate())
                .bind("declared", d.declaredCount())
                .bind("signedBy", d.signedBy())
                .bind("sealed", d.sealed())
                .bind("carrier", d.carrier())
                .bind("zero", d.confirmedZero())
                .bind("fileName", s.fileName())
                .bind("bytes", s.bytes())
                .bind("digest", s.digest())
                .bind("today", today)
                .bind("by", s.receivedBy())
                .execute();
    }

    /** What became of it. {@code format} null: not recognised; {@code reasonCode} null: applied. */
    static void grade(
            Handle h, UUID listId, Grade grade, String format, int received, int accepted, String code, Text why) {
        h.createUpdate(
                        """
                        update special_group_list set grade = :grade, file_format = :format, received = :received,
                            accepted = :accepted, reason_code = :code, reason = :reason, reason_en = :reasonEn where list_id = :list""")
                .bind("list", listId)
                .bind("grade", grade.name())
                .bind("format", format)
                .bind("received", received)
                .bind("accepted", accepted)
                .bind("code", code)
                .bind("reason", why == null ? null : why.zh())
                .bind("reasonEn", why == null ? null : why.en())
                .execute();
    }

    /** The fully accepted list with the same content, if this one is a repetition under another key. */
    static Optional<UUID> accepted(Handle h, Submission s) {
        return h.createQuery(
                        """
                        select list_id from special_group_list
                        where department = :department and category = :category and area = :area
                          and list_date = :listDate and digest = :digest and grade = 'ACCEPTED'""")
                .bind("department", s.department().name())
                .bind("category", s.declaration().category())
                .bind("area", s.declaration().area())
                .bind("listDate", s.declaration().listDate())
                .bind("digest", s.digest())
                .mapTo(UUID.class)
                .findOne();
    }

    static Optional<GradedList> find(Handle h, UUID listId) {
        return h.createQuery(
                        """
                        select l.*, (select count(*) from special_group_error e where e.list_id = l.list_id) as errors
                        from special_group_list l where l.list_id = ?""")
                .bind(0, listId)
                .map((row, context) -> graded(row, errors(h, listId)))
                .findOne();
    }

    private static GradedList graded(ResultSet row, List<RefusedRow> errors) throws SQLException {
        return new GradedList(
                row.getString("list_id"),
                Department.valueOf(row.getString("department")),
                row.getString("category"),
                row.getString("area"),
                Grade.valueOf(row.getString("grade")),
                row.getInt("declared"),
                row.getInt("received"),
                row.getInt("accepted"),
                row.getString("digest"),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getString("reason_en"),
                row.getInt("errors"),
                errors);
    }

    private static List<RefusedRow> errors(Handle h, UUID listId) {
        return h.createQuery(
                        """
                        select row, field, code, message, message_en from special_group_error
                        where list_id = ? order by row, field limit ?""")
                .bind(0, listId)
                .bind(1, ERRORS_IN_ANSWER)
                .map((row, context) -> RefusedRow.of(
                        row.getInt(1),
                        Flaws.kept(
                                new RowFault(row.getString(2), row.getString(3), row.getString(4), row.getString(5)))))
                .list();
    }
}
