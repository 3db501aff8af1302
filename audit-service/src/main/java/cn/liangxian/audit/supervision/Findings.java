package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.Conclusion;
import cn.liangxian.audit.OversightHandoff.Explanation;
import cn.liangxian.audit.OversightHandoff.Suspicion;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The findings in the database. What came of one is added step by step; where it stands is its last step. */
@ApplicationScoped
class Findings {

    private static final String ANSWER = "audit-finding-answered";
    private static final String CLOSING = "audit-finding-closed";
    private static final String SELECT =
            """
            select f.*, coalesce(s.state, 'RAISED') as state, coalesce(s.on_date, f.raised_on) as since, e.explanation,
                c.conclusion, c.by_whom as concluded_by
            from finding f
            left join lateral (select * from finding_step t where t.finding_id = f.finding_id
                order by seq desc limit 1) s on true
            left join lateral (select explanation from finding_step t where t.finding_id = f.finding_id
                and explanation is not null order by seq desc limit 1) e on true
            left join lateral (select conclusion, by_whom from finding_step t where t.finding_id = f.finding_id
                and t.step = 'CONCLUDED' order by seq desc limit 1) c on true
            """;

    private final Jdbi jdbi;
    private final Policy policy;

    Findings(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A further step; the last two are null where they do not apply. */
    record Taken(
            String findingId,
            FindingState.Step step,
            FindingState state,
            LocalDate on,
            String by,
            Explanation explanation,
            Conclusion conclusion) {}

    /** Enters what was found; empty when the same was found before. */
    Optional<Finding> enter(SupervisionRule.Explained rule, Suspect suspect, LocalDate on) {
        String id = Uuid7.next().toString();
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into finding values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, id)
                        .bind(1, rule.name())
                        .bind(2, suspect.key())
                        .bind(3, rule.suspicion().name())
                        .bind(4, suspect.department().name())
                        .bind(5, suspect.area())
                        .bind(6, suspect.amount().amount())
                        .bindArray(7, String.class, suspect.evidence())
                        .bind(8, on)
                        .execute());
        return entered == 0 ? Optional.empty() : find(id);
    }

    /** At most {@code limit} after the id {@code beyond}, the oldest first; null for every state and every department. */
    List<Finding> of(String area, Department department, FindingState state, String beyond, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT
                                + """
                                where f.area like :area || '%' and f.finding_id > :beyond
                                    and (:department::text is null or f.department = :department)
                                    and (:state::text is null or coalesce(s.state, 'RAISED') = :state)
                                order by f.finding_id limit :limit""")
                .bind("area", area)
                .bind("beyond", beyond)
                .bind("department", department == null ? null : department.name())
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    Optional<Finding> find(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where f.finding_id = ?")
                .bind(0, id)
                .map(this::read)
                .findOne());
    }

    /** As {@link #find}; nobody else adds a step to it before the transaction ends. */
    Optional<Finding> lock(String id) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 21))::text")
                .bind(0, id)
                .mapTo(String.class)
                .one());
        return find(id);
    }

    void enter(Taken taken) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into finding_step (finding_id, step, state, on_date, by_whom, explanation, conclusion)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, taken.findingId())
                .bind(1, taken.step().name())
                .bind(2, taken.state().name())
                .bind(3, taken.on())
                .bind(4, taken.by())
                .bind(
                        5,
                        taken.explanation() == null ? null : taken.explanation().name())
                .bind(6, taken.conclusion() == null ? null : taken.conclusion().name())
                .execute());
    }

    private Finding read(ResultSet row, StatementContext context) throws SQLException {
        FindingState state = FindingState.valueOf(row.getString("state"));
        Department department = Department.valueOf(row.getString("department"));
        LocalDate raised = row.getObject("raised_on", LocalDate.class);
        String explanation = row.getString("explanation");
        String conclusion = row.getString("conclusion");
        Until until =
                switch (state) {
                    case RAISED -> Until.of(policy, ANSWER, raised);
                    case ANSWERED, CONCLUDED -> Until.of(policy, CLOSING, raised);
                    case CLOSED -> Until.NONE;
                };
        return new Finding(
                row.getString("finding_id"),
                row.getString("rule"),
                Suspicion.valueOf(row.getString("suspicion")),
                department,
                row.getString("area"),
                Fen.of(row.getLong("amount")),
                Arrays.asList((String[]) row.getArray("evidence").getArray()),
                raised,
                state,
                row.getObject("since", LocalDate.class),
                until.day(),
                until.assumed(),
                switch (state) {
                    case RAISED -> department;
                    case ANSWERED, CONCLUDED -> Department.AUDIT_BUREAU;
                    case CLOSED -> null;
                },
                explanation == null ? null : Explanation.valueOf(explanation),
                conclusion == null ? null : Conclusion.valueOf(conclusion),
                row.getString("concluded_by"));
    }
}
