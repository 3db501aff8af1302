package cn.liangxian.audit.index;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import cn.liangxian.messaging.KafkaEnd;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Waits until the index has taken what stands on the topics now. */
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** A consumer that starts needs about ten seconds for its partitions; who is later is corrected when it comes. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(20);
    private final Jdbi jdbi;
    private final KafkaEnd kafka;
    private final String group;
    private Admin admin;

    Arrivals(
            Jdbi jdbi,
            KafkaEnd kafka,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.group = group;
    }

    /** Returns when all is taken, or after the longest wait: a day is never held up for good. */
    synchronized void awaitTaken() {
        Map<TopicPartition, Long> ends = ends();
        Instant limit = Instant.now().plus(LONGEST);
        String behind;
        while ((behind = behind(ends)) != null) {
            if (Instant.now().isAfter(limit)) {
                LOG.warnf("the day opens while %s; what comes later is restated", behind);
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** What is not taken yet, in words; null when nothing is. The progress is committed with the work it stands for. */
    private String behind(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> taken = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select topic, partition, next_offset from handled")
                .map((row, context) -> taken.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
                .list());
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long at = taken.getOrDefault(end.getKey(), 0L);
            if (at < end.getValue()) {
                return end.getKey() + " is at " + at + " of " + end.getValue();
            }
        }
        return null;
    }

    private Map<TopicPartition, Long> ends() {
        List<String> topics = Declarations.onClasspath().stream()
                .map(Handoff::termsOf)
                .filter(terms -> !terms.bulk())
                .map(Terms::topic)
                .filter(topic -> !topic.equals(DayOpened.TOPIC))
                .toList();
        try {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            for (TopicDescription topic :
                    admin().describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, OffsetAndMetadata> passed = admin().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    admin().listOffsets(wanted).all().get().entrySet()) {
                OffsetAndMetadata committed = passed.get(end.getKey());
                // what the group has passed does not come again, even where this database has never seen it
                if (committed == null || committed.offset() < end.getValue().offset()) {
                    ends.put(end.getKey(), end.getValue().offset());
                }
            }
            return ends;
        } catch (ExecutionException e) {
            LOG.warnf("the broker does not say how far its topics reach: %s", e.getCause());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Admin admin() {
        if (admin == null) {
            admin = kafka.admin();
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
