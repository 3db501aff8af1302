package cn.liangxian.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far this service is, read from its database in one snapshot. */
@ApplicationScoped
public class Progress {

    private final Jdbi jdbi;

    Progress(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param businessDate the date opened last; null before the first
     * @param outbox handoffs written and not yet published
     * @param parked dead letters outstanding
     * @param handled next offset to be worked, by {@code topic-partition}
     * @param sent handoffs published in all; {@code publishing} bulk streams that are not complete
     */
    public record State(
            LocalDate businessDate, long outbox, int parked, Map<String, Long> handled, long sent, int publishing) {}

    public State now() {
        return jdbi.withHandle(h -> new State(
                h.createQuery("select max(date) from business_day")
                        .mapTo(LocalDate.class)
                        .one(),
                count(h, "select count(*) from outbox"),
                (int) count(h, "select count(*) from dead_letter where state in ('PARKED', 'RESENT')"),
                handled(h),
                count(h, "select value from counter where name = 'sent'"),
                (int) count(h, "select count(*) from bulk_publication where not done")));
    }

    private static long count(Handle h, String query) {
        return h.createQuery(query).mapTo(Long.class).one();
    }

    private static Map<String, Long> handled(Handle h) {
        Map<String, Long> handled = new TreeMap<>();
        h.createQuery("select topic, partition, next_offset from handled")
                .map((row, context) -> handled.put(row.getString(1) + "-" + row.getInt(2), row.getLong(3)))
                .list();
        return handled;
    }
}
