package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What was received: one row per event, and how far each partition was worked. Always inside the work's transaction.
 * {@code liangxian.inbox=off} forgets it, so that a test can show what it is for; no service that is in use starts so. A
 * whole campaign on services of their own shows it with {@code broken-on-purpose}, which they say in their log and under
 * {@code /status}.
 */
@ApplicationScoped
class InboxLedger {

    private static final Logger LOG = Logger.getLogger(InboxLedger.class);
    private final Jdbi jdbi;
    private final boolean remembers;
    private final boolean onPurpose;

    InboxLedger(Jdbi jdbi, @ConfigProperty(name = "liangxian.inbox", defaultValue = "on") String inbox) {
        this.jdbi = jdbi;
        this.remembers = inbox.equals("on");
        this.onPurpose = inbox.equals("broken-on-purpose");
    }

    /** At the start and not at the first event, which would only be parked. */
    void start(@Observes StartupEvent event) {
        mustRememberIn(LaunchMode.current());
        if (onPurpose) {
            // ready all the same: the campaigns that show what the inbox is for wait for that
            LOG.error(
                    "liangxian.inbox=broken-on-purpose: whatever comes twice is worked twice; this is no service to use");
        }
    }

    /** Whether what comes twice is worked once. */
    boolean remembers() {
        return remembers;
    }

    void mustRememberIn(LaunchMode mode) {
        if (!remembers && !onPurpose && mode != LaunchMode.TEST) {
            throw new IllegalStateException("liangxian.inbox=off: what comes twice would be worked twice");
        }
    }

    /** Enters the events and returns those that were not known, in the order they came. */
    List<ConsumerRecord<String, byte[]>> enter(List<ConsumerRecord<String, byte[]>> batch) {
        if (batch.isEmpty() || !remembers) {
            return batch;
        }
        String[] ids = new String[batch.size()];
        String[] sources = new String[batch.size()];
        for (int i = 0; i < ids.length; i++) {
            Envelope envelope = Headers.read(batch.get(i));
            ids[i] = envelope.id();
            sources[i] = envelope.source();
        }
        Set<String> entered = new HashSet<>(jdbi.withHandle(h -> h.createQuery(
                        """
                        insert into inbox (id, source) select * from unnest(?::text[], ?::text[])
                        on conflict do nothing returning id || ' ' || source""")
                .bind(0, ids)
                .bind(1, sources)
                .mapTo(String.class)
                .list()));
        if (entered.size() == ids.length) {
            return batch;
        }
        List<ConsumerRecord<String, byte[]>> fresh = new ArrayList<>(entered.size());
        for (int i = 0; i < ids.length; i++) {
            // remove: the same event twice in one poll is worked once
            if (entered.remove(ids[i] + " " + sources[i])) {
                fresh.add(batch.get(i));
            }
        }
        return fresh;
    }

    List<ConsumerRecord<String, byte[]>> beyondWatermark(List<ConsumerRecord<String, byte[]>> batch) {
        if (!remembers) {
            return batch;
        }
        Map<TopicPartition, Long> watermarks = new HashMap<>();
        List<ConsumerRecord<String, byte[]>> fresh = new ArrayList<>(batch.size());
        for (ConsumerRecord<String, byte[]> record : batch) {
            long next = watermarks.computeIfAbsent(
                    new TopicPartition(record.topic(), record.partition()),
                    p -> jdbi.withHandle(
                            h -> h.createQuery("select next_offset from handled where topic = ? and partition = ?")
                                    .bind(0, p.topic())
                                    .bind(1, p.partition())
                                    .mapTo(Long.class)
                                    .findOne()
                                    .orElse(0L)));
            if (record.offset() >= next) {
                fresh.add(record);
            }
        }
        return fresh;
    }

    void advance(List<ConsumerRecord<String, byte[]>> batch) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
        }
        jdbi.useHandle(h -> next.forEach((partition, offset) -> advance(h, partition, offset)));
    }

    /** Records of a partition before {@code next} are worked, or parked. */
    static void advance(Handle h, TopicPartition partition, long next) {
        h.createUpdate(
                        """
                        insert into handled as h values (?, ?, ?, clock_timestamp()) on conflict (topic, partition)
                        do update set next_offset = greatest(h.next_offset, excluded.next_offset), worked_at = excluded.worked_at""")
                .bind(0, partition.topic())
                .bind(1, partition.partition())
                .bind(2, next)
                .execute();
    }
}
