package cn.liangxian.enrollment.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The lists of uninsured students; one of another area is not there. */
final class UninsuredLists {

    /** Whether everything is paid for a student of alias {@code p}. */
    static final String INSURED =
            "exists (select from student_payment pay where pay.person_key = p.person_key and pay.paid >= pay.due)";

    private static final String SELECT =
            """
            select l.*, (select count(*) from uninsured_student s where s.list_id = l.list_id and s.reason is not null)
                    as explained,
                (select count(*) from uninsured_student s join person p using (person_key) where s.list_id = l.list_id
                    and s.reason is null and %s) as insured_since
            from uninsured_list l where starts_with(l.township, :area) and\s"""
                    .formatted(INSURED);

    private UninsuredLists() {}

    static void enter(Handle h, UUID id, String township, List<UUID> students, LocalDate today) {
        h.execute("insert into uninsured_list values (?, ?, ?, ?, null, null)", id, township, students.size(), today);
        h.createUpdate("insert into uninsured_student (list_id, person_key) select :id, unnest(:students)")
                .bind("id", id)
                .bindArray("students", UUID.class, students)
                .execute();
    }

    static List<UninsuredList> of(Handle h, String area, boolean onlyExplained, UUID before, int limit) {
        return h.createQuery(SELECT
                        + "(l.explained_on is not null or not :explained) and l.list_id < :before"
                        + " order by l.list_id desc limit :limit")
                .bind("area", area)
                .bind("explained", onlyExplained)
                .bind("before", before)
                .bind("limit", limit)
                .map(UninsuredList::read)
                .list();
    }

    static Optional<UninsuredList> find(Handle h, UUID id, String area) {
        return h.createQuery(SELECT + "l.list_id = :id")
                .bind("area", area)
                .bind("id", id)
                .map(UninsuredList::read)
                .findOne();
    }

    /** As {@link #find}, and nobody else works on it until the transaction ends. */
    static Optional<UninsuredList> lock(Handle h, UUID id, String area) {
        h.createQuery("select 1 from uninsured_list where list_id = ? for update")
                .bind(0, id)
                .mapTo(Integer.class)
                .findOne();
        return find(h, id, area);
    }

    static List<UninsuredList.Student> students(Handle h, UUID id) {
        return h.createQuery("select s.person_key, p.name, p.village, s.reason, " + INSURED
                        + " as insured, (select max(r.reminded_on) from student_reminder r where r.list_id = s.list_id"
                        + " and r.person_key = s.person_key) as reminded_on from uninsured_student s join person p using (person_key)"
                        + " where s.list_id = :id order by p.village, s.person_key")
                .bind("id", id)
                .map(UninsuredList::student)
                .list();
    }
}
