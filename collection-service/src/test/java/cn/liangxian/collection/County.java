package cn.liangxian.collection;

import static org.awaitility.Awaitility.await;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.SealedIdentity;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;

/** The other services as collection knows them: what they hand over, and what reaches them. */
@ApplicationScoped
public class County {

    private static final String TABLES =
            """
            roster, claim, identity_change, collecting_day, payment, refund, remittance, entrusted_receipt, on_behalf, proxy_lapse, payable_roster,
            payable_roster_review, payment_roster, payment_roster_line, payment_roster_withdrawal, publication_objection,
            agent, specialist, agreement_urging, refund_case, refund_step, refund_document, refund_look, refund_report, last_year, receipt, receipt_number, outage, channel_failure,
            absent_resident, absent_notice, link_anomaly, debit_agreement, debit_list, debit_list_row, debit_amount,
            debit_batch, debit_line, debit_contact, debit_guidance, open_debit, untold_failure, failed_debit, debit_day_count, special_case, cash_payer, cash_entry, cash_mark,
            cash_ledger, village_standing, village_taking, channel_taking, business_day, idempotency, dead_letter""";

    private final Progress progress;
    private final Jdbi jdbi;
    private final SealedIdentity seal;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> start = new HashMap<>();
    private LocalDate today;

    County(KafkaEnd kafka, Progress progress, Jdbi jdbi, SealedIdentity seal) {
        this.progress = progress;
        this.jdbi = jdbi;
        this.seal = seal;
        this.producer = kafka.producer();
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close();
    }

    /** An empty database on this date; what collection hands over from now on is read by {@link #handed}. */
    public void begins(String date) {
        awaitSent();
        // work of the test before may still be under way: whom of the two the database calls off does it again
        await().atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .ignoreExceptionsMatching(County::isDeadlock)
                .until(() -> {
                    asOwner("truncate " + TABLES);
                    return true;
                });
        start.clear();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.listTopics().values().forEach(infos -> infos.stream()
                    .filter(info -> info.topic().startsWith("collection-"))
                    .forEach(info -> start.put(new TopicPartition(info.topic(), info.partition()), 0L)));
            start.putAll(consumer.endOffsets(start.keySet()));
        }
        opens(date);
    }

    public void opens(String date) {
        today = LocalDate.parse(date);
        hands(new DayOpened(today, "370404", true));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbi.withHandle(h -> h.createQuery("select date from collecting_day")
                        .mapTo(LocalDate.class)
                        .findOne()
                        .filter(today::equals)
                        .isPresent()));
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure.getCause() instanceof SQLException sql && "40P01".equals(sql.getSQLState());
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

    /** A roster of these residents; their numbers follow their order. */
    public List<RosterLine> lines(String rosterId, Insurance insurance, long yuan, Resident... residents) {
        List<RosterLine> lines = new ArrayList<>();
        for (Resident resident : residents) {
            lines.add(resident.line(seal, rosterId, lines.size() + 1, insurance, Fen.ofYuan(yuan)));
        }
        return lines;
    }

    /** The header that agrees with the lines. */
    public static RosterDelivered header(List<RosterLine> lines) {
        LineDigest digest = new LineDigest();
        Fen total = Fen.ZERO;
        for (RosterLine line : lines) {
            digest.add(line.canonical());
            total = total.plus(line.due());
        }
        RosterLine any = lines.get(0);
        return new RosterDelivered(
                any.rosterId(), any.insurance(), 2024, "370404", 1, lines.size(), total, digest.hex(), "sealed");
    }

    /** A roster as it should be: medical 380 yuan each. */
    public void insuresMedical(Resident... residents) {
        delivers(lines(Uuid7.next().toString(), Insurance.MEDICAL, 380, residents));
    }

    public void insuresPension(long yuan, Resident... residents) {
        delivers(lines(Uuid7.next().toString(), Insurance.PENSION, yuan, residents));
    }

    /** The agency agrees that these pay their medical contribution after the campaign, until the end of the year. */
    public void agreesToPayLate(Resident... residents) {
        for (Resident resident : residents) {
            hands(assessment(resident, Insurance.MEDICAL, 2024, "OUT_OF_CAMPAIGN", 380, "2024-12-31"));
        }
    }

    /** What an agency says to a payment in a special case; {@code until} null: no. */
    public AssessmentMade assessment(Resident of, Insurance insurance, int year, String kind, long yuan, String until) {
        return new AssessmentMade(
                Uuid7.next().toString(),
                of.key(),
                seal.seal(new SealedIdentity.Identity(of.idNumber(), of.name())),
                of.village().substring(0, 9),
                of.village(),
                of.birth(),
                Sex.FEMALE,
                insurance,
                year,
                kind,
                until != null,
                until == null ? "资料不全" : null,
                Fen.ofYuan(yuan),
                until == null ? null : LocalDate.parse(until),
                "yicheng-2024/四(三)3b",
                today,
                true);
    }

    public void delivers(List<RosterLine> lines) {
        hands(lines);
        hands(header(lines));
    }

    /** Hands over and waits until collection has worked them all. */
    public void hands(Handoff... handoffs) {
        hands(Arrays.asList(handoffs));
    }

    public void hands(List<? extends Handoff> handoffs) {
        deliver(handoffs.stream().map(this::pack).toList());
    }

    /** The very same messages twice, as after a crash of the sender. */
    public void handsTwice(List<? extends Handoff> handoffs) {
        List<Parcel> parcels = handoffs.stream().map(this::pack).toList();
        deliver(parcels);
        deliver(parcels);
    }

    private record Parcel(Envelope envelope, Handoff handoff) {}

    private Parcel pack(Handoff handoff) {
        String id = Uuid7.next().toString();
        String topic = Handoff.termsOf(handoff.getClass()).topic();
        return new Parcel(
                new Envelope(id, "/test", topic, handoff.subject(), Instant.now(), today, "chain-" + id, null),
                handoff);
    }

    private void deliver(List<Parcel> parcels) {
        List<Future<RecordMetadata>> sent = parcels.stream()
                .map(p -> producer.send(Headers.record(p.envelope(), json(p.handoff()))))
                .toList();
        Map<String, Long> last = new HashMap<>();
        for (Future<RecordMetadata> one : sent) {
            RecordMetadata record = join(one);
            last.merge(record.topic() + "-" + record.partition(), record.offset(), Math::max);
        }
        last.forEach((partition, offset) -> await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> progress.now().handled().getOrDefault(partition, 0L) > offset));
    }

    /** Everything of a type that collection handed over since it began. */
    public <T extends Handoff> List<T> handed(Class<T> type) {
        return records(type).stream()
                .map(record -> read(record.value(), type))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The envelopes of {@link #handed}. */
    public List<Envelope> envelopes(Class<? extends Handoff> type) {
        return records(type).stream().map(Headers::read).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(Class<? extends Handoff> type) {
        awaitSent();
        String topic = Handoff.termsOf(type).topic();
        List<TopicPartition> partitions =
                start.keySet().stream().filter(p -> p.topic().equals(topic)).toList();
        List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            partitions.forEach(p -> consumer.seek(p, start.get(p)));
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(received::add);
            }
        }
        return received;
    }

    public long count(String query) {
        return jdbi.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
    }

    private void awaitSent() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> progress.now().outbox() == 0);
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
