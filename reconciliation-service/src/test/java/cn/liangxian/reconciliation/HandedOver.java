package cn.liangxian.reconciliation;

import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.TestServers;
import cn.liangxian.messaging.HandoffJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What this service really published on a topic. */
public final class HandedOver {

    private HandedOver() {}

    /** All of them that match, in their order, as soon as there are so many. */
    public static <T extends Handoff> List<T> await(int count, Class<T> type, Predicate<T> which) {
        List<T> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
            found.clear();
            read(type).stream().filter(which).forEach(found::add);
            return found.size() >= count;
        });
        return found;
    }

    /** Those that match and stand on the topic now; those of one subject in their order. */
    public static <T extends Handoff> List<T> now(Class<T> type, Predicate<T> which) {
        return read(type).stream().filter(which).toList();
    }

    private static <T extends Handoff> List<T> read(Class<T> type) {
        String topic = Handoff.termsOf(type).topic();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka(), "fetch.max.wait.ms", 20);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<T> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> all.add(decode(record.value(), type)));
            }
            return all;
        }
    }

    private static <T> T decode(byte[] payload, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(payload, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
