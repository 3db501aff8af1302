package cn.liangxian.enrollment.registration;

import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.enrollment.registration.CancellationResource.Reason;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Cancels the registrations of whoever stands on a roster of the fee year and has died or moved away by the household feed, and tells tax
 * (变更注销, yicheng-2024/五(二), 五(三)). Who comes back owes again once an agency has registered him anew.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-a", "yicheng-2024/五(三)-a"})
public class CancellingRegistrations {

    private static final int PAGE = 500;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    CancellingRegistrations(Outbox outbox, BusinessDay day, Policy policy) {
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /** Looks at the staged household data, before it changes the register. */
    public void ofLeaving(Handle h) {
        LocalDate month = day.today().withDayOfMonth(1);
        LocalDate first = LocalDate.of(policy.feeYear(), 1, 1);
        record Row(int row, Reason reason, PersonRegistered registered) {}
        int after = -1;
        List<Row> page;
        do {
            page = h.createQuery(
                            """
                            select s.row, p.person_key, r.insurance, p.township, p.village, s.change
                            from household_stage s
                            join person p on p.id_number = s.id_number and p.state = 'LIVING'
                            join lateral (
                                select distinct r.insurance from roster_line l join roster r using (roster_id)
                                where l.person_key = p.person_key and r.state <> 'REFUSED' and r.fee_year = :year) r
                                on true
                            where s.faults is null and s.change in ('DEATH', 'MOVE_OUT') and s.row in (
                                select row from household_stage
                                where row > :after and change in ('DEATH', 'MOVE_OUT') order by row limit :page)
                            order by s.row, r.insurance for update of p""")
                    .bind("after", after)
                    .bind("page", PAGE)
                    .bind("year", policy.feeYear())
                    .map((row, context) -> new Row(
                            row.getInt(1),
                            row.getString(6).equals("DEATH") ? Reason.DECEASED : Reason.MOVED_AWAY,
                            new PersonRegistered(
                                    row.getString(2),
                                    Insurance.valueOf(row.getString(3)),
                                    RegistrationKind.CANCELLED,
                                    row.getString(4),
                                    row.getString(5),
                                    first,
                                    month.isBefore(first) ? first : month)))
                    .list();
            if (!page.isEmpty()) {
                PreparedBatch cancelled =
                        h.prepareBatch("insert into registration values (?, ?, ?, 'CANCELLED', ?, ?, ?, ?, ?)");
                for (Row row : page) {
                    PersonRegistered told = row.registered();
                    cancelled.add(
                            Uuid7.next(),
                            UUID.fromString(told.personKey()),
                            told.insurance().name(),
                            told.firstMonth(),
                            told.lastMonth(),
                            day.today(),
                            Department.PUBLIC_SECURITY.name(),
                            row.reason().name());
                }
                cancelled.execute();
            }
            outbox.handOver(page.stream().map(Row::registered).toList());
            after = next(h, after);
        } while (after >= 0);
    }

    /** The last row of the page that was looked at; -1 when it was the last page. */
    private static int next(Handle h, int after) {
        return h.createQuery(
                        """
                        select coalesce(max(row), -1) from (
                            select row from household_stage where row > ? and change in ('DEATH', 'MOVE_OUT')
                            order by row limit ?) page""")
                .bind(0, after)
                .bind(1, PAGE)
                .mapTo(Integer.class)
                .one();
    }
}
