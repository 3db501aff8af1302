package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes sealed lines straight from the database, past the outbox: a million outbox rows would say nothing that the
 * sealed lines do not say. Ids are made of stream and number, so a part that was published twice bears the same ids.
 * After each part the number reached is noted; after a crash the stream goes on there. The header follows through the
 * outbox once every line is acknowledged.
 */
@ApplicationScoped
public class BulkPublisher {

    /** Lines between two notes of the number reached: small enough that a repetition is cheap. */
    private static final int PART = 20_000;

    private final Jdbi jdbi;
    private final KafkaEnd kafka;
    private final BusinessDay day;
    private final String source;

    BulkPublisher(
            Jdbi jdbi,
            KafkaEnd kafka,
            BusinessDay day,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.day = day;
        this.source = "/" + service;
    }

    /** Publishes what is not yet published of the stream; call it outside of a transaction, again after a failure. */
    public void publish(BulkSource lines) {
        String stream = lines.stream();
        State state = QuarkusTransaction.requiringNew().call(() -> state(stream));
        if (state.done()) {
            return;
        }
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            long next = state.next();
            while (true) {
                long first = next;
                long reached = QuarkusTransaction.requiringNew().timeout(600).call(() -> send(lines, first, producer));
                if (reached == first) {
                    break;
                }
                next = reached;
                QuarkusTransaction.requiringNew().run(() -> note(stream, reached, false));
            }
            long end = next;
            QuarkusTransaction.requiringNew().run(() -> {
                note(stream, end, true);
                lines.published();
            });
        }
    }

    private record State(long next, boolean done) {}

    private State state(String stream) {
        return jdbi.withHandle(h -> h.createQuery("select next_line, done from bulk_publication where stream = ?")
                .bind(0, stream)
                .map((row, context) -> new State(row.getLong(1), row.getBoolean(2)))
                .findOne()
                .orElse(new State(1, false)));
    }

    private void note(String stream, long next, boolean done) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into bulk_publication values (?, ?, ?) on conflict (stream)
                        do update set next_line = excluded.next_line, done = excluded.done""")
                .bind(0, stream)
                .bind(1, next)
                .bind(2, done)
                .execute());
    }

    private long send(BulkSource lines, long first, KafkaProducer<String, byte[]> producer) {
        AtomicLong next = new AtomicLong(first);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Instant now = Instant.now();
        lines.read(first, PART, line -> {
            if (line.number() != next.getAndIncrement()) {
                throw new IllegalStateException(lines.stream() + " has a gap before line " + line.number());
            }
            Handoff handoff = line.handoff();
            Envelope envelope = new Envelope(
                    lines.stream() + "-" + line.number(),
                    source,
                    Handoff.termsOf(handoff.getClass()).topic(),
                    handoff.subject(),
                    now,
                    day.last().orElse(null),
                    lines.stream(),
                    null);
            producer.send(Headers.record(envelope, Outbox.json(handoff)), (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
        });
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("lines of " + lines.stream() + " were not acknowledged", failure.get());
        }
        return next.get();
    }
}
