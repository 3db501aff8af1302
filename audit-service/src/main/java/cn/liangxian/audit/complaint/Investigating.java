package cn.liangxian.audit.complaint;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.audit.ComplaintHandoff.ComplaintClosed;
import cn.liangxian.audit.ComplaintHandoff.Way;
import cn.liangxian.audit.violation.Violations;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** 联合开展调查: departments enter what they found, at least two (联合), and discipline inspection closes the complaint. */
@ApplicationScoped
@Clause("bachu-2022/第四十四条(2)")
class Investigating {

    private static final String SELECT =
            """
            select c.complaint_id, c.way, c.breach, c.township, c.village, c.received_on, x.founded, x.closed_on,
                x.violation_id, (select coalesce(array_agg(department order by department), '{}') from complaint_finding f
                    where f.complaint_id = c.complaint_id) as by_departments, c.sealed is not null
            from complaint c left join complaint_closing x using (complaint_id)
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Violations violations;

    Investigating(Jdbi jdbi, Outbox outbox, BusinessDay day, Violations violations) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.violations = violations;
    }

    /** A complaint as investigators see it; {@code founded}, {@code closedOn} and {@code violationId} null while it is open. */
    record Complaint(
            String complaintId,
            Way way,
            Breach breach,
            String township,
            String village,
            LocalDate receivedOn,
            List<Department> investigatedBy,
            boolean words,
            Boolean founded,
            LocalDate closedOn,
            String violationId) {}

    Optional<Complaint> find(String id) {
        return query("where c.complaint_id = ?", id, 1).findFirst();
    }

    /** At most {@code limit} after the id {@code beyond}, the oldest first. */
    List<Complaint> page(String beyond, int limit) {
        return query("where c.complaint_id > ?", beyond, limit).toList();
    }

    /** For the holder of the private key; empty for a complaint without words. */
    Optional<byte[]> sealed(String id) {
        return jdbi.withHandle(
                h -> h.createQuery("select sealed from complaint where complaint_id = ? and sealed is not null")
                        .bind(0, id)
                        .map((row, context) -> row.getBytes(1))
                        .findOne());
    }

    /** In an open transaction, as {@link #close}. */
    Complaint found(Complaint complaint, Department department, boolean founded, String by) {
        mustBeOpen(complaint);
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into complaint_finding values (?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, complaint.complaintId())
                        .bind(1, department.name())
                        .bind(2, founded)
                        .bind(3, day.today())
                        .bind(4, by)
                        .execute());
        if (entered == 0) {
            throw new Problem(ComplaintProblem.FOUND_BEFORE, null);
        }
        return find(complaint.complaintId()).orElseThrow();
    }

    /**
     * {@link Problem} unless at least two departments investigated, and unless somebody else than those who found closes it. A
     * founded complaint is referred as a violation.
     */
    Complaint close(Complaint complaint, boolean founded, Answerable answerable, String by) {
        mustBeOpen(complaint);
        if (complaint.investigatedBy().size() < 2) {
            throw new Problem(ComplaintProblem.NOT_JOINT, Text.departments(complaint.investigatedBy()));
        }
        String id = complaint.complaintId();
        List<String> finders = finders(id);
        if (finders.contains(by)) {
            throw new Problem(ComplaintProblem.SECOND_PERSON, null);
        }
        LocalDate today = day.today();
        String violation = founded
                ? violations.refer(Origin.COMPLAINT, id, complaint.breach(), answerable, complaint.township(), finders)
                : null;
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into complaint_closing values (?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, id)
                        .bind(1, founded)
                        .bind(2, violation)
                        .bind(3, today)
                        .bind(4, by)
                        .execute());
        if (entered == 0) {
            throw new Problem(ComplaintProblem.CLOSED, null);
        }
        outbox.handOver(
                new ComplaintClosed(id, complaint.township(), complaint.investigatedBy(), founded, violation, today));
        return find(id).orElseThrow();
    }

    private List<String> finders(String id) {
        return jdbi.withHandle(h -> h.createQuery("select by_whom from complaint_finding where complaint_id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .list());
    }

    private static void mustBeOpen(Complaint complaint) {
        if (complaint.closedOn() != null) {
            throw new Problem(ComplaintProblem.CLOSED, Text.on(complaint.closedOn()));
        }
    }

    private Stream<Complaint> query(String where, String value, int limit) {
        return jdbi
                .withHandle(h -> h.createQuery(SELECT + where + " order by c.complaint_id limit ?")
                        .bind(0, value)
                        .bind(1, limit)
                        .map((row, context) -> new Complaint(
                                row.getString(1),
                                Way.valueOf(row.getString(2)),
                                Breach.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                Stream.of((String[]) row.getArray(10).getArray())
                                        .map(Department::valueOf)
                                        .toList(),
                                row.getBoolean(11),
                                row.getObject(7, Boolean.class),
                                row.getObject(8, LocalDate.class),
                                row.getString(9)))
                        .list())
                .stream();
    }
}
