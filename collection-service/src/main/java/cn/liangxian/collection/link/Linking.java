package cn.liangxian.collection.link;

import static cn.liangxian.collection.link.LinkAnomaly.Kind.IDENTITY_DIFFERS;
import static cn.liangxian.collection.link.LinkAnomaly.Kind.ID_NUMBER_SHARED;

import cn.liangxian.collection.AnomalyHandoff.AnomalyAnswered;
import cn.liangxian.collection.AnomalyHandoff.AnomalyClosed;
import cn.liangxian.collection.AnomalyHandoff.AnomalyRaised;
import cn.liangxian.collection.AnomalyHandoff.FirstAnswer;
import cn.liangxian.collection.link.LinkAnomaly.Kind;
import cn.liangxian.collection.roster.RosterAccepted;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Links the lines of a roster to natural persons when it is accepted, by person key and ID number. What does not agree is
 * raised, and stays visible until it is closed with a finding.
 */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)2", "bachu-2022/第八条(4)", "bachu-2022/第七条(4)"})
class Linking {

    private final Jdbi jdbi;
    private final LinkAnomalies anomalies;
    private final BusinessDay day;
    private final Outbox outbox;

    Linking(Jdbi jdbi, LinkAnomalies anomalies, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.anomalies = anomalies;
        this.day = day;
        this.outbox = outbox;
    }

    void link(@Observes RosterAccepted accepted) {
        List<LinkAnomaly> raised = jdbi.withHandle(h -> {
            // whole rosters are compared: hashed in memory, a million lines take a second
            h.execute("set local work_mem = '128MB'");
            List<Disagreement> found = new ArrayList<>(find(h, ID_NUMBER_SHARED, accepted));
            // within one roster a person stands once
            if (otherRosters(h, accepted)) {
                found.addAll(find(h, IDENTITY_DIFFERS, accepted));
            }
            return found.isEmpty() ? List.<LinkAnomaly>of() : raise(h, found, accepted.on());
        });
        if (raised.isEmpty()) {
            return;
        }
        LocalDate receivedOn = receivedOn(accepted);
        outbox.handOver(raised.stream()
                .map(anomaly -> new AnomalyRaised(
                        anomaly.anomalyId(),
                        anomaly.kind().name(),
                        anomaly.personKey(),
                        anomaly.otherKey(),
                        anomaly.insurance(),
                        anomaly.township(),
                        accepted.on(),
                        receivedOn))
                .toList());
    }

    /** When the agency delivered the roster; null before the first business date. */
    private LocalDate receivedOn(RosterAccepted accepted) {
        return jdbi.withHandle(h -> h.createQuery("select waits_since from roster where roster_no = ?::bigint >> 32")
                .bind(0, accepted.firstClaim())
                .map((row, context) -> row.getObject(1, LocalDate.class))
                .one());
    }

    private record Disagreement(Kind kind, long claim, String other) {}

    private static boolean otherRosters(Handle handle, RosterAccepted accepted) {
        return handle.createQuery(
                        "select exists (select 1 from roster where state = 'ACCEPTED' and roster_no <> :first >> 32)")
                .bind("first", accepted.firstClaim())
                .mapTo(Boolean.class)
                .one();
    }

    /** Apart from the insert, because PostgreSQL reads with several workers only where nothing is written. */
    private static List<Disagreement> find(Handle handle, Kind kind, RosterAccepted accepted) {
        String disagree =
                switch (kind) {
                    case ID_NUMBER_SHARED -> "o.id_number = c.id_number and o.person_key <> c.person_key";
                    case IDENTITY_DIFFERS ->
                        "o.person_key = c.person_key and o.claim_no <> c.claim_no and (o.id_number, o.name) <> (c.id_number, c.name)";
                };
        return handle.createQuery("select c.claim_no, min(o.person_key) from claim c join claim o on " + disagree
                        + " join roster r on r.roster_no = o.roster_no and r.state = 'ACCEPTED'"
                        + " where c.claim_no > :first and c.claim_no < :first + (1::bigint << 32) group by c.claim_no")
                .bind("first", accepted.firstClaim())
                .map((row, context) ->
                        new Disagreement(kind, row.getLong(1), kind == ID_NUMBER_SHARED ? row.getString(2) : null))
                .list();
    }

    private List<LinkAnomaly> raise(Handle handle, List<Disagreement> found, LocalDate on) {
        return handle.createQuery(
                        """
                        insert into link_anomaly
                            (anomaly_id, kind, claim_no, person_key, other_key, insurance, township, raised_on)
                        select gen_random_uuid(), f.kind, c.claim_no, c.person_key, f.other, c.insurance, c.township,
                            cast(:on as date)
                        from unnest(:kinds, :claims, :others) as f(kind, claim_no, other) join claim c using (claim_no)
                        returning *""")
                .bind("on", on)
                .bindArray(
                        "kinds",
                        String.class,
                        found.stream().map(f -> f.kind().name()).toList())
                .bindArray(
                        "claims",
                        Long.class,
                        found.stream().map(Disagreement::claim).toList())
                .bindArray(
                        "others",
                        String.class,
                        found.stream().map(Disagreement::other).toList())
                .map(anomalies::read)
                .list();
    }

    /**
     * In an open transaction.
     *
     * @param rightful whose a shared ID number is: one of the two persons; null for a difference of one person
     * @param insurance the caller's own; null for tax
     */
    LinkAnomaly close(UUID id, String rightful, String finding, Insurance insurance, String area, String by) {
        LinkAnomaly open =
                anomalies.lock(id, area, insurance).orElseThrow(() -> new Problem(LinkProblem.UNKNOWN, null));
        LinkState state = LinkState.LIFE
                .next(open.state(), LinkState.Step.LOOKED_INTO)
                .orElseThrow(() -> new Problem(
                        open.state() == LinkState.CLOSED ? LinkProblem.CLOSED : LinkProblem.CONFIRMATION_AWAITED,
                        null));
        boolean names = open.personKey().equals(rightful) || (rightful != null && rightful.equals(open.otherKey()));
        if (names != (open.kind() == Kind.ID_NUMBER_SHARED)) {
            throw new Problem(LinkProblem.RIGHTFUL_BEARER, null)
                    .at(null, "rightful", new Text("须为共用该号码的两人之一", "one of the two who share the number"));
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
                .map(anomalies::read)
                .one());
        if (open.state() == LinkState.OPEN) {
            outbox.handOver(new AnomalyAnswered(
                    closed.anomalyId(), closed.personKey(), closed.insurance(), FirstAnswer.VERIFIED, today));
        }
        outbox.handOver(new AnomalyClosed(closed.anomalyId(), closed.personKey(), closed.insurance(), finding, today));
        return closed;
    }
}
