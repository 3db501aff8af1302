package cn.liangxian.audit.index;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Searches the index by a key that may stand anywhere in an event, and follows what led to what. A key is found by its
 * words, see {@link EventWords}; one that a great many events hold is looked for in the order of the index instead.
 */
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

    /**
     * A page; {@code searched} of {@code total} events have been looked at; {@code next} is null when all have been.
     *
     * @param lines of rosters that name the person of this key; null on a further page and where another topic is asked for
     */
    public record Page(
            List<EventsResource.Event> events, long searched, long total, Long next, LinePlaces.Found lines) {}

    /** An event and those that followed from it, in the order of their arrival. */
    public record Node(String id, String topic, String subject, LocalDate businessDate, List<Node> followed) {}

    /** {@code complete} is false when the tree is larger than is shown. */
    public record Tree(Node root, int events, boolean complete) {}

    Page search(String key, String topic, LocalDate date, long after, int limit) {
        return jdbi.inTransaction(h -> {
            Search search = new Search(h, key, topic, date);
            long last = Marks.last(h);
            Optional<List<Long>> few = search.few();
            long end = few.isPresent() ? last : Math.min(last, after + STRETCH);
            List<EventsResource.Event> found =
                    few.isPresent() ? search.among(few.get(), after, limit + 1) : search.between(after, end, limit + 1);
            boolean more = found.size() > limit;
            List<EventsResource.Event> shown = more ? found.subList(0, limit) : found;
            long reached = more ? shown.get(limit - 1).seq() : end;
            return new Page(
                    List.copyOf(shown),
                    Marks.upTo(h, reached),
                    Marks.upTo(h, last),
                    reached >= last ? null : reached,
                    after == 0 && (topic == null || topic.equals(RosterLine.TOPIC))
                            ? LinePlaces.naming(h, key, date)
                            : null);
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
}
