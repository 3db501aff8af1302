package cn.liangxian.audit.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Searches the index by a key that may stand anywhere in an event, and follows what led to what. */
@ApplicationScoped
class Replay {

    /** Events looked through in one request: a fraction of a second, however large the index grows. */
    private static final long STRETCH = 50_000;

    /** A handoff that moves a whole roster leads to as many others as it has lines; nobody reads more than this. */
    private static final int LARGEST_TREE = 1_000;

    private static final String ROOT =
            """
            with recursive up as (
                select id, causation, 0 as height from event where id = :id
                union all
                select e.id, e.causation, up.height + 1 from event e join up on e.id = up.causation)
            select id from up order by height desc limit 1""";
    private static final String DOWN =
            """
            with recursive down as (
                select e.*, 0 as depth from event e where e.id = :root
                union all
                select e.*, down.depth + 1 from event e join down on e.causation = down.id)
            select * from down order by depth, seq limit :limit""";

    private final Jdbi jdbi;

    Replay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A page; {@code searched} of {@code total} events have been looked at; {@code next} is null when all have been. */
    public record Page(List<EventsResource.Event> events, long searched, long total, Long next) {}

    /** An event and those that followed from it, in the order of their arrival. */
    public record Node(String id, String topic, String subject, LocalDate businessDate, List<Node> followed) {}

    /** {@code complete} is false when the tree is larger than is shown. */
    public record Tree(Node root, int events, boolean complete) {}

    Page search(String key, String topic, LocalDate date, long after, int limit) {
        return jdbi.inTransaction(h -> {
            long last = number(h, "select coalesce(max(seq), 0) from event where seq <= ?", Long.MAX_VALUE);
            long end = Math.min(last, after + STRETCH);
            List<EventsResource.Event> found = h.createQuery(
                            """
                            select * from event where seq > :after and seq <= :end
                                and (subject = :key or position(:bytes in payload) > 0)
                                and topic = coalesce(:topic, topic)
                                and (:date::date is null or business_date = :date)
                            order by seq limit :limit""")
                    .bind("after", after)
                    .bind("end", end)
                    .bind("key", key)
                    .bind("bytes", key.getBytes(StandardCharsets.UTF_8))
                    .bind("topic", topic)
                    .bind("date", date)
                    .bind("limit", limit)
                    .map((row, context) -> EventsResource.event(row))
                    .list();
            long reached = found.size() == limit ? found.get(limit - 1).seq() : end;
            return new Page(
                    found,
                    number(h, "select count(*) from event where seq <= ?", reached),
                    number(h, "select count(*) from event where seq <= ?", last),
                    reached >= last ? null : reached);
        });
    }

    Optional<Tree> tree(String id) {
        return jdbi.withHandle(h ->
                h.createQuery(ROOT).bind("id", id).mapTo(String.class).findOne().map(root -> below(h, root)));
    }

    private static Tree below(Handle h, String root) {
        List<EventsResource.Event> events = h.createQuery(DOWN)
                .bind("root", root)
                .bind("limit", LARGEST_TREE + 1)
                .map((row, context) -> EventsResource.event(row))
                .list();
        boolean complete = events.size() <= LARGEST_TREE;
        List<EventsResource.Event> shown = complete ? events : events.subList(0, LARGEST_TREE);
        Map<String, Node> nodes = new HashMap<>();
        for (EventsResource.Event event : shown) {
            Node node = new Node(event.id(), event.topic(), event.subject(), event.businessDate(), new ArrayList<>());
            nodes.put(event.id(), node);
            Node cause = event.id().equals(root) ? null : nodes.get(event.causation());
            if (cause != null) {
                cause.followed().add(node);
            }
        }
        return new Tree(nodes.get(root), shown.size(), complete);
    }

    private static long number(Handle h, String query, long bound) {
        return h.createQuery(query).bind(0, bound).mapTo(Long.class).one();
    }
}
