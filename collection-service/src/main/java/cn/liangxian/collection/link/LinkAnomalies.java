package cn.liangxian.collection.link;

import cn.liangxian.collection.link.LinkAnomaly.Kind;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The anomalies of linking, and by when each of them is to be answered. */
@ApplicationScoped
class LinkAnomalies {

    private static final String RAISED = "collection-anomaly-raised";
    private static final String CONFIRMED = "collection-anomaly-confirmed";

    private static final String SELECTED =
            """
            starts_with(township, :area) and insurance = coalesce(:insurance, insurance) and kind = coalesce(:kind, kind)
                and (cast(:asked as text) is null or forwarded_to = :asked)
            """;
    private static final String IN_STATE =
            "select * from link_anomaly where state = coalesce(:state, state) and " + SELECTED;

    private final Jdbi jdbi;
    private final Policy policy;

    LinkAnomalies(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** Which of them: of an area, and of what is not null; {@code asked} is the department that was asked to verify. */
    record Selection(LinkState state, Kind kind, Insurance insurance, String area, Department asked) {}

    /** A page, the oldest first; {@code after} is the last id of the page before, null for the first. */
    List<LinkAnomaly> list(Selection of, UUID after, int limit) {
        return jdbi.withHandle(h -> bound(
                        h.createQuery(
                                IN_STATE
                                        + """
                                        and (cast(:after as uuid) is null
                                            or (coalesce(raised_on, 'epoch'), anomaly_id) > (
                                                select coalesce(raised_on, 'epoch'), anomaly_id from link_anomaly
                                                where anomaly_id = cast(:after as uuid)))
                                        order by coalesce(raised_on, 'epoch'), anomaly_id limit :limit"""),
                        of)
                .bind("state", of.state() == null ? null : of.state().name())
                .bind("after", after)
                .bind("limit", limit)
                .map(this::read)
                .list());
    }

    /** How many there are in each state, whatever the state of the selection. */
    Map<LinkState, Integer> counts(Selection of) {
        Map<LinkState, Integer> counts = new EnumMap<>(LinkState.class);
        jdbi.useHandle(h -> bound(
                        h.createQuery("select state, count(*) from link_anomaly where " + SELECTED + "group by state"),
                        of)
                .map((row, context) -> counts.put(LinkState.valueOf(row.getString(1)), row.getInt(2)))
                .list());
        return counts;
    }

    private static Query bound(Query query, Selection of) {
        return query.bind("area", of.area())
                .bind("kind", of.kind() == null ? null : of.kind().name())
                .bind(
                        "insurance",
                        of.insurance() == null ? null : of.insurance().name())
                .bind("asked", of.asked() == null ? null : of.asked().name());
    }

    /** One of the selection. */
    Optional<LinkAnomaly> one(UUID id, Selection of) {
        return jdbi.withHandle(h -> bound(h.createQuery(IN_STATE + "and anomaly_id = :id"), of)
                .bind("id", id)
                .bind("state", of.state() == null ? null : of.state().name())
                .map(this::read)
                .findOne());
    }

    /** Locked to the end of the transaction; one outside of the area is not there. {@code insurance} null for both. */
    Optional<LinkAnomaly> lock(UUID id, String area, Insurance insurance) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from link_anomaly where anomaly_id = :id and starts_with(township, :area)
                            and insurance = coalesce(:insurance, insurance) for update""")
                .bind("id", id)
                .bind("area", area)
                .bind("insurance", insurance == null ? null : insurance.name())
                .map(this::read)
                .findOne());
    }

    LinkAnomaly find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from link_anomaly where anomaly_id = ?")
                .bind(0, id)
                .map(this::read)
                .one());
    }

    LinkAnomaly read(ResultSet row, StatementContext context) throws SQLException {
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        LinkState state = LinkState.valueOf(row.getString("state"));
        Department asked =
                row.getString("forwarded_to") == null ? null : Department.valueOf(row.getString("forwarded_to"));
        LocalDate raised = row.getObject("raised_on", LocalDate.class);
        LocalDate confirmed = row.getObject("confirmed_on", LocalDate.class);
        Until until = until(state, raised, confirmed);
        return new LinkAnomaly(
                row.getString("anomaly_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("person_key"),
                row.getString("other_key"),
                insurance,
                row.getString("township"),
                raised,
                state,
                state.waitsOn(insurance, asked),
                until.day(),
                until.assumed(),
                asked,
                row.getObject("forwarded_on", LocalDate.class),
                row.getString("confirmation"),
                confirmed,
                row.getString("rightful"),
                row.getString("finding"),
                row.getObject("closed_on", LocalDate.class));
    }

    /** The terms run from what started them, if that has come: raising, or another department's confirmation. */
    private Until until(LinkState state, LocalDate raised, LocalDate confirmed) {
        for (String handoff : state.waitsFor()) {
            String trigger =
                    policy.deadline(handoff).flatMap(terms -> terms.trigger()).orElse("");
            LocalDate start =
                    switch (trigger) {
                        case RAISED -> raised;
                        case CONFIRMED -> confirmed;
                        default -> null;
                    };
            if (start != null) {
                return Until.of(policy, handoff, start);
            }
        }
        return Until.NONE;
    }
}
