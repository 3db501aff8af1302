package cn.liangxian.enrollment.consult;

import cn.liangxian.enrollment.consult.ConsultedPerson.OnRoster;
import cn.liangxian.enrollment.consult.ConsultedPerson.Registered;
import cn.liangxian.enrollment.consult.ConsultedPerson.Status;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the register knows of a person, in the order in which it came. */
final class History {

    private History() {}

    static List<Status> statuses(Handle h, UUID person) {
        return h.createQuery(
                        """
                        select i.category, i.valid_from, i.valid_until, l.department, l.received_on
                        from identity i left join lateral (
                            select s.department, s.received_on from special_group_member m
                            join special_group_list s using (list_id)
                            where m.person_key = i.person_key and s.category = i.category
                            order by s.received_on desc, list_id desc limit 1) l on true
                        where i.person_key = ? order by i.valid_from, i.category""")
                .bind(0, person)
                .map((row, context) -> new Status(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4) == null ? null : Department.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    static List<Registered> registrations(Handle h, UUID person) {
        return h.createQuery(
                        """
                        select insurance, kind, first_month, last_month, registered_on from registration
                        where person_key = ? order by registration_id""")
                .bind(0, person)
                .map((row, context) -> new Registered(
                        Insurance.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    static List<OnRoster> rosters(Handle h, UUID person) {
        return h.createQuery(
                        """
                        select r.insurance, r.fee_year, r.revision, l.due, r.sealed_on
                        from roster_line l join roster r using (roster_id)
                        where l.person_key = ? order by r.sealed_on, r.insurance, r.revision""")
                .bind(0, person)
                .map((row, context) -> new OnRoster(
                        Insurance.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        Fen.of(row.getLong(4)),
                        row.getObject(5, LocalDate.class)))
                .list();
    }
}
