package cn.liangxian.audit.index;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.RawEvent;
import cn.liangxian.messaging.StandingEvents;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the lines of rosters say of a person: read from their topic, by the places that {@link LinePlaces} keeps. */
@ApplicationScoped
class RosterLines {

    private static final String FATES =
            """
            select subject, min(business_date) filter (where topic = :delivered),
                min(business_date) filter (where case when topic = :received
                    then convert_from(payload, 'UTF8')::jsonb ->> 'accepted' = 'false' end)
            from event where subject = any(:rosters) and topic in (:delivered, :received) group by subject""";

    private final Jdbi jdbi;
    private final StandingEvents standing;

    RosterLines(Jdbi jdbi, StandingEvents standing) {
        this.jdbi = jdbi;
        this.standing = standing;
    }

    /** When a roster was delivered, and when the tax office refused it; null when that has not been. */
    private record Fate(LocalDate delivered, LocalDate refused) {}

    /** A line as it stands on its topic, but for the sealed identity, which nobody here can open. */
    record Line(EventsResource.Event event, RosterLine says, Fate fate) {

        /** Whether its roster was delivered, and not refused, at the end of the day. */
        boolean holds(LocalDate day) {
            return fate.delivered != null
                    && !fate.delivered.isAfter(day)
                    && (fate.refused == null || fate.refused.isAfter(day));
        }
    }

    /** {@code complete} is false when there are more. */
    record Found(List<Line> lines, boolean complete) {}

    Found naming(String person) {
        LinePlaces.Found found = jdbi.withHandle(h -> LinePlaces.naming(h, person, null));
        return new Found(read(found.lines()), found.complete());
    }

    /** The line at a place, when it names the person. */
    Optional<Line> one(String person, int partition, long offset) {
        List<LinePlaces.Line> there = jdbi.withHandle(h -> LinePlaces.naming(h, person, null)).lines().stream()
                .filter(line -> line.partition() == partition && line.offset() == offset)
                .toList();
        return read(there).stream().findFirst();
    }

    private List<Line> read(List<LinePlaces.Line> places) {
        List<RawEvent> events = standing(places);
        List<RosterLine> lines = events.stream().map(RosterLines::line).toList();
        Map<String, Fate> fates = fates(lines);
        List<Line> read = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Fate fate = fates.getOrDefault(lines.get(i).rosterId(), new Fate(null, null));
            read.add(new Line(shown(events.get(i)), lines.get(i), fate));
        }
        return read;
    }

    private List<RawEvent> standing(List<LinePlaces.Line> places) {
        try {
            return standing.at(places.stream().map(LinePlaces.Line::place).toList());
        } catch (StandingEvents.NotRead e) {
            throw new Problem(AnyRequestProblem.UNAVAILABLE, new Text(e.place() + " 未能读取", e.getMessage()));
        }
    }

    private Map<String, Fate> fates(List<RosterLine> lines) {
        Map<String, Fate> fates = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(FATES)
                .bind(
                        "rosters",
                        lines.stream().map(RosterLine::rosterId).distinct().toArray(String[]::new))
                .bind("delivered", RosterDelivered.TOPIC)
                .bind("received", RosterReceived.TOPIC)
                .map((row, context) -> fates.put(
                        row.getString(1),
                        new Fate(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))))
                .list());
        return fates;
    }

    private static RosterLine line(RawEvent event) {
        try {
            return HandoffJson.MAPPER.readValue(event.payload(), RosterLine.class);
        } catch (IOException e) {
            throw new IllegalStateException("event " + event.envelope().id() + " is no line of a roster", e);
        }
    }

    private static EventsResource.Event shown(RawEvent event) {
        try {
            ObjectNode payload = (ObjectNode) HandoffJson.MAPPER.readTree(event.payload());
            payload.remove("sealedIdentity");
            return new EventsResource.Event(
                    0,
                    event.envelope().id(),
                    event.envelope().source(),
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    event.envelope().subject(),
                    event.envelope().time(),
                    event.envelope().businessDate(),
                    event.envelope().correlation(),
                    event.envelope().causation(),
                    HandoffJson.MAPPER.writeValueAsString(payload));
        } catch (IOException e) {
            throw new IllegalStateException("event " + event.envelope().id() + " is no line of a roster", e);
        }
    }
}
