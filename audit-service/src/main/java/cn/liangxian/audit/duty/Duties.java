package cn.liangxian.audit.duty;

import cn.liangxian.audit.DutyHandoff.Duty;
import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The register of named persons. Nothing is changed or taken out: whoever was named last for a day has the duty on it; in a
 * group everybody who was named has it.
 */
@ApplicationScoped
@Clause({"bachu-2022/第二十一条", "bachu-2022/第三十二条(2)", "bachu-2022/第三十二条(5)", "bachu-2022/第四十二条(6)"})
class Duties {

    /** Rows of a page of {@link #history}. */
    static final int PAGE = 500;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    Duties(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /** Who is named; {@code from} the day on which he takes the duty up. */
    record Named(Duty duty, String person, String post, String contact, LocalDate from, String reason) {}

    /** A unit that has nobody for a duty on the open business date. */
    record Vacant(Duty duty, Department department, String area) {}

    /** In an open transaction. */
    DutyAssigned assign(Named named, Department department, String area, String by) {
        if (!units(named.duty()).contains(new Vacant(named.duty(), department, area))) {
            throw new Problem(DutyProblem.NOT_OF_UNIT, Text.unit(department, area));
        }
        LocalDate today = day.today();
        return jdbi.withHandle(h -> {
            h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 100))::text")
                    .bind(0, named.duty() + area + department)
                    .mapTo(String.class)
                    .one();
            Optional<DutyAssigned> before = named.duty() == Duty.RISK_GROUP
                    ? Optional.empty()
                    : last(h, named.duty(), department, area)
                            .filter(holder -> !holder.person().equals(named.person()));
            if (before.isPresent() && (named.reason() == null || named.reason().isBlank())) {
                throw new Problem(DutyProblem.REASON_MISSING, null)
                        .at(
                                null,
                                "reason",
                                new Text(
                                        "原任：" + before.get().person(),
                                        "instead of " + before.get().person()));
            }
            boolean changed = before.isPresent() && named.duty() == Duty.SPECIALIST;
            DutyAssigned assigned = new DutyAssigned(
                    Uuid7.next().toString(),
                    named.duty(),
                    department,
                    area,
                    named.person(),
                    named.post(),
                    named.contact(),
                    named.from(),
                    before.map(DutyAssigned::person).orElse(null),
                    before.isPresent() ? named.reason() : null,
                    changed ? named.from() : null,
                    today);
            keep(h, assigned, by);
            outbox.handOver(assigned);
            return assigned;
        });
    }

    /** Everybody who has a duty in the area on the open business date. */
    List<DutyAssigned> holders(String area) {
        LocalDate today = day.today();
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select distinct on (duty, department, area, case when duty = 'RISK_GROUP' then person end) *
                        from duty_assignment where starts_with(area, :area) and from_on <= :today
                        order by duty, department, area, case when duty = 'RISK_GROUP' then person end, from_on desc,
                            assignment_id desc""")
                .bind("area", area)
                .bind("today", today)
                .map((row, context) -> read(row))
                .list());
    }

    /** Every assignment of the area, with the reason of each change, the latest first, before the assignment; empty for all. */
    List<DutyAssigned> history(Duty duty, String area, String before) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from duty_assignment where duty = :duty and starts_with(area, :area)
                            and (:before = '' or assignment_id < :before)
                        order by assignment_id desc limit :page""")
                .bind("page", PAGE)
                .bind("duty", duty.name())
                .bind("area", area)
                .bind("before", before)
                .map((row, context) -> read(row))
                .list());
    }

    /** Units that should have named somebody and have not. */
    List<Vacant> vacant(Duty duty) {
        List<Vacant> filled = holders(policy.jurisdiction().code()).stream()
                .filter(holder -> holder.duty() == duty)
                .map(holder -> new Vacant(duty, holder.department(), holder.area()))
                .toList();
        return units(duty).stream().filter(unit -> !filled.contains(unit)).toList();
    }

    /** The units that have the duty: each township, each department of the exchange, or those of the risk group. */
    private List<Vacant> units(Duty duty) {
        String county = policy.jurisdiction().code();
        List<Department> departments =
                switch (duty) {
                    case AGREEMENTS, SPECIALIST -> List.of();
                    case EXCHANGE ->
                        Stream.of(Handoff.termsOf(DutyAssigned.class).from())
                                .filter(one -> one != Department.TOWNSHIP)
                                .toList();
                    case RISK_GROUP ->
                        List.of(
                                Department.DISCIPLINE,
                                Department.TAX,
                                Department.MEDICAL_INSURANCE,
                                Department.SOCIAL_INSURANCE);
                };
        List<Vacant> units = new ArrayList<>();
        departments.forEach(department -> units.add(new Vacant(duty, department, county)));
        if (duty != Duty.RISK_GROUP) {
            policy.jurisdiction().townships(day.today()).stream()
                    .map(Township::code)
                    .forEach(township -> units.add(new Vacant(duty, Department.TOWNSHIP, township)));
        }
        return units;
    }

    private static Optional<DutyAssigned> last(Handle h, Duty duty, Department department, String area) {
        return h.createQuery(
                        """
                        select * from duty_assignment where duty = ? and department = ? and area = ?
                        order by assignment_id desc limit 1""")
                .bind(0, duty.name())
                .bind(1, department.name())
                .bind(2, area)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static void keep(Handle h, DutyAssigned a, String by) {
        h.createUpdate("insert into duty_assignment values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, a.assignmentId())
                .bind(1, a.duty().name())
                .bind(2, a.department().name())
                .bind(3, a.area())
                .bind(4, a.person())
                .bind(5, a.post())
                .bind(6, a.contact())
                .bind(7, a.from())
                .bind(8, a.replaces())
                .bind(9, a.reason())
                .bind(10, a.changesOn())
                .bind(11, a.announcedOn())
                .bind(12, by)
                .execute();
    }

    private static DutyAssigned read(ResultSet row) throws SQLException {
        return new DutyAssigned(
                row.getString("assignment_id"),
                Duty.valueOf(row.getString("duty")),
                Department.valueOf(row.getString("department")),
                row.getString("area"),
                row.getString("person"),
                row.getString("post"),
                row.getString("contact"),
                row.getObject("from_on", LocalDate.class),
                row.getString("replaces"),
                row.getString("reason"),
                row.getObject("changes_on", LocalDate.class),
                row.getObject("announced_on", LocalDate.class));
    }
}
