package cn.liangxian.audit.index;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.RawEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;

/** Computes the chains again from the kept events: an event that was changed, dropped or slipped in breaks its link. */
@ApplicationScoped
class CheckingChains {

    private static final int FETCH = 500;
    private final Jdbi jdbi;

    CheckingChains(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A link that does not agree with its events. */
    record Broken(String topic, int partition, long number, long firstPosition, long lastPosition) {}

    /** How much was computed again, and the first broken link of each chain; none when the index is whole. */
    record Finding(long events, long links, List<Broken> broken) {}

    private record Link(long number, long first, long last, int records, byte[] head) {}

    private record Chain(String topic, int partition) {}

    Finding check() {
        return jdbi.inTransaction(h -> {
            List<Chain> chains = h.createQuery(
                            """
                            select distinct topic, partition from chain_link c
                            where exists (select from event e where e.topic = c.topic) order by 1, 2""")
                    .map((row, context) -> new Chain(row.getString(1), row.getInt(2)))
                    .list();
            long events = 0;
            long links = 0;
            List<Broken> broken = new ArrayList<>();
            for (Chain chain : chains) {
                List<Link> all = links(h, chain);
                links += all.size();
                events += check(h, chain, all, broken);
            }
            return new Finding(events, links, List.copyOf(broken));
        });
    }

    private static long check(Handle h, Chain chain, List<Link> links, List<Broken> broken) {
        HashChain hash = HashChain.beginning();
        Iterator<Link> rest = links.iterator();
        long events = 0;
        try (ResultIterator<RawEvent> kept = events(h, chain)) {
            while (rest.hasNext()) {
                Link link = rest.next();
                for (int i = 0; i < link.records() && kept.hasNext(); i++, events++) {
                    hash.add(kept.next());
                }
                if (!Arrays.equals(hash.head(), link.head())) {
                    broken.add(new Broken(chain.topic(), chain.partition(), link.number(), link.first(), link.last()));
                    return events;
                }
            }
            if (kept.hasNext()) {
                long beyond = kept.next().offset();
                broken.add(new Broken(chain.topic(), chain.partition(), links.size() + 1L, beyond, beyond));
            }
        }
        return events;
    }

    private static List<Link> links(Handle h, Chain chain) {
        return h.createQuery(
                        """
                        select number, first_position, last_position, records, head from chain_link
                        where topic = ? and partition = ? order by number""")
                .bind(0, chain.topic())
                .bind(1, chain.partition())
                .map((row, context) ->
                        new Link(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getBytes(5)))
                .list();
    }

    private static ResultIterator<RawEvent> events(Handle h, Chain chain) {
        return h.createQuery("select * from event where topic = ? and partition = ? order by seq")
                .bind(0, chain.topic())
                .bind(1, chain.partition())
                .setFetchSize(FETCH)
                .map((row, context) -> event(row))
                .iterator();
    }

    private static RawEvent event(ResultSet row) throws SQLException {
        return new RawEvent(
                new Envelope(
                        row.getString("id"),
                        row.getString("source"),
                        row.getString("topic"),
                        row.getString("subject"),
                        row.getTimestamp("time").toInstant(),
                        row.getObject("business_date", LocalDate.class),
                        row.getString("correlation"),
                        row.getString("causation")),
                row.getBytes("payload"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"));
    }
}
