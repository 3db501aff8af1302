package cn.liangxian.enrollment.importfailure;

import cn.liangxian.desk.Words;
import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportFailureClosed;
import cn.liangxian.enrollment.feed.RowFault;
import cn.liangxian.enrollment.importfailure.ImportFailureResource.Closure;
import cn.liangxian.enrollment.specialgroup.Flaws;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows that could not be imported, and what the departments did so that nobody is left uninsured (避免漏保). */
@ApplicationScoped
@Clause({"yicheng-2024/五(一)-f", "yicheng-2024/五(一)-g"})
class ClosingImportFailures {

    private static final String CLOSED = "enrollment-import-failure-closed";
    private static final String SELECT =
            """
            select e.list_id, e.row, l.department, l.category, l.area, l.received_on, c.outcome, c.informed_on, c.closed_on,
                array_agg(concat_ws(chr(31), e.field, e.code, e.message, coalesce(e.message_en, '')) order by e.field, e.code) as reasons
            from special_group_error e join special_group_list l using (list_id)
            left join import_failure_closure c using (list_id, row)
            where l.grade = 'ACCEPTED_WITH_ERRORS' and\s""";

    private static final String GROUP =
            """
             group by e.list_id, e.row, l.department, l.category, l.area, l.received_on, c.outcome, c.informed_on, c.closed_on
            order by e.list_id, e.row\s""";

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Policy policy;
    private final Words words;

    ClosingImportFailures(Jdbi jdbi, BusinessDay day, Outbox outbox, Policy policy, Words words) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
        this.policy = policy;
        this.words = words;
    }

    /**
     * @param department whose lists; null for all
     * @param after list of the last failure of the page before
     * @param afterRow its row
     */
    List<ImportFailure> of(Department department, String area, boolean open, UUID after, int afterRow, int limit) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + "(:department::text is null or l.department = :department) and l.area like :area || '%'"
                        + " and (c.closed_on is null) = :open and (e.list_id, e.row) > (:after, :afterRow)" + GROUP
                        + "limit :limit")
                .bind("department", department == null ? null : department.name())
                .bind("area", area)
                .bind("open", open)
                .bind("after", after)
                .bind("afterRow", afterRow)
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    /** In an open transaction. The same closure a second time changes nothing. */
    ImportFailure close(UUID list, int row, Closure closure, Department department, String area, String by) {
        ImportFailure failure = find(list, row)
                .filter(found -> found.department().equals(department.name())
                        && found.area().startsWith(area))
                .orElseThrow(() -> new Problem(ImportFailureProblem.UNKNOWN, null));
        if (failure.outcome() != null) {
            if (failure.outcome() == closure.outcome()) {
                return failure;
            }
            throw new Problem(
                    ImportFailureProblem.CLOSED,
                    words.text("failure_" + failure.outcome()).with(Text.on(failure.closedOn())));
        }
        LocalDate today = day.today();
        boolean informed = closure.informedOn() != null && !closure.informedOn().isAfter(today);
        if (!informed && closure.outcome() != FailureOutcome.DECEASED) {
            throw new Problem(ImportFailureProblem.NOT_INFORMED, null)
                    .at(null, "informedOn", new Text("不晚于" + today, "up to " + today));
        }
        jdbi.useHandle(h -> h.execute(
                "insert into import_failure_closure values (?, ?, ?, ?, ?, ?, ?)",
                list,
                row,
                closure.outcome().name(),
                closure.informedOn(),
                closure.note(),
                today,
                by));
        outbox.handOver(new ImportFailureClosed(
                failure.listId(), department, failure.area(), row, closure.outcome(), closure.informedOn(), today));
        return find(list, row).orElseThrow();
    }

    private Optional<ImportFailure> find(UUID list, int row) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "e.list_id = :list and e.row = :row" + GROUP)
                .bind("list", list)
                .bind("row", row)
                .map(this::read)
                .findOne());
    }

    private ImportFailure read(ResultSet row, StatementContext context) throws SQLException {
        String outcome = row.getString("outcome");
        String department = row.getString("department");
        LocalDate failedOn = row.getObject("received_on", LocalDate.class);
        Until until = outcome == null ? Until.of(policy, CLOSED, failedOn) : Until.NONE;
        return new ImportFailure(
                row.getString("list_id"),
                row.getInt("row"),
                department,
                row.getString("category"),
                row.getString("area"),
                Stream.of((String[]) row.getArray("reasons").getArray())
                        .map(RowFault::unpack)
                        .map(Flaws::kept)
                        .toList(),
                failedOn,
                outcome == null ? null : FailureOutcome.valueOf(outcome),
                row.getObject("informed_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                outcome == null ? Department.valueOf(department) : null,
                until.day(),
                until.assumed());
    }
}
