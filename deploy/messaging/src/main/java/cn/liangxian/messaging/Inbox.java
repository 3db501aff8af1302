package cn.liangxian.messaging;

import cn.liangxian.handoff.Handoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Where handoffs arrive. Receipt and work are one transaction, so a second delivery finds its id and does nothing. The
 * retry stands outside the transaction: inside, it would find the row of its own failed attempt and lose the event. A
 * batch that fails is worked event by event; an event that still fails is parked as a dead letter and later events of its
 * key wait behind it; others go on. While the database is away the batch waits, however long.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private final InboxLedger ledger;
    private final DeadLetters deadLetters;
    private final Instance<Witness> witnesses;

    Inbox(InboxLedger ledger, DeadLetters deadLetters, Instance<Witness> witnesses) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.witnesses = witnesses;
    }

    /** Works each new event of the poll in order, all in one transaction. */
    public <T extends Handoff> void each(
            ConsumerRecords<String, byte[]> records, Class<T> type, Consumer<Received<T>> work) {
        receive(list(records), batch -> batch.forEach(record -> workOne(record, type, work)), true);
    }

    /** Works each new event of the poll in a transaction of its own. */
    public <T extends Handoff> void oneByOne(
            ConsumerRecords<String, byte[]> records, Class<T> type, Consumer<Received<T>> work) {
        for (ConsumerRecord<String, byte[]> record : records) {
            receive(List.of(record), batch -> batch.forEach(one -> workOne(one, type, work)), true);
        }
    }

    /** Works all new events of the poll at once, in one transaction; what it leads to has no single cause. */
    public <T extends Handoff> void together(
            ConsumerRecords<String, byte[]> records, Class<T> type, Consumer<List<Received<T>>> work) {
        receive(list(records), batch -> work.accept(decode(batch, type)), true);
    }

    /**
     * Works a bulk stream: events already covered by the partition's watermark are left out, there is no row per event.
     * The work must be idempotent by business key, because a line that was sent twice bears two offsets. It gets the lines
     * and the business date of the last one: to read every envelope, of which each says the same, takes as long as the lines.
     */
    public <T extends Handoff> void bulk(
            ConsumerRecords<String, byte[]> records, Class<T> type, BiConsumer<List<T>, LocalDate> work) {
        receive(
                list(records),
                batch -> work.accept(
                        batch.stream().map(record -> payload(record, type)).toList(),
                        Headers.read(batch.get(batch.size() - 1)).businessDate()),
                false);
    }

    /** Hands over new events of any topic undecoded. */
    public void raw(ConsumerRecords<String, byte[]> records, Consumer<List<RawEvent>> work) {
        receive(
                list(records),
                batch -> work.accept(batch.stream().map(Inbox::raw).toList()),
                true);
    }

    /** Hands over a bulk stream undecoded, deduplicated as {@link #bulk} does. */
    public void rawBulk(ConsumerRecords<String, byte[]> records, Consumer<List<RawEvent>> work) {
        receive(
                list(records),
                batch -> work.accept(batch.stream().map(Inbox::raw).toList()),
                false);
    }

    static RawEvent raw(ConsumerRecord<String, byte[]> r) {
        return new RawEvent(Headers.read(r), r.value(), r.topic(), r.partition(), r.offset());
    }

    private static List<ConsumerRecord<String, byte[]>> list(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> list = new ArrayList<>(records.count());
        records.forEach(list::add);
        return list;
    }

    private void receive(
            List<ConsumerRecord<String, byte[]>> batch,
            Consumer<List<ConsumerRecord<String, byte[]>>> work,
            boolean byEvent) {
        if (batch.isEmpty()) {
            return;
        }
        Throwable failure = attempt(batch, work, byEvent);
        if (failure == null) {
            return;
        }
        LOG.warnf(
                "%d events of %s are worked one by one: %s",
                batch.size(), batch.get(0).topic(), failure);
        for (ConsumerRecord<String, byte[]> record : batch) {
            List<ConsumerRecord<String, byte[]>> one = List.of(record);
            Throwable last = null;
            for (int i = 0; i < TRIES; i++) {
                last = attempt(one, work, byEvent);
                if (last == null || last instanceof MalformedEvent) {
                    break;
                }
            }
            if (last != null) {
                String reason = last.toString();
                LOG.errorf(last, "parked: %s-%d@%d", record.topic(), record.partition(), record.offset());
                Throwable notParked = untilTheDatabaseIsBack(() -> deadLetters.park(record, reason));
                if (notParked != null) {
                    // neither worked nor parked: the channel must stop rather than pass over it
                    throw new IllegalStateException("event can be neither worked nor parked", notParked);
                }
            }
        }
    }

    /** Null when the batch was worked; the failure when it is not one that passes. */
    private Throwable attempt(
            List<ConsumerRecord<String, byte[]>> batch,
            Consumer<List<ConsumerRecord<String, byte[]>>> work,
            boolean byEvent) {
        return untilTheDatabaseIsBack(() -> {
            List<ConsumerRecord<String, byte[]>> free = deadLetters.holdBackParkedKeys(batch);
            List<ConsumerRecord<String, byte[]>> fresh = byEvent ? ledger.enter(free) : ledger.beyondWatermark(free);
            if (!fresh.isEmpty()) {
                for (Witness witness : witnesses) {
                    fresh.stream()
                            .filter(r -> r.topic().equals(witness.topic()))
                            .map(Inbox::raw)
                            .forEach(witness::taken);
                }
                work.accept(fresh);
            }
            ledger.advance(batch);
        });
    }

    private Throwable untilTheDatabaseIsBack(Runnable work) {
        long pause = 100;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().timeout(120).run(work);
                return null;
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (Throwable e) {
                if (!Database.passes(e)) {
                    return unwrapped(e);
                }
                LOG.warnf("database is away, again in %d ms: %s", pause, e.getMessage());
                pause(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MalformedEvent) {
                return t;
            }
        }
        return failure;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database; the events come again", e);
        }
    }

    private <T extends Handoff> void workOne(
            ConsumerRecord<String, byte[]> record, Class<T> type, Consumer<Received<T>> work) {
        Received<T> received = decode(record, type);
        Cause.during(received.envelope(), () -> work.accept(received));
    }

    private static <T extends Handoff> List<Received<T>> decode(
            List<ConsumerRecord<String, byte[]>> batch, Class<T> type) {
        List<Received<T>> decoded = new ArrayList<>(batch.size());
        for (ConsumerRecord<String, byte[]> record : batch) {
            decoded.add(decode(record, type));
        }
        return decoded;
    }

    private static <T extends Handoff> Received<T> decode(ConsumerRecord<String, byte[]> record, Class<T> type) {
        return new Received<>(payload(record, type), Headers.read(record));
    }

    private static <T extends Handoff> T payload(ConsumerRecord<String, byte[]> record, Class<T> type) {
        if (record.value() == null) {
            throw new MalformedEvent("event has no payload");
        }
        try {
            return HandoffJson.MAPPER.readValue(record.value(), type);
        } catch (IOException e) {
            throw new MalformedEvent("payload is not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
