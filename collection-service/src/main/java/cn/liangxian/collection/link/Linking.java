package cn.liangxian.collection.link;

import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyRaised;
import cn.liangxian.collection.link.LinkAnomaly.Kind;
import cn.liangxian.collection.roster.RosterAccepted;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Links the lines of a roster to natural persons when it is accepted, by person key and ID number. What does not agree is
 * raised, and stays visible until it is closed with a finding.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(四)2")
class Linking {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    Linking(Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    void link(@Observes RosterAccepted accepted) {
        List<LinkAnomaly> raised = jdbi.withHandle(h -> h.createQuery(
                        """
                        insert into link_anomaly
                            (anomaly_id, kind, claim_no, person_key, other_key, insurance, township, raised_on)
                        select gen_random_uuid(), 'ID_NUMBER_SHARED', c.claim_no, c.person_key, min(o.person_key), c.insurance,
                            c.township, cast(:on as date)
                        from claim c join claim o on o.id_number = c.id_number and o.person_key <> c.person_key
                            join roster r on r.roster_no = o.roster_no and r.state = 'ACCEPTED'
                        where c.claim_no > :first and c.claim_no < :first + (1::bigint << 32) group by c.claim_no
                        union all
                        select gen_random_uuid(), 'IDENTITY_DIFFERS', c.claim_no, c.person_key, null, c.insurance, c.township, cast(:on as date)
                        from claim c join claim o on o.person_key = c.person_key and o.claim_no <> c.claim_no
                            and (o.id_number <> c.id_number or o.name <> c.name)
                            join roster r on r.roster_no = o.roster_no and r.state = 'ACCEPTED'
                        where c.claim_no > :first and c.claim_no < :first + (1::bigint << 32) group by c.claim_no
                        returning *""")
                .bind("first", accepted.firstClaim())
                .bind("on", accepted.on())
                .map(Linking::read)
                .list());
        outbox.handOver(raised.stream()
                .map(anomaly -> new AnomalyRaised(
                        anomaly.anomalyId(),
                        anomaly.kind().name(),
                        anomaly.personKey(),
                        anomaly.otherKey(),
                        anomaly.insurance(),
                        anomaly.township(),
                        accepted.on()))
                .toList());
    }

    List<LinkAnomaly> list(LinkState state, Insurance insurance, String area) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from link_anomaly where state = :state and township like :area || '%'
                            and insurance = coalesce(:insurance, insurance) order by township, anomaly_id""")
                .bind("state", state.name())
                .bind("insurance", insurance == null ? null : insurance.name())
                .bind("area", area)
                .map(Linking::read)
                .list());
    }

    /**
     * In an open transaction.
     *
     * @param rightful whose a shared ID number is: one of the two persons; null for a difference of one person
     * @param insurance the caller's own; null for tax
     */
    LinkAnomaly close(UUID id, String rightful, String finding, Insurance insurance, String area, String by) {
        LinkAnomaly open = jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from link_anomaly where anomaly_id = :id and township like :area || '%'
                            and insurance = coalesce(:insurance, insurance) for update""")
                .bind("id", id)
                .bind("area", area)
                .bind("insurance", insurance == null ? null : insurance.name())
                .map(Linking::read)
                .findOne()
                .orElseThrow(() -> new Problem(LinkProblem.UNKNOWN, null)));
        LinkState state = LinkState.LIFE
                .next(open.state(), LinkState.Step.LOOKED_INTO)
                .orElseThrow(() -> new Problem(LinkProblem.CLOSED, null));
        boolean names = open.personKey().equals(rightful) || (rightful != null && rightful.equals(open.otherKey()));
        if (names != (open.kind() == Kind.ID_NUMBER_SHARED)) {
            throw new Problem(LinkProblem.RIGHTFUL_BEARER, null)
                    .at(null, "rightful", "one of the two who share the number");
        }
        LocalDate today = day.today();
        LinkAnomaly closed = jdbi.withHandle(h -> h.createQuery(
                        """
                        update link_anomaly set state = ?, rightful = ?, finding = ?, closed_by = ?, closed_on = ?
                        where anomaly_id = ? returning *""")
                .bind(0, state.name())
                .bind(1, rightful)
                .bind(2, finding)
                .bind(3, by)
                .bind(4, today)
                .bind(5, id)
                .map(Linking::read)
                .one());
        outbox.handOver(new AnomalyClosed(closed.anomalyId(), closed.personKey(), closed.insurance(), finding, today));
        return closed;
    }

    private static LinkAnomaly read(ResultSet row, StatementContext context) throws SQLException {
        return new LinkAnomaly(
                row.getString("anomaly_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("person_key"),
                row.getString("other_key"),
                Insurance.valueOf(row.getString("insurance")),
                row.getString("township"),
                row.getObject("raised_on", LocalDate.class),
                LinkState.valueOf(row.getString("state")),
                row.getString("rightful"),
                row.getString("finding"),
                row.getObject("closed_on", LocalDate.class));
    }
}
