package cn.liangxian.audit.violation;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.Handling;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.audit.CashRiskHandoff.ViolationDecided;
import cn.liangxian.audit.CashRiskHandoff.ViolationReferred;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Violations: referred to discipline inspection, which says how it dealt with each. Who it was is not kept here. */
@ApplicationScoped
@Clause({"bachu-2022/第四十二条(5)", "bachu-2022/第四十一条(4)"})
public class Violations {

    private static final String SELECT =
            """
            select v.violation_id, v.origin, v.origin_id, v.breach, v.answerable, v.township, v.referred_on, d.handling,
                d.decided_on
            from violation v left join violation_decision d using (violation_id)
            """;

    private static final String DECISION = "audit-violation-decided";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    Violations(Jdbi jdbi, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /**
     * A violation; {@code handling} and {@code decidedOn} are null while discipline inspection has not decided, which it owes until
     * {@code decideUntil}, null where the policy sets no period, {@code untilAssumed} where no text gives it.
     */
    public record Violation(
            String violationId,
            Origin origin,
            String originId,
            Breach breach,
            Answerable answerable,
            String township,
            LocalDate referredOn,
            Handling handling,
            LocalDate decidedOn,
            LocalDate decideUntil,
            boolean untilAssumed) {}

    /**
     * In an open transaction, as {@link #decide}. A perfunctory check is answered for by the township's deputy leader.
     *
     * @param foundBy the names of those who found it; another person decides
     */
    public String refer(
            Origin origin,
            String originId,
            Breach breach,
            Answerable answerable,
            String township,
            Collection<String> foundBy) {
        String id = Uuid7.next().toString();
        Answerable asked = breach == Breach.PERFUNCTORY_CHECK ? Answerable.TOWNSHIP_DEPUTY_LEADER : answerable;
        LocalDate today = day.today();
        jdbi.useHandle(h -> h.createUpdate("insert into violation values (?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, id)
                .bind(1, origin.name())
                .bind(2, originId)
                .bind(3, breach.name())
                .bind(4, asked.name())
                .bind(5, township)
                .bind(6, today)
                .bind(7, foundBy.toArray(String[]::new))
                .execute());
        outbox.handOver(new ViolationReferred(id, origin, originId, breach, asked, township, today));
        return id;
    }

    /** 由纪检监察部门按规定处理相关责任人: once, and not by whoever found it. */
    @Clause({"bachu-2022/第四十二条(7)", "bachu-2022/第四十一条(5)"})
    Violation decide(Violation violation, Handling handling, String by) {
        if (found(violation, by)) {
            throw new Problem(ViolationProblem.SECOND_PERSON, null);
        }
        LocalDate today = day.today();
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into violation_decision values (?, ?, ?, ?) on conflict do nothing")
                        .bind(0, violation.violationId())
                        .bind(1, handling.name())
                        .bind(2, today)
                        .bind(3, by)
                        .execute());
        if (entered == 0) {
            throw new Problem(ViolationProblem.DECIDED, null);
        }
        outbox.handOver(new ViolationDecided(violation.violationId(), violation.township(), handling, today));
        return find(violation.violationId()).orElseThrow();
    }

    private boolean found(Violation violation, String by) {
        return jdbi.withHandle(h -> h.createQuery("select ? = any(found_by) from violation where violation_id = ?")
                .bind(0, by)
                .bind(1, violation.violationId())
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Violation> find(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where v.violation_id = ?")
                .bind(0, id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** What is listed: of an area, and where they are not null, decided or not, and of an origin. */
    record Selection(String area, Boolean decided, Origin origin) {

        private static final String CONDITION =
                """
                where v.township like :area || '%' and (:origin::text is null or v.origin = :origin)""";

        Query bind(Query query) {
            return query.bind("area", area).bind("origin", origin == null ? null : origin.name());
        }
    }

    /** At most {@code limit} after the id {@code beyond}, the oldest first. */
    List<Violation> of(Selection selection, String beyond, int limit) {
        return jdbi.withHandle(h -> selection
                .bind(
                        h.createQuery(
                                SELECT + Selection.CONDITION
                                        + """
                                 and v.violation_id > :beyond
                                    and (:decided::boolean is null or (d.handling is not null) = :decided)
                                order by v.violation_id limit :limit"""))
                .bind("decided", selection.decided())
                .bind("beyond", beyond)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** How many of the area and origin are decided, and how many are not. */
    Map<Boolean, Long> counts(Selection selection) {
        Map<Boolean, Long> counts = new TreeMap<>();
        jdbi.useHandle(h -> selection
                .bind(h.createQuery(
                        "select d.handling is not null, count(*) from violation v left join violation_decision d using (violation_id) "
                                + Selection.CONDITION
                                + " group by 1"))
                .map((row, context) -> counts.put(row.getBoolean(1), row.getLong(2)))
                .list());
        return counts;
    }

    private Violation read(ResultSet row) throws SQLException {
        LocalDate referredOn = row.getObject(7, LocalDate.class);
        String handling = row.getString(8);
        Until until = handling == null ? Until.of(policy, DECISION, referredOn) : Until.NONE;
        return new Violation(
                row.getString(1),
                Origin.valueOf(row.getString(2)),
                row.getString(3),
                Breach.valueOf(row.getString(4)),
                Answerable.valueOf(row.getString(5)),
                row.getString(6),
                referredOn,
                handling == null ? null : Handling.valueOf(handling),
                row.getObject(9, LocalDate.class),
                until.day(),
                until.assumed());
    }
}
