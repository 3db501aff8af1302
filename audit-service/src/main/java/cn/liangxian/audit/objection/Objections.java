package cn.liangxian.audit.objection;

import cn.liangxian.audit.PublicationHandoff.Ground;
import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.PublicationHandoff.PublicationObjected;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The objections in the database. What came of one is added step by step; where it stands is its last step. */
@ApplicationScoped
class Objections {

    private static final String ANSWER = "audit-publication-answered";
    private static final String SELECT =
            """
            select o.*, coalesce(s.state, 'RECEIVED') as state, coalesce(s.on_date, o.objected_on) as since, s.ground,
                s.corrected_by, s.payment_id, s.refund_id
            from objection o
            left join lateral (select * from objection_step t where t.objection_id = o.objection_id
                order by seq desc limit 1) s on true
            """;

    private final Jdbi jdbi;
    private final Policy policy;

    Objections(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** A further step; all but the first five are null where they do not apply. */
    record Taken(
            String objectionId,
            ObjectionState.Step step,
            ObjectionState state,
            LocalDate on,
            String by,
            Ground ground,
            String correctedBy,
            String paymentId,
            String refundId) {}

    /** At most {@code limit} of an area after the id {@code beyond}, the oldest first; null for every state. */
    List<Objection> of(String area, ObjectionState state, String beyond, int limit) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + "where o.township like :area || '%' and o.objection_id > :beyond"
                        + " and coalesce(s.state, 'RECEIVED') = coalesce(:state, coalesce(s.state, 'RECEIVED'))"
                        + " order by o.objection_id limit :limit")
                .bind("area", area)
                .bind("beyond", beyond)
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    Optional<Objection> find(String id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where o.objection_id = ?")
                .bind(0, id)
                .map(this::read)
                .findOne());
    }

    /** As {@link #find}; nobody else adds a step to it before the transaction ends. */
    Optional<Objection> lock(String id) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 20))::text")
                .bind(0, id)
                .mapTo(String.class)
                .one());
        return find(id);
    }

    void enter(PublicationObjected objection, String by) {
        jdbi.useHandle(h -> h.createUpdate("insert into objection values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, objection.objectionId())
                .bind(1, objection.publicationId())
                .bind(2, objection.township())
                .bind(3, objection.kind().name())
                .bind(4, objection.line())
                .bind(5, objection.channel())
                .bind(6, objection.voucher())
                .bind(7, objection.objectedOn())
                .bind(8, by)
                .execute());
    }

    void enter(Taken taken) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into objection_step (objection_id, step, state, on_date, by_whom, ground, corrected_by,
                            payment_id, refund_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .bind(0, taken.objectionId())
                .bind(1, taken.step().name())
                .bind(2, taken.state().name())
                .bind(3, taken.on())
                .bind(4, taken.by())
                .bind(5, taken.ground() == null ? null : taken.ground().name())
                .bind(6, taken.correctedBy())
                .bind(7, taken.paymentId())
                .bind(8, taken.refundId())
                .execute());
    }

    private Objection read(ResultSet row, StatementContext context) throws SQLException {
        ObjectionState state = ObjectionState.valueOf(row.getString("state"));
        LocalDate objected = row.getObject("objected_on", LocalDate.class);
        String ground = row.getString("ground");
        Until until = state.waits() ? Until.of(policy, ANSWER, objected) : Until.NONE;
        return new Objection(
                row.getString("objection_id"),
                row.getString("publication_id"),
                row.getString("township"),
                ObjectionKind.valueOf(row.getString("kind")),
                row.getObject("line", Integer.class),
                row.getString("channel"),
                row.getString("voucher"),
                objected,
                state,
                row.getObject("since", LocalDate.class),
                until.day(),
                until.assumed(),
                state.waits() ? (state == ObjectionState.RECEIVED ? Department.TOWNSHIP : Department.TAX) : null,
                ground == null ? null : Ground.valueOf(ground),
                row.getString("corrected_by"),
                row.getString("payment_id"),
                row.getString("refund_id"));
    }
}
