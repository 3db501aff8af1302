package cn.liangxian.reconciliation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Headers;
import cn.liangxian.messaging.KafkaEnd;
import cn.liangxian.messaging.Progress;
import cn.liangxian.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The others as reconciliation knows them: what they hand over on topics, and what they ask with a token of their own. */
@ApplicationScoped
@QuarkusTestResource(TestRealm.class)
public class Neighbours {

    private final Progress progress;
    private final BusinessDay day;
    private final Policy policy;
    private final KafkaProducer<String, byte[]> producer;

    Neighbours(KafkaEnd kafka, Progress progress, BusinessDay day, Policy policy) {
        this.progress = progress;
        this.day = day;
        this.policy = policy;
        this.producer = kafka.producer();
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close();
    }

    /** Publishes them at once and waits until reconciliation has worked them all. */
    public void hand(List<? extends Handoff> handoffs) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Handoff handoff : handoffs) {
            String id = Uuid7.next().toString();
            String topic = Handoff.termsOf(handoff.getClass()).topic();
            Envelope envelope =
                    new Envelope(id, "/test", topic, handoff.subject(), Instant.now(), day.today(), id, null);
            sent.add(producer.send(Headers.record(envelope, json(handoff))));
        }
        Map<String, Long> last = new HashMap<>();
        for (Future<RecordMetadata> one : sent) {
            RecordMetadata record = join(one);
            last.merge(record.topic() + "-" + record.partition(), record.offset(), Math::max);
        }
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    Map<String, Long> handled = progress.now().handled();
                    return last.entrySet().stream()
                            .allMatch(end -> handled.getOrDefault(end.getKey(), 0L) > end.getValue());
                });
    }

    /** Waits until all that reconciliation has handed over stands on its topics. */
    public void awaitSent() {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> progress.now().outbox() == 0);
    }

    /** A request of a department of the whole county. */
    public RequestSpecification as(Department department) {
        return given().auth()
                .oauth2(TestRealm.token(department.name(), policy.jurisdiction().code()))
                .contentType(ContentType.JSON);
    }

    /** A page in Chinese, as a department of the whole county sees it. */
    public ValidatableResponse page(Department department, String path) {
        return page(department, policy.jurisdiction().code(), path, "zh");
    }

    public ValidatableResponse page(Department department, String area, String path, String language) {
        return given().auth()
                .oauth2(TestRealm.token(department.name(), area))
                .cookie("language", language)
                .get(path)
                .then();
    }

    /** A form of a page, with a key of its own. */
    public ValidatableResponse sends(Department department, String path, Map<String, ?> fields) {
        return given().auth()
                .oauth2(TestRealm.token(department.name(), policy.jurisdiction().code()))
                .redirects()
                .follow(false)
                .formParams(fields)
                .formParam("key", Uuid7.next().toString())
                .post(path)
                .then();
    }

    public static Department agencyOf(Insurance insurance) {
        return insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
    }

    public ValidatableResponse post(Department department, String path, Object body) {
        return as(department)
                .header("Idempotency-Key", Uuid7.next().toString())
                .body(json(body))
                .post(path)
                .then();
    }

    public <T> T read(ValidatableResponse answer, Class<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(answer.extract().asString(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(Object content) {
        try {
            return HandoffJson.MAPPER.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
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
}
