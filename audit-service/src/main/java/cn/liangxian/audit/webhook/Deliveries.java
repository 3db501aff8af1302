package cn.liangxian.audit.webhook;

import cn.liangxian.messaging.RawEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is to be told to whom, and what came of it. */
@ApplicationScoped
public class Deliveries {

    private final Jdbi jdbi;

    Deliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How far a delivery is: {@code GIVEN_UP} is not tried any more, but on demand. */
    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /** One event for one subscription; {@code lastAnswer} a status or why there was none, null before the first try. */
    public record Delivery(
            long seq,
            String eventId,
            String topic,
            LocalDate businessDate,
            State state,
            int attempts,
            String lastAnswer,
            Instant deliveredAt) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Delivery> deliveries, Long next) {}

    /** Notes for whom the events are, in the transaction of their receipt. */
    public void note(List<RawEvent> events) {
        jdbi.useHandle(h -> {
            Map<String, List<String>> subscribed = subscribed(h);
            if (subscribed.isEmpty()) {
                return;
            }
            PreparedBatch batch = h.prepareBatch(
                    "insert into webhook_delivery (webhook_id, event_id, topic, event_time, business_date) values (?, ?, ?, ?, ?)");
            for (RawEvent event : events) {
                for (String webhook : subscribed.getOrDefault(event.topic(), List.of())) {
                    batch.bind(0, webhook)
                            .bind(1, event.envelope().id())
                            .bind(2, event.topic())
                            .bind(3, Timestamp.from(event.envelope().time()))
                            .bind(4, event.envelope().businessDate())
                            .add();
                }
            }
            batch.execute();
        });
    }

    private static Map<String, List<String>> subscribed(Handle h) {
        Map<String, List<String>> subscribed = new HashMap<>();
        h.createQuery(
                        "select topic, array_agg(webhook_id) from webhook, unnest(topics) topic where not disabled group by topic")
                .map((row, context) -> subscribed.put(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())))
                .list();
        return subscribed;
    }

    Page page(String webhook, State state, long before, int limit) {
        List<Delivery> found = jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from webhook_delivery where webhook_id = :webhook and seq < :before
                            and (:state::text is null or state = :state) order by seq desc limit :limit""")
                .bind("webhook", webhook)
                .bind("before", before)
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit + 1)
                .map((row, context) -> {
                    Timestamp at = row.getTimestamp("delivered_at");
                    return new Delivery(
                            row.getLong("seq"),
                            row.getString("event_id"),
                            row.getString("topic"),
                            row.getObject("business_date", LocalDate.class),
                            State.valueOf(row.getString("state")),
                            row.getInt("attempts"),
                            row.getString("last_answer"),
                            at == null ? null : at.toInstant());
                })
                .list());
        boolean more = found.size() > limit;
        List<Delivery> page = more ? found.subList(0, limit) : found;
        return new Page(page, more ? page.get(limit - 1).seq() : null);
    }

    /** To be told again under the same id, whatever came of it before; false when the subscription has no such event. */
    boolean again(String webhook, String event) {
        return jdbi.withHandle(h -> h.createUpdate(
                                """
                                update webhook_delivery set state = 'WAITING', attempts = 0, delivered_at = null
                                where webhook_id = ? and event_id = ?""")
                        .bind(0, webhook)
                        .bind(1, event)
                        .execute())
                > 0;
    }
}
