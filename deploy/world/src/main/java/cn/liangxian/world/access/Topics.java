package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topics that departments outside read, each event once and in the order of its partition. Reading is on demand:
 * {@link #read()} shows everything that was published so far to those who subscribed.
 */
public final class Topics implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<Consumer<JsonNode>>> readers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean assigned;
    private long events;

    public Topics(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false,
                        "fetch.max.wait.ms",
                        20,
                        "max.poll.records",
                        2000,
                        "request.timeout.ms",
                        5_000,
                        "default.api.timeout.ms",
                        20_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Before the first {@link #read()}. */
    public void subscribe(String topic, Consumer<JsonNode> reader) {
        readers.computeIfAbsent(topic, t -> new ArrayList<>()).add(reader);
    }

    /** How many events have been shown. */
    public long events() {
        return events;
    }

    /** Reads up to the end that the topics have now. */
    public void read() {
        Patience patience = new Patience();
        while (true) {
            try {
                if (!assigned) assign();
                readToEnd();
                return;
            } catch (InterruptException e) {
                throw new UnreachableException("interrupted", e);
            } catch (RetriableException e) {
                patience.pauseOr("topics cannot be read", e);
            }
        }
    }

    private void assign() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : readers.keySet()) {
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        assigned = true;
    }

    private void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) show(record);
        }
    }

    /** A second delivery bears the same id; what is not JSON is not for us to judge. */
    private void show(ConsumerRecord<String, byte[]> record) {
        String id = header(record, "ce_source") + header(record, "ce_id");
        if (record.value() == null || !seen.add(id)) return;
        try {
            JsonNode payload = Answer.JSON.readTree(record.value());
            if (!payload.isObject()) return;
            events++;
            for (Consumer<JsonNode> reader : readers.get(record.topic())) reader.accept(payload);
        } catch (IOException e) {
            seen.remove(id);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
