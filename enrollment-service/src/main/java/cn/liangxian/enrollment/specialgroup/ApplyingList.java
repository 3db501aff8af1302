package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportRejected;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.enrollment.person.Identities;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes the good rows of a list over into the register, all at once, and sends the others back. */
@ApplicationScoped
@Clause({"yicheng-2024/五(一)-e", "yicheng-2024/五(一)-f"})
class ApplyingList {

    /** Handoffs written at a time: bounds memory whatever the length of the list. */
    private static final int PAGE = 500;

    private final Outbox outbox;
    private final BusinessDay day;

    ApplyingList(Outbox outbox, BusinessDay day) {
        this.outbox = outbox;
        this.day = day;
    }

    void apply(Handle h, UUID listId, GradedList list) {
        if (list.received() == 0) {
            return;
        }
        h.createUpdate(
                        """
                        insert into special_group_member (list_id, row, person_key, valid_from, valid_until)
                        select :list, s.row, p.person_key, s.valid_from, s.valid_until
                        from list_stage s join person p on p.id_number = s.id_number
                        where not exists (
                            select from special_group_error e where e.list_id = :list and e.row = s.row)""")
                .bind("list", listId)
                .execute();
        lockMembers(h, listId);
        Identities.fromList(h, listId, list.category());
        sendBack(h, listId, list);
        tellOfRostered(h, listId, list.category());
    }

    /** In the order of their keys, so that two lists with the same people wait for each other instead of dying. */
    private static void lockMembers(Handle h, UUID listId) {
        h.createQuery(
                        """
                        select count(*) from (
                            select p.person_key from person p
                            where p.person_key in (select person_key from special_group_member where list_id = ?)
                            order by p.person_key for update) locked""")
                .bind(0, listId)
                .mapTo(Long.class)
                .one();
    }

    private void sendBack(Handle h, UUID listId, GradedList list) {
        int after = -1;
        List<ImportRejected> page;
        do {
            page = h.createQuery(
                            """
                            select row, array_agg(field || '：' || message order by field, code) as reasons,
                                array_agg(field || ': ' || message_en order by field, code) as reasons_en
                            from special_group_error where list_id = ? and row > ?
                            group by row order by row limit ?""")
                    .bind(0, listId)
                    .bind(1, after)
                    .bind(2, PAGE)
                    .map((row, context) -> new ImportRejected(
                            listId.toString(),
                            list.department(),
                            list.area(),
                            row.getInt(1),
                            List.of((String[]) row.getArray(2).getArray()),
                            List.of((String[]) row.getArray(3).getArray())))
                    .list();
            outbox.handOver(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).row();
        } while (page.size() == PAGE);
    }

    /** A list that comes after the roster: who already stands on one changes there too. */
    private void tellOfRostered(Handle h, UUID listId, String category) {
        LocalDate today = day.today();
        int after = -1;
        record Member(int row, IdentityChanged change) {}
        List<Member> page;
        do {
            page = h.createQuery(
                            """
                            select m.row, m.person_key, i.valid_from, i.valid_until
                            from special_group_member m
                            join identity i on i.person_key = m.person_key and i.category = :category
                                and daterange(i.valid_from, i.valid_until, '[]') @> m.valid_from
                            where m.list_id = :list and m.row > :after and exists (
                                select from roster_line l join roster r on r.roster_id = l.roster_id
                                where l.person_key = m.person_key and r.state <> 'REFUSED')
                            order by m.row limit :page""")
                    .bind("list", listId)
                    .bind("category", category)
                    .bind("after", after)
                    .bind("page", PAGE)
                    .map((row, context) -> new Member(
                            row.getInt(1),
                            new IdentityChanged(
                                    row.getString(2),
                                    new Status(
                                            category,
                                            row.getObject(3, LocalDate.class),
                                            row.getObject(4, LocalDate.class)),
                                    today)))
                    .list();
            outbox.handOver(page.stream().map(Member::change).toList());
            after = page.isEmpty() ? after : page.get(page.size() - 1).row();
        } while (page.size() == PAGE);
    }
}
