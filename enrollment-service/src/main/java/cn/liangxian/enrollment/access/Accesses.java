package cn.liangxian.enrollment.access;

import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a department that provided personal data sees of their use; who exactly looked stays with enrollment. */
final class Accesses {

    private Accesses() {}

    /** One look at one resident; {@code duty} null in a county that binds nobody to duties. */
    public record Access(
            String accessId,
            String personKey,
            String village,
            Department reader,
            String area,
            String duty,
            String purpose,
            LocalDate accessedOn) {}

    /** The newest first; of residents of the area only. */
    static List<Access> of(Handle h, Department provider, String area, UUID before, int limit) {
        return h.createQuery(
                        """
                        select a.access_id, a.person_key, p.village, a.department, a.area, a.duty, a.purpose, a.accessed_on
                        from data_access a join person p using (person_key)
                        where :provider = any (a.providers) and starts_with(p.village, :area) and a.access_id < :before
                        order by a.access_id desc limit :limit""")
                .bind("provider", provider.name())
                .bind("area", area)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Access(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Department.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class)))
                .list();
    }
}
