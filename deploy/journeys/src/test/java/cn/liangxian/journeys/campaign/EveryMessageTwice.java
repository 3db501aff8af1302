package cn.liangxian.journeys.campaign;

import cn.liangxian.world.CampaignListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends every message of every topic once more, as it is, and poison to two topics in mid-campaign. */
final class EveryMessageTwice implements CampaignListener, AutoCloseable {

    static final String POISON_KEY = "poison";
    /** Read by all but its publisher, which reads the other; audit reads both. */
    static final String POISONED_PAYMENT = "collection-contribution-paid-v1";

    static final String POISONED_ASSESSMENT = "enrollment-assessment-made-v1";
    private static final int POISON_DAY = 60;
    private static final String AGAIN = "sent-again";
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = new Thread(this::run, "every-message-twice");

    EveryMessageTwice(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "every-message-twice",
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        1000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        thread.start();
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(Pattern.compile("(enrollment|collection|reconciliation|subsidy|audit)-.*-v\\d+"));
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.headers().lastHeader(AGAIN) == null) {
                        ProducerRecord<String, byte[]> again = new ProducerRecord<>(
                                record.topic(), null, record.key(), record.value(), record.headers());
                        again.headers().add(AGAIN, new byte[0]);
                        producer.send(again);
                    }
                }
            }
        } catch (WakeupException e) {
            // the campaign is over
        }
    }

    @Override
    public void dayOver(Progress progress) {
        if (progress.played() != POISON_DAY) {
            return;
        }
        poison(POISONED_PAYMENT, "/collection");
        poison(POISONED_ASSESSMENT, "/enrollment");
        producer.flush();
    }

    private void poison(String topic, String source) {
        ProducerRecord<String, byte[]> poison =
                new ProducerRecord<>(topic, POISON_KEY, "{\"paymentId\":".getBytes(StandardCharsets.UTF_8));
        poison.headers()
                .add("ce_id", "00000000-0000-7000-8000-000000000000".getBytes(StandardCharsets.UTF_8))
                .add("ce_source", source.getBytes(StandardCharsets.UTF_8))
                .add("ce_type", topic.getBytes(StandardCharsets.UTF_8));
        producer.send(poison);
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
        producer.close();
    }
}
