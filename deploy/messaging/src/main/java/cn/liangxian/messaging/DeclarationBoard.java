package cn.liangxian.messaging;

import cn.liangxian.handoff.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where each service writes down the shape of what it publishes, by topic: a compacted topic that keeps the last word. */
@ApplicationScoped
class DeclarationBoard {

    static final String TOPIC = "liangxian-declarations";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private final KafkaEnd kafka;

    DeclarationBoard(KafkaEnd kafka) {
        this.kafka = kafka;
    }

    /** What publishers declared, by topic of the handoff. */
    Map<String, Shape> read() {
        Map<String, Shape> declared = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> reader = kafka.reader()) {
            reader.assign(List.of(PARTITION));
            reader.seekToBeginning(List.of(PARTITION));
            long end = reader.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (reader.position(PARTITION) < end) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    declared.put(record.key(), HandoffJson.MAPPER.readValue(record.value(), Shape.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a declaration on " + TOPIC + " cannot be read", e);
        }
        return declared;
    }

    /** Declares what is new or changed. */
    void declare(Map<String, Shape> shapes) {
        Map<String, Shape> news = new TreeMap<>(shapes);
        news.entrySet().removeAll(read().entrySet());
        if (news.isEmpty()) {
            return;
        }
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (Map.Entry<String, Shape> shape : news.entrySet()) {
                producer.send(new ProducerRecord<>(
                        TOPIC, shape.getKey(), HandoffJson.MAPPER.writeValueAsBytes(shape.getValue())));
            }
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
