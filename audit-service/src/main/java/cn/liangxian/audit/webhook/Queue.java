package cn.liangxian.audit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Which subscription has something to be told now, and what became of the try. Whoever takes one holds it for a short time
 * that the database measures: no two instances tell the same, and one that dies holds up nobody for long.
 */
@ApplicationScoped
class Queue {

    private static final int ROUND = 100;
    private static final Duration HELD = Duration.ofSeconds(60);
    private final Jdbi jdbi;
    private final Patience patience;
    private final KeptSecrets secrets;

    Queue(Jdbi jdbi, Patience patience, KeptSecrets secrets) {
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.patience = patience;
    }

    /** A subscription whose turn it is; {@code failures} so far in a row. */
    record Turn(String webhook, String url, List<String> secrets, int failures) {}

    /** An event that waits. */
    record Waiting(long seq, String event, String topic, Instant time, LocalDate date, int attempts) {}

    Optional<Turn> take() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        update webhook set next_try = now() + :held::interval where webhook_id = (
                            select webhook_id from webhook w where not disabled and next_try <= now() and exists (
                                select from webhook_delivery d where d.webhook_id = w.webhook_id and state = 'WAITING')
                            order by next_try limit 1 for update skip locked)
                        returning webhook_id, url, secret, failures,
                            case when former_until > now() then former_secret end as former""")
                .bind("held", HELD.toString())
                .map((row, context) -> {
                    List<String> signing = new ArrayList<>(List.of(secrets.open(row.getString("secret"))));
                    if (row.getString("former") != null) {
                        signing.add(secrets.open(row.getString("former")));
                    }
                    return new Turn(row.getString("webhook_id"), row.getString("url"), signing, row.getInt("failures"));
                })
                .findOne());
    }

    /** In the order of their arrival; of a receiver that fails one is tried. */
    List<Waiting> waiting(Turn turn) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from webhook_delivery where webhook_id = ? and state = 'WAITING' order by seq limit ?")
                .bind(0, turn.webhook())
                .bind(1, turn.failures() > 0 ? 1 : ROUND)
                .map((row, context) -> new Waiting(
                        row.getLong("seq"),
                        row.getString("event_id"),
                        row.getString("topic"),
                        row.getTimestamp("event_time").toInstant(),
                        row.getObject("business_date", LocalDate.class),
                        row.getInt("attempts")))
                .list());
    }

    void delivered(Turn turn, Waiting what, String answer) {
        jdbi.useTransaction(h -> {
            h.createUpdate(
                            """
                            update webhook_delivery set state = 'DELIVERED', attempts = attempts + 1, last_answer = ?,
                                delivered_at = now() where seq = ?""")
                    .bind(0, answer)
                    .bind(1, what.seq())
                    .execute();
            h.createUpdate(
                            """
                            update webhook set failures = 0, failing_since = null, last_failure = null,
                                next_try = now() + ?::interval where webhook_id = ?""")
                    .bind(0, HELD.toString())
                    .bind(1, turn.webhook())
                    .execute();
        });
    }

    /** True when the subscription is disabled now: it failed for too long, or its receiver said that it is {@code gone}. */
    boolean failed(Turn turn, Waiting what, String answer, boolean gone) {
        boolean leaves = patience.leaves(what.attempts() + 1);
        return jdbi.inTransaction(h -> {
            h.createUpdate(
                            "update webhook_delivery set state = ?, attempts = attempts + 1, last_answer = ? where seq = ?")
                    .bind(0, leaves ? "GIVEN_UP" : "WAITING")
                    .bind(1, answer)
                    .bind(2, what.seq())
                    .execute();
            return h.createQuery(
                            """
                            update webhook set failures = failures + 1, last_failure = :answer,
                                failing_since = coalesce(failing_since, now()), next_try = now() + :pause::interval,
                                disabled = :gone or coalesce(failing_since, now()) < now() - :longest::interval
                            where webhook_id = :id returning disabled""")
                    .bind("answer", answer)
                    .bind("pause", patience.pause(turn.failures() + 1).toString())
                    .bind("gone", gone)
                    .bind("longest", patience.longest().toString())
                    .bind("id", turn.webhook())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
        });
    }

    /** The round is over and all went well. */
    void release(Turn turn) {
        jdbi.useHandle(
                h -> h.createUpdate("update webhook set next_try = '-infinity' where webhook_id = ? and failures = 0")
                        .bind(0, turn.webhook())
                        .execute());
    }
}
