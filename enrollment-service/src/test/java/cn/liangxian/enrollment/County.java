package cn.liangxian.enrollment;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** What a test stands on: an opened day, residents in the register, and a look at what was handed over. */
@ApplicationScoped
public class County {

    public static final LocalDate DAY = LocalDate.of(2023, 10, 8);
    public static final String CODE = "370404";
    public static final String TOWNSHIP = "370404100";
    public static final String VILLAGE = "370404100001";
    public static final String OTHER_VILLAGE = "370404101001";
    private static int serial = 100;

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final String kafka;

    County(Jdbi jdbi, BusinessDay day, @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.jdbi = jdbi;
        this.day = day;
        this.kafka = kafka;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Opens the day as audit does: by its handoff. */
    public void openDay() {
        if (day.last().isPresent()) {
            return;
        }
        send(new DayOpened(DAY, CODE, true));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> day.last().isPresent());
    }

    /** Publishes a handoff of another service. */
    public void send(Handoff handoff) {
        String topic = Handoff.termsOf(handoff.getClass()).topic();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, handoff.subject(), HandoffJson.MAPPER.writeValueAsBytes(handoff));
            String id = Uuid7.next().toString();
            header(record, Envelope.CE_SPEC_VERSION, Envelope.SPEC_VERSION);
            header(record, Envelope.CE_ID, id);
            header(record, Envelope.CE_SOURCE, "/test");
            header(record, Envelope.CE_TYPE, topic);
            header(record, Envelope.CE_SUBJECT, handoff.subject());
            header(record, Envelope.CE_TIME, Instant.now().toString());
            header(record, Envelope.CE_BUSINESS_DATE, DAY.toString());
            header(record, Envelope.CE_CORRELATION, id);
            header(record, Envelope.CONTENT_TYPE, Envelope.JSON);
            producer.send(record);
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything of one kind that stands on its topic now. */
    public <T extends Handoff> List<T> handedOver(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                records(Handoff.termsOf(type).topic())) {
            try {
                all.add(HandoffJson.MAPPER.readValue(record.value(), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** The one of a kind that it is, once it stands on its topic. */
    public <T extends Handoff> T handed(Class<T> type, Predicate<T> which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> handedOver(type).stream().filter(which).toList(), (List<T> found) -> found.size() == 1)
                .get(0);
    }

    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest", "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    /** A citizen's number that nobody has had in this test before. */
    public static synchronized String newNumber(LocalDate birth, boolean man) {
        serial += 2;
        String first =
                "999999" + birth.toString().replace("-", "") + String.format("%03d", serial % 1000 + (man ? 1 : 0));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * (first.charAt(i) - '0');
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    /** A resident in the register; returns the key. */
    public UUID resident(String idNumber, String name, String village) {
        return resident(idNumber, name, village, false, null);
    }

    public UUID resident(String idNumber, String name, String village, boolean student, Fen tier) {
        UUID key = Uuid7.next();
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into person values (:key, :id, :name, :birth, :sex, 'H1', :township, :village,
                            true, true, :student, false, false, false, :tier, 'LIVING', :day)""")
                .bind("key", key)
                .bind("id", idNumber)
                .bind("name", name)
                .bind(
                        "birth",
                        LocalDate.of(
                                Integer.parseInt(idNumber.substring(6, 10)),
                                Integer.parseInt(idNumber.substring(10, 12)),
                                Integer.parseInt(idNumber.substring(12, 14))))
                .bind("sex", (idNumber.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE")
                .bind("township", village.substring(0, 9))
                .bind("village", village)
                .bind("student", student)
                .bind("tier", tier == null ? null : tier.amount())
                .bind("day", DAY)
                .execute());
        return key;
    }

    public long count(String query, Object... arguments) {
        return jdbi.withHandle(h -> {
            var select = h.createQuery(query);
            for (int i = 0; i < arguments.length; i++) {
                select.bind(i, arguments[i]);
            }
            return select.mapTo(Long.class).one();
        });
    }
}
