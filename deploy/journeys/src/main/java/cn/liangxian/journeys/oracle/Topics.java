package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All handoffs of the five services from their first to their last, each id once. */
final class Topics {

    private static final Pattern OURS =
            Pattern.compile("(enrollment|collection|reconciliation|subsidy|audit)-[a-z-]+-v\\d+");
    private final ObjectMapper json = new ObjectMapper();
    private final String bootstrap;
    private long duplicates;
    private long unreadable;

    Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Reads to the end as it stands when the reading begins. */
    void read(Consumer<Event> sink) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                5000,
                "fetch.max.bytes",
                8 * 1024 * 1024);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> OURS.matcher(topic.getKey()).matches())
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<String> seen = new HashSet<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    take(record, seen, sink);
                }
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, Set<String> seen, Consumer<Event> sink) {
        String id = header(record, "ce_id");
        if (id == null || !seen.add(record.topic() + ' ' + header(record, "ce_source") + ' ' + id)) {
            duplicates++;
            return;
        }
        JsonNode data;
        try {
            data = json.readTree(record.value());
        } catch (IOException e) {
            unreadable++;
            return;
        }
        String date = header(record, "ce_businessdate");
        sink.accept(new Event(record.topic(), id, record.key(), date == null ? null : LocalDate.parse(date), data));
    }

    /** Records whose id was read before. */
    long duplicates() {
        return duplicates;
    }

    /** Records whose payload is no JSON; no equation can count them. */
    long unreadable() {
        return unreadable;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
