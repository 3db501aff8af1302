package cn.liangxian.audit.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What the page of the replay looks at: searched by a key, or browsed by topic and day. */
@ApplicationScoped
public class EventSheet {

    /** Stretches of the index that one page looks through at most: they answer within the patience of a reader. */
    private static final int STRETCHES = 8;

    private final Jdbi jdbi;
    private final Replay replay;

    EventSheet(Jdbi jdbi, Replay replay) {
        this.jdbi = jdbi;
        this.replay = replay;
    }

    /** @param key null to browse; {@code topic} and {@code date} null for any */
    record Wish(String key, String topic, LocalDate date) {

        boolean nothing() {
            return key == null && topic == null && date == null;
        }
    }

    Replay.Page page(Wish wish, long after, int limit) {
        return wish.key() == null ? browse(wish, after, limit) : search(wish, after, limit);
    }

    public Optional<EventsResource.Event> one(String id) {
        return jdbi.withHandle(h -> h.createQuery("select * from event where id = ? order by seq limit 1")
                .bind(0, id)
                .map((row, context) -> EventsResource.event(row))
                .findOne());
    }

    /** Everything about a person up to the end of a day, in the order of its arrival. */
    List<EventsResource.Event> about(String person, LocalDate until, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from event where subject = :person and (:until::date is null or business_date <= :until)
                        order by seq limit :limit""")
                .bind("person", person)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> EventsResource.event(row))
                .list());
    }

    long total() {
        return jdbi.inTransaction(h -> Marks.upTo(h, Marks.last(h)));
    }

    private Replay.Page search(Wish wish, long after, int limit) {
        List<EventsResource.Event> found = new ArrayList<>();
        Replay.Page page = replay.search(wish.key(), wish.topic(), wish.date(), after, limit);
        LinePlaces.Found lines = page.lines();
        found.addAll(page.events());
        for (int i = 1; i < STRETCHES && page.next() != null && found.size() < limit; i++) {
            page = replay.search(wish.key(), wish.topic(), wish.date(), page.next(), limit - found.size());
            found.addAll(page.events());
        }
        return new Replay.Page(found, page.searched(), page.total(), page.next(), lines);
    }

    /** By the indexes of topic and day: nothing else has to be looked at, so all is searched at once. */
    private Replay.Page browse(Wish wish, long after, int limit) {
        String where = (wish.topic() == null ? "" : " and topic = :topic")
                + (wish.date() == null ? "" : " and business_date = :date");
        return jdbi.inTransaction(h -> {
            Query query = h.createQuery("select * from event where seq > :after" + where + " order by seq limit :limit")
                    .bind("after", after)
                    .bind("limit", limit + 1);
            bind(query, wish);
            List<EventsResource.Event> found =
                    query.map((row, context) -> EventsResource.event(row)).list();
            long all = Marks.upTo(h, Marks.last(h));
            boolean more = found.size() > limit;
            return new Replay.Page(
                    more ? found.subList(0, limit) : found,
                    all,
                    all,
                    more ? found.get(limit - 1).seq() : null,
                    null);
        });
    }

    private static void bind(Query query, Wish wish) {
        if (wish.topic() != null) {
            query.bind("topic", wish.topic());
        }
        if (wish.date() != null) {
            query.bind("date", wish.date());
        }
    }
}
