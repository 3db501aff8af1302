package cn.liangxian.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** How far this service is. */
@ApplicationScoped
public class Progress {

    /** One statement, so one snapshot: work moves {@code handled} and fills the outbox at once, and is seen doing both or neither. */
    private static final String STATE =
            """
            select (select count(*) from outbox),
                   (select count(*) from dead_letter where state in ('PARKED', 'RESENT')),
                   (select array_agg(topic || '-' || partition order by topic, partition) from handled),
                   (select array_agg(next_offset order by topic, partition) from handled),
                   (select value from counter where name = 'sent'),
                   (select count(*) from bulk_publication where not done),
                   (select max(worked_at) from handled)""";

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final InboxLedger inbox;

    Progress(Jdbi jdbi, BusinessDay day, InboxLedger inbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.inbox = inbox;
    }

    /**
     * @param businessDate the date on which requests are worked now; null before the first
     * @param outbox handoffs written and not yet published
     * @param parked dead letters outstanding
     * @param handled next offset to be worked, by {@code topic-partition}
     * @param sent handoffs published in all; {@code publishing} bulk streams that are not complete
     * @param workedAt when handoffs of others were last worked; null before the first
     * @param inbox false in a service that works twice what comes twice, which no service in use does
     */
    public record State(
            LocalDate businessDate,
            long outbox,
            int parked,
            Map<String, Long> handled,
            long sent,
            int publishing,
            OffsetDateTime workedAt,
            boolean inbox) {}

    public State now() {
        LocalDate date = day.last().orElse(null);
        return jdbi.withHandle(h -> h.createQuery(STATE)
                .map((row, context) -> new State(
                        date,
                        row.getLong(1),
                        row.getInt(2),
                        handled(row),
                        row.getLong(5),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class),
                        inbox.remembers()))
                .one());
    }

    private static Map<String, Long> handled(ResultSet row) throws SQLException {
        Map<String, Long> handled = new TreeMap<>();
        if (row.getArray(3) != null) {
            String[] partitions = (String[]) row.getArray(3).getArray();
            Long[] next = (Long[]) row.getArray(4).getArray();
            for (int i = 0; i < partitions.length; i++) {
                handled.put(partitions[i], next[i]);
            }
        }
        return handled;
    }
}
