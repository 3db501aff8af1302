package cn.liangxian.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.DeadLetters.DeadLetter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InboxTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 21);

    @Inject
    Outbox outbox;

    @Inject
    EvidenceDesk desk;

    @Inject
    RetryInsideTransaction wrong;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Progress progress;

    @Inject
    KafkaEnd kafka;

    private String run;

    @BeforeEach
    void ownKeys() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        run = Uuid7.next().toString();
    }

    @Test
    void whatIsHandedOverInATransactionArrivesInOrder() {
        List<String> ids = ids(50);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.handOver(
                        ids.stream().map(id -> evidence("one", id)).toList()));
        awaitWorked(ids);
        await().untilAsserted(() -> assertEquals(0, progress.now().outbox()));
    }

    @Test
    void nothingIsHandedOverWithoutATransactionOrWhenItRollsBack() {
        assertThrows(RuntimeException.class, () -> outbox.handOver(evidence("one", run + "-none")));
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.handOver(evidence("one", run + "-rolled-back"));
                    throw new IllegalStateException("undo");
                }));
        QuarkusTransaction.requiringNew().run(() -> outbox.handOver(evidence("one", run + "-after")));
        awaitWorked(List.of(run + "-after"));
    }

    @Test
    void anEventThatArrivesTwiceIsWorkedOnce() {
        List<String> ids = ids(100);
        List<Envelope> envelopes = ids.stream()
                .map(id -> envelope(PublicationEvidenced.TOPIC, "k"))
                .toList();
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (int twice = 0; twice < 2; twice++) {
                for (int i = 0; i < ids.size(); i++) {
                    producer.send(Headers.record(envelopes.get(i), Outbox.json(evidence("k", ids.get(i)))));
                }
            }
            producer.send(Headers.record(
                    envelope(PublicationEvidenced.TOPIC, "k"), Outbox.json(evidence("k", run + "-z-last"))));
        }
        List<String> expected = new ArrayList<>(ids);
        expected.add(run + "-z-last");
        awaitWorked(expected);
    }

    @Test
    void aFailureThatPassesIsRetriedAndNothingIsLostOrDoubled() {
        desk.fail(run + "-b", 2);
        send("k", run + "-a", run + "-b", run + "-c");
        awaitWorked(List.of(run + "-a", run + "-b", run + "-c"));
        assertEquals(List.of(), parked(run));
    }

    @Test
    void poisonIsParkedItsKeyWaitsOthersGoOnAndTheKeyIsWorkedInOrderWhenSentAgain() throws Exception {
        String key = run + "-bad-key";
        desk.fail(run + "-x1", 4);
        List<String> others = ids(1000);
        send(key, run + "-x1");
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            others.forEach(id -> producer.send(
                    Headers.record(envelope(PublicationEvidenced.TOPIC, "good"), Outbox.json(evidence("good", id)))));
        }
        send(key, run + "-x2", run + "-x3");
        awaitWorked(others);
        await().untilAsserted(() -> assertEquals(3, parked(key).size()));
        assertEquals(
                List.of(false, true, true),
                parked(key).stream().map(DeadLetter::waits).toList());

        assertEquals(3, deadLetters.resend(PublicationEvidenced.TOPIC, key, "operator"));
        await().untilAsserted(
                        () -> assertEquals(List.of(run + "-x1", run + "-x2", run + "-x3"), desk.worked(run + "-x")));
        await().untilAsserted(() -> assertEquals(List.of(), parked(key)));
    }

    @Test
    void anEventThatCannotBeReadIsParkedWithTheReason() {
        String key = run + "-unreadable";
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            producer.send(Headers.record(
                    envelope(PublicationEvidenced.TOPIC, key), "{\"publicationId\":".getBytes(StandardCharsets.UTF_8)));
        }
        send("k", run + "-next");
        awaitWorked(List.of(run + "-next"));
        await().untilAsserted(() -> assertEquals(1, parked(key).size()));
        DeadLetter letter = parked(key).get(0);
        assertTrue(letter.reason().contains("not a PublicationEvidenced"), letter.reason());
        assertTrue(deadLetters.discard(letter.id(), "operator", "sent by a test"));
        assertEquals(List.of(), parked(key));
    }

    @Test
    void whatBearsNoIdAndIsSentAgainIsStillOneDeadLetter() throws Exception {
        String key = run + "-nameless";
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            producer.send(
                    new ProducerRecord<>(PublicationEvidenced.TOPIC, key, "{no json".getBytes(StandardCharsets.UTF_8)));
        }
        await().untilAsserted(() -> assertEquals(1, parked(key).size()));
        DeadLetter letter = parked(key).get(0);
        assertEquals(1, deadLetters.resend(PublicationEvidenced.TOPIC, key, "operator"));
        await().untilAsserted(() -> {
            List<DeadLetter> again = parked(key);
            assertEquals(
                    List.of("PARKED"), again.stream().map(DeadLetter::state).toList());
            assertEquals(letter.eventId(), again.get(0).eventId());
            assertEquals(letter.reason(), again.get(0).reason());
        });
    }

    @Test
    void whatAnotherServiceSendsAgainStaysParkedHereWithItsReason() {
        String key = run + "-elsewhere";
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            Envelope envelope = envelope(PublicationEvidenced.TOPIC, key);
            for (int twice = 0; twice < 2; twice++) {
                producer.send(Headers.record(envelope, "{\"publicationId\":".getBytes(StandardCharsets.UTF_8)));
            }
        }
        send("k", run + "-after-elsewhere");
        awaitWorked(List.of(run + "-after-elsewhere"));
        await().untilAsserted(() -> assertEquals(1, parked(key).size()));
        assertTrue(
                parked(key).get(0).reason().contains("not a PublicationEvidenced"),
                parked(key).get(0).reason());
    }

    /** The retry runs inside the transaction of the failed attempt, finds the inbox row of that attempt and returns. */
    @Test
    void incomingWithTransactionalAndRetryOnOneMethodLosesTheEventAndOursDoesNot() {
        report();
        await().untilAsserted(() -> assertTrue(wrong.calls() >= 2));
        // one behind it on the same partition: when that is worked, the first is over
        String behind = report();
        await().untilAsserted(() -> assertTrue(desk.worked("wrong-").contains("wrong-" + behind)));
        assertEquals(
                List.of("wrong-" + behind),
                desk.worked("wrong-"),
                "the first event is acknowledged and its work is nowhere");

        desk.fail(run + "-ours", 1);
        send("k", run + "-ours");
        awaitWorked(List.of(run + "-ours"));
    }

    private String report() {
        Envelope envelope = envelope(EvaluationReported.TOPIC, "1");
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            EvaluationReported report = new EvaluationReported(run, "1", DAY, 0, 0, 0, List.of(), null);
            producer.send(Headers.record(envelope, Outbox.json(report)));
        }
        return envelope.id();
    }

    private List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> run + "-" + String.format("%04d", i))
                .toList();
    }

    private void send(String key, String... ids) {
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            for (String id : ids) {
                producer.send(
                        Headers.record(envelope(PublicationEvidenced.TOPIC, key), Outbox.json(evidence(key, id))));
            }
        }
    }

    private void awaitWorked(List<String> ids) {
        String prefix = run + "-";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        ids, desk.worked(prefix).stream().filter(ids::contains).toList()));
    }

    private List<DeadLetter> parked(String key) {
        return deadLetters.list(0, 1000).stream()
                .filter(letter -> letter.key().startsWith(key))
                .toList();
    }

    private static Handoff evidence(String township, String id) {
        return new PublicationEvidenced(id, township, DAY, "digest", null);
    }

    private static Envelope envelope(String topic, String key) {
        String id = Uuid7.next().toString();
        return new Envelope(id, "/test", topic, key, Instant.now(), DAY, id, null);
    }
}
