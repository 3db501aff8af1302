package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The lists that were handed in, as a desk shows them: latest first, without a row of theirs. */
@ApplicationScoped
class ListSheet {

    private static final int MOST = 200;
    private final Jdbi jdbi;

    ListSheet(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One list; {@code errors} rows of it were refused, {@code reasonCode} and its words are null when the list was applied. */
    public record Entered(
            String listId,
            Department department,
            String category,
            String area,
            LocalDate receivedOn,
            int declared,
            int received,
            int accepted,
            int errors,
            Grade grade,
            String reasonCode,
            String reason,
            String reasonEn,
            boolean confirmedZero) {

        Text why() {
            return reasonCode == null ? null : new Text(reason, reasonEn);
        }
    }

    /** @param department whose lists; null for those of all */
    List<Entered> latest(Department department, String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select l.*, (select count(*) from special_group_error e where e.list_id = l.list_id) as errors
                        from special_group_list l
                        where (:department::text is null or department = :department) and area like :area || '%'
                        order by received_on desc, list_id desc limit :most""")
                .bind("department", department == null ? null : department.name())
                .bind("area", area)
                .bind("most", MOST)
                .map((row, context) -> new Entered(
                        row.getString("list_id"),
                        Department.valueOf(row.getString("department")),
                        row.getString("category"),
                        row.getString("area"),
                        row.getObject("received_on", LocalDate.class),
                        row.getInt("declared"),
                        row.getInt("received"),
                        row.getInt("accepted"),
                        row.getInt("errors"),
                        Grade.valueOf(row.getString("grade")),
                        row.getString("reason_code"),
                        row.getString("reason"),
                        Flaws.english(row.getString("reason_code"), row.getString("reason_en")),
                        row.getBoolean("confirmed_zero")))
                .list());
    }
}
