package cn.liangxian.audit.index;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** One search of the index for a key, by its words first and by the key itself then. */
final class Search {

    /** Events that hold the words of a key, up to which all of them are looked at. */
    private static final int FEW = 2_000;

    private static final String HOLDS =
            """
             and (position(:key in coalesce(subject, '')) > 0 or position(:bytes in payload) > 0)
                and topic = coalesce(:topic, topic) and (:date::date is null or business_date = :date)
            order by seq limit :limit""";

    private final Handle handle;
    private final String key;
    private final String words;
    private final String match;
    private final String topic;
    private final LocalDate date;

    /** @param key as short as the number of a batch, it has no word: then it is a whole subject; {@code topic} and {@code date} null for any */
    Search(Handle handle, String key, String topic, LocalDate date) {
        this.handle = handle;
        this.key = key;
        this.words = new EventWords().array(key, null);
        this.match = words.equals(EventWords.NONE) ? "subject = :key" : "words @> :words::int[]";
        this.topic = topic;
        this.date = date;
    }

    /** Places of all events that hold the words of the key, when there are not too many. */
    Optional<List<Long>> few() {
        // without statistics of a young table the planner would rather read all of it
        handle.execute("set local enable_seqscan = off");
        List<Long> places = handle.createQuery("select seq from event where " + match + " limit :limit")
                .bind("key", key)
                .bind("words", words)
                .bind("limit", FEW + 1)
                .mapTo(Long.class)
                .list();
        handle.execute("set local enable_seqscan = on");
        return places.size() > FEW ? Optional.empty() : Optional.of(places);
    }

    List<EventsResource.Event> among(List<Long> places, long after, int limit) {
        return events(
                handle.createQuery("select * from event where seq = any(:places) and seq > :after" + HOLDS)
                        .bind("places", places.toArray(Long[]::new))
                        .bind("after", after),
                limit);
    }

    List<EventsResource.Event> between(long after, long end, int limit) {
        return events(
                handle.createQuery("select * from event where seq > :after and seq <= :end and " + match + HOLDS)
                        .bind("after", after)
                        .bind("end", end)
                        .bind("words", words),
                limit);
    }

    private List<EventsResource.Event> events(Query query, int limit) {
        return query.bind("key", key)
                .bind("bytes", key.getBytes(StandardCharsets.UTF_8))
                .bind("topic", topic)
                .bind("date", date)
                .bind("limit", limit)
                .map((row, context) -> EventsResource.event(row))
                .list();
    }
}
