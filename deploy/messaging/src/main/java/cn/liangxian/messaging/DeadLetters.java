package cn.liangxian.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Events that could not be worked, and those that wait behind them because they have the same key. An operator looks at
 * them, has the cause mended and sends the whole key again, in order; or discards one with a reason.
 */
@ApplicationScoped
public class DeadLetters {

    private static final String FIRST_STOOD_AT = "liangxian_first_stood_at";

    private final Jdbi jdbi;
    private final KafkaEnd kafka;

    DeadLetters(Jdbi jdbi, KafkaEnd kafka, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        metrics.gauge("liangxian.dead.letters", this, DeadLetters::outstanding);
    }

    /** One parked event. {@code waits}: nothing is wrong with it, it waits behind another of its key. */
    public record DeadLetter(
            long id, String eventId, String topic, String key, String reason, boolean waits, String state) {}

    public int outstanding() {
        return jdbi.withHandle(
                h -> h.createQuery("select count(*) from dead_letter where state in ('PARKED', 'RESENT')")
                        .mapTo(Integer.class)
                        .one());
    }

    /** The outstanding ones, oldest first, at most so many beyond the given id. */
    public List<DeadLetter> list(long beyond, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select id, event_id, topic, record_key, reason, waits, state from dead_letter
                        where state in ('PARKED', 'RESENT') and id > ? order by id limit ?""")
                .bind(0, beyond)
                .bind(1, limit)
                .map((row, context) -> new DeadLetter(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)))
                .list());
    }

    /** The broker did not take an event that was to be sent again; it and those behind it are outstanding as before. */
    public static class NotTakenException extends Exception {

        NotTakenException(Throwable cause) {
            super("the broker took it not", cause);
        }
    }

    /**
     * Sends all outstanding events of the key to their topic again, in order, and returns how many, when the broker has them all.
     * They are noted as sent before they are sent: the consumer may be faster than our commit. After a crash in between, send
     * again.
     */
    public int resend(String topic, String key, String by) throws NotTakenException {
        List<ProducerRecord<String, byte[]>> again =
                QuarkusTransaction.requiringNew().call(() -> noteResent(topic, key, by));
        try (KafkaProducer<String, byte[]> producer = kafka.promptProducer()) {
            for (ProducerRecord<String, byte[]> record : again) {
                // each before the next, so that none overtakes one that is not there
                producer.send(record).get();
            }
        } catch (ExecutionException e) {
            throw new NotTakenException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTakenException(e);
        }
        return again.size();
    }

    private List<ProducerRecord<String, byte[]>> noteResent(String topic, String key, String by) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        update dead_letter set state = 'RESENT', decided_by = :by
                        where topic = :topic and record_key is not distinct from :key and state in ('PARKED', 'RESENT')
                        returning id, headers::text, payload, event_id""")
                .bind("by", by)
                .bind("topic", topic)
                .bind("key", key)
                .map((row, context) -> Map.entry(
                        row.getLong(1), copy(topic, key, row.getString(2), row.getBytes(3), row.getString(4))))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Takes one event out of the way for good; the reason stays with it. */
    @Transactional
    public boolean discard(long id, String by, String reason) {
        return jdbi.withHandle(h -> h.createUpdate(
                                """
                                update dead_letter set state = 'DISCARDED', decided_by = :by, reason = reason || ' / ' || :reason
                                where id = :id and state in ('PARKED', 'RESENT')""")
                        .bind("by", by)
                        .bind("reason", reason)
                        .bind("id", id)
                        .execute())
                == 1;
    }

    void park(ConsumerRecord<String, byte[]> record, String reason) {
        jdbi.useHandle(h -> {
            park(h, record, reason, false);
            InboxLedger.advance(h, new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        });
    }

    private record Outstanding(String eventId, boolean resent) {}

    /** Parks events whose key is parked, unless they are the oldest of their key and were sent again. */
    List<ConsumerRecord<String, byte[]>> holdBackParkedKeys(List<ConsumerRecord<String, byte[]>> batch) {
        if (outstanding() == 0) {
            return batch;
        }
        return jdbi.withHandle(h -> {
            Map<String, Deque<Outstanding>> parked = parkedKeys(h, batch);
            if (parked.isEmpty()) {
                return batch;
            }
            List<ConsumerRecord<String, byte[]>> free = new ArrayList<>(batch.size());
            for (ConsumerRecord<String, byte[]> record : batch) {
                Deque<Outstanding> before = parked.get(record.topic() + ' ' + record.key());
                String id = eventId(record);
                if (before == null || before.isEmpty()) {
                    free.add(record);
                } else if (!before.peek().eventId().equals(id)) {
                    park(h, record, "waits behind " + before.peek().eventId(), true);
                } else if (before.peek().resent()) {
                    before.poll();
                    h.createUpdate(
                                    "update dead_letter set state = 'DONE' where event_id = ? and topic = ? and state = 'RESENT'")
                            .bind(0, id)
                            .bind(1, record.topic())
                            .execute();
                    free.add(record);
                } // else another service had it sent again: here it stays parked, with its reason
            }
            return free;
        });
    }

    private static Map<String, Deque<Outstanding>> parkedKeys(Handle h, List<ConsumerRecord<String, byte[]>> batch) {
        String[] keys = batch.stream().map(ConsumerRecord::key).distinct().toArray(String[]::new);
        Map<String, Deque<Outstanding>> parked = new HashMap<>();
        h.createQuery(
                        """
                        select topic, record_key, event_id, state from dead_letter
                        where state in ('PARKED', 'RESENT') and record_key = any(?) order by id""")
                .bind(0, keys)
                .map((row, context) -> {
                    parked.computeIfAbsent(row.getString(1) + ' ' + row.getString(2), k -> new ArrayDeque<>())
                            .add(new Outstanding(
                                    row.getString(3), row.getString(4).equals("RESENT")));
                    return row.getString(1);
                })
                .list();
        return parked;
    }

    private static void park(Handle h, ConsumerRecord<String, byte[]> record, String reason, boolean waits) {
        int known = h.createUpdate(
                        """
                        update dead_letter set state = 'PARKED', reason = :reason, waits = :waits
                        where event_id = :event and topic = :topic and state in ('PARKED', 'RESENT')""")
                .bind("reason", reason)
                .bind("waits", waits)
                .bind("event", eventId(record))
                .bind("topic", record.topic())
                .execute();
        if (known > 0) {
            return;
        }
        h.createUpdate(
                        """
                        insert into dead_letter (event_id, topic, record_key, headers, payload, reason, waits, state)
                        values (:event, :topic, :key, :headers::jsonb, :payload, :reason, :waits, 'PARKED')""")
                .bind("event", eventId(record))
                .bind("topic", record.topic())
                .bind("key", record.key())
                .bind("headers", headers(record))
                .bind("payload", record.value())
                .bind("reason", reason)
                .bind("waits", waits)
                .execute();
    }

    /** One without an id is known by where it first stood, however often it is sent again. */
    private static String eventId(ConsumerRecord<String, byte[]> record) {
        Header ofEvent = record.headers().lastHeader("ce_id");
        Header id = ofEvent == null ? record.headers().lastHeader(FIRST_STOOD_AT) : ofEvent;
        return id == null
                ? record.topic() + '-' + record.partition() + '@' + record.offset()
                : new String(id.value(), StandardCharsets.UTF_8);
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8).replace("\u0000", ""));
        }
        try {
            return HandoffJson.MAPPER.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> copy(
            String topic, String key, String headers, byte[] payload, String eventId) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, payload);
        try {
            HandoffJson.MAPPER
                    .readValue(headers, new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        record.headers().remove(FIRST_STOOD_AT).add(FIRST_STOOD_AT, eventId.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
