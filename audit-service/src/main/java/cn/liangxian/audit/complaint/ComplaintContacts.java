package cn.liangxian.audit.complaint;

import cn.liangxian.audit.ComplaintHandoff.ComplaintContactPublished;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** 均要设立投诉举报信箱、电子邮箱、电话，并向社会进行公开: what each department has set up, open to everybody. */
@ApplicationScoped
@Clause("bachu-2022/第四十四条(1)")
class ComplaintContacts {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;

    ComplaintContacts(Jdbi jdbi, Outbox outbox, BusinessDay day) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
    }

    /** Where a department takes complaints, the last that it made public. */
    record Contact(Department department, String mailbox, String email, String phone, LocalDate since) {}

    /** In an open transaction. */
    ComplaintContactPublished publish(Department department, String area, String mailbox, String email, String phone) {
        ComplaintContactPublished published =
                new ComplaintContactPublished(department, area, mailbox, email, phone, day.today());
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into complaint_contact (department, area, mailbox, email, phone, since)
                        values (?, ?, ?, ?, ?, ?)""")
                .bind(0, department.name())
                .bind(1, area)
                .bind(2, mailbox)
                .bind(3, email)
                .bind(4, phone)
                .bind(5, published.publishedOn())
                .execute());
        outbox.handOver(published);
        return published;
    }

    List<Contact> all() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct on (department) department, mailbox, email, phone, since
                        from complaint_contact order by department, seq desc""")
                .map((row, context) -> new Contact(
                        Department.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list());
    }
}
