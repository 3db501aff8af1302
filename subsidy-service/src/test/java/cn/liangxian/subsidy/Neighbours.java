package cn.liangxian.subsidy;

import static org.awaitility.Awaitility.await;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Headers;
import cn.liangxian.messaging.KafkaEnd;
import cn.liangxian.messaging.Progress;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services as subsidy knows them: what they hand over, and what reaches them. */
@ApplicationScoped
public class Neighbours {

    private static final String TABLES =
            """
            roster_line, roster, identity_change, contribution, day_sum, entry, posting, booked_sum, run, application, application_line,
            application_progress, appropriation, proxy_payment, sponsorship, payment_return, refund, fund_sweep,
            fiscal_account, business_day, idempotency""";

    private final Progress progress;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> start = new HashMap<>();
    private final Map<String, ContributionPaid> collected = new HashMap<>();
    private final Map<String, RefundListed> refunds = new HashMap<>();
    private LocalDate yesterday;
    private LocalDate today;

    Neighbours(KafkaEnd kafka, Progress progress) {
        this.progress = progress;
        this.producer = kafka.producer();
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close();
    }

    /** An empty database; what is handed over from now on is read by {@link #received}. */
    public void newCampaign() {
        asOwner(
                "alter table entry disable trigger user",
                "alter table posting disable trigger user",
                "truncate " + TABLES,
                "alter table entry enable trigger user",
                "alter table posting enable trigger user");
        collected.clear();
        refunds.clear();
        yesterday = null;
        today = null;
        start.clear();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.listTopics()
                    .values()
                    .forEach(infos -> infos.forEach(info -> {
                        TopicPartition partition = new TopicPartition(info.topic(), info.partition());
                        if (info.topic().startsWith("subsidy-")) {
                            start.put(partition, 0L);
                        }
                    }));
            start.putAll(consumer.endOffsets(start.keySet()));
        }
    }

    public void asOwner(String... statements) {
        var config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class))) {
            for (String statement : statements) {
                owner.createStatement().execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the date for subsidy, and collection sums the date before. */
    public void opens(String date) {
        opensWithoutSum(date);
        if (yesterday != null) {
            sums(yesterday);
        }
    }

    public void opensWithoutSum(String date) {
        yesterday = today;
        today = LocalDate.parse(date);
        hand(today, new DayOpened(today, "370404", true));
    }

    /** Collection sums what it collected on the day, whether or not it has arrived at subsidy. */
    public void sums(LocalDate day) {
        List<DaySummed> sums = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            List<ContributionPaid> paid = collected.values().stream()
                    .filter(p -> p.insurance() == insurance && p.paidOn().equals(day))
                    .toList();
            Fen sum = paid.stream().map(ContributionPaid::amount).reduce(Fen.ZERO, Fen::plus);
            Fen refunded = refunds.values().stream()
                    .filter(r -> r.insurance() == insurance && r.madeOn().equals(day))
                    .map(RefundListed::amount)
                    .reduce(Fen.ZERO, Fen::plus);
            sums.add(new DaySummed(day, insurance, paid.size(), sum, Fen.ZERO, refunded));
        }
        hand(today, sums);
    }

    /** Collection collected it; it may reach subsidy later. */
    public void collects(List<? extends Handoff> handoffs) {
        for (Handoff handoff : handoffs) {
            if (handoff instanceof ContributionPaid paid) {
                collected.put(paid.paymentId(), paid);
            }
            if (handoff instanceof RefundListed refund) {
                refunds.put(refund.refundId(), refund);
            }
        }
    }

    /** Hands over on a business date and waits until subsidy has worked them all. */
    public void hand(LocalDate on, Handoff... handoffs) {
        hand(on, List.of(handoffs));
    }

    public void hand(LocalDate on, List<? extends Handoff> handoffs) {
        collects(handoffs);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Handoff handoff : handoffs) {
            String id = Uuid7.next().toString();
            String topic = Handoff.termsOf(handoff.getClass()).topic();
            Envelope envelope = new Envelope(id, "/test", topic, handoff.subject(), Instant.now(), on, id, null);
            sent.add(producer.send(Headers.record(envelope, json(handoff))));
        }
        Map<String, Long> last = new HashMap<>();
        for (Future<RecordMetadata> one : sent) {
            RecordMetadata record = join(one);
            last.merge(record.topic() + "-" + record.partition(), record.offset(), Math::max);
        }
        last.forEach((partition, offset) -> await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> progress.now().handled().getOrDefault(partition, 0L) > offset));
    }

    /** Everything of a type that was handed over in this campaign. */
    public <T extends Handoff> List<T> received(Class<T> type) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> progress.now().outbox() == 0);
        String topic = Handoff.termsOf(type).topic();
        List<TopicPartition> partitions =
                start.keySet().stream().filter(p -> p.topic().equals(topic)).toList();
        List<T> received = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            partitions.forEach(p -> consumer.seek(p, start.get(p)));
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> received.add(read(record.value(), type)));
            }
        }
        return received;
    }

    public int parked() {
        return progress.now().parked();
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        String bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static RecordMetadata join(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Handoff handoff) {
        try {
            return HandoffJson.MAPPER.writeValueAsBytes(handoff);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
