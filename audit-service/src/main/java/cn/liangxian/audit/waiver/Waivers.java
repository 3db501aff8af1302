package cn.liangxian.audit.waiver;

import cn.liangxian.audit.register.Sight;
import cn.liangxian.audit.waiver.Waiver.Kind;
import cn.liangxian.audit.waiver.Waiver.State;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The requests for waivers and what was decided. */
@ApplicationScoped
class Waivers {

    private static final String ALL =
            """
            select r.waiver_id, r.obligation_id, o.owner, o.receiver, o.area, o.due, r.kind, r.reason, r.requested_by,
                r.department as requester, r.requested_on, d.approved, d.reason as answer, d.decided_by,
                d.department as approver, d.decided_on
            from waiver_request r join obligation o using (obligation_id) left join waiver_decision d using (waiver_id)
            where\s""";

    private final Jdbi jdbi;
    private final Caller caller;

    Waivers(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** Those that the caller may see after the given one, in the order in which they were asked for. */
    List<Waiver> page(boolean pendingOnly, String after, int limit) {
        Sight sight = Sight.of(caller);
        return jdbi.withHandle(h -> sight.bind(h.createQuery(ALL + sight.condition()
                        + " and r.waiver_id > :after" + (pendingOnly ? " and d.waiver_id is null" : "")
                        + " order by r.waiver_id limit :limit"))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> waiver(row))
                .list());
    }

    /** {@link Problem} 404 when there is none that the caller may see. */
    Waiver get(String id) {
        Sight sight = Sight.of(caller);
        return jdbi.withHandle(h -> sight.bind(h.createQuery(ALL + sight.condition() + " and r.waiver_id = :id"))
                .bind("id", id)
                .map((row, context) -> waiver(row))
                .findOne()
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null)));
    }

    boolean anyPending(String obligationId) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from waiver_request r where obligation_id = ? and not exists
                            (select from waiver_decision d where d.waiver_id = r.waiver_id))""")
                .bind(0, obligationId)
                .mapTo(Boolean.class)
                .one());
    }

    void ask(String id, String obligationId, Kind kind, String reason, LocalDate on) {
        jdbi.useHandle(h -> h.createUpdate("insert into waiver_request values (?, ?, ?, ?, ?, ?, ?)")
                .bind(0, id)
                .bind(1, obligationId)
                .bind(2, kind.name())
                .bind(3, reason)
                .bind(4, caller.name())
                .bind(5, caller.department().name())
                .bind(6, on)
                .execute());
    }

    /** Keeps the decision; false when there was one. */
    boolean decide(Waiver waiver, boolean approved, String reason, LocalDate on) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into waiver_decision values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, waiver.waiverId())
                        .bind(1, waiver.requestedBy())
                        .bind(2, waiver.requester().name())
                        .bind(3, approved)
                        .bind(4, reason)
                        .bind(5, caller.name())
                        .bind(6, caller.department().name())
                        .bind(7, on)
                        .execute())
                > 0;
    }

    /** Whoever waits for the obligation or oversees all; never who owes it. */
    private static List<Department> deciding(Department owner, Department receiver) {
        return Arrays.stream(Department.values())
                .filter(department -> department != owner)
                .filter(department -> department == receiver || Sight.oversees(department))
                .toList();
    }

    private static Waiver waiver(ResultSet row) throws SQLException {
        Boolean approved = row.getObject("approved", Boolean.class);
        String approver = row.getString("approver");
        Department owner = Department.valueOf(row.getString("owner"));
        Department receiver = Department.valueOf(row.getString("receiver"));
        return new Waiver(
                row.getString("waiver_id"),
                row.getString("obligation_id"),
                owner,
                receiver,
                row.getString("area"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("requested_by"),
                Department.valueOf(row.getString("requester")),
                row.getObject("requested_on", LocalDate.class),
                approved == null ? State.PENDING : approved ? State.APPROVED : State.REFUSED,
                approved == null ? "等待另一部门的第二人审批" : null,
                approved == null ? "a second person, of another department, has to decide" : null,
                approved == null ? row.getObject("due", LocalDate.class) : null,
                approved == null ? deciding(owner, receiver) : List.of(),
                row.getString("answer"),
                row.getString("decided_by"),
                approver == null ? null : Department.valueOf(approver),
                row.getObject("decided_on", LocalDate.class));
    }
}
