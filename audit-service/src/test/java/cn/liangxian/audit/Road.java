package cn.liangxian.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.TestRealm;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Headers;
import cn.liangxian.messaging.KafkaEnd;
import cn.liangxian.messaging.Progress;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What a test does to audit from outside: hands over, opens days, asks; all through topics and REST. */
@ApplicationScoped
public class Road {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final Jdbi jdbi;
    private final BusinessDay day;
    private final KafkaProducer<String, byte[]> producer;

    private final Progress progress;
    private final Policy policy;
    private final String county;
    private final String url;
    private final String owner;
    private final String ownerPassword;

    Road(
            Jdbi jdbi,
            BusinessDay day,
            KafkaEnd kafka,
            Progress progress,
            Policy policy,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String ownerPassword) {
        this.jdbi = jdbi;
        this.day = day;
        this.progress = progress;
        this.policy = policy;
        this.county = policy.jurisdiction().code();
        this.url = url;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
        this.producer = kafka.producer();
    }

    /** Publishes the handoffs and waits until audit has them. */
    @SafeVarargs
    public final void takes(Received<Handoff>... events) {
        hands(events);
        for (Received<Handoff> event : events) {
            await().atMost(LIMIT).until(() -> indexed(event.envelope().id()) == 1);
        }
    }

    @SafeVarargs
    public final void hands(Received<Handoff>... events) {
        for (Received<Handoff> event : events) {
            try {
                handsRaw(event.envelope(), HandoffJson.MAPPER.writeValueAsBytes(event.handoff()));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    public void handsRaw(Envelope envelope, byte[] payload) {
        producer.send(Headers.record(envelope, payload));
        producer.flush();
    }

    public int indexed(String eventId) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from event where id = ?")
                .bind(0, eventId)
                .mapTo(Integer.class)
                .one());
    }

    /** Opens the dates up to this one through REST, and waits until audit's own day is open. */
    public void opens(String date) {
        LocalDate to = LocalDate.parse(date);
        LocalDate last = jdbi.withHandle(h -> h.createQuery("select max(date) from calendar_day")
                .mapTo(LocalDate.class)
                .one());
        if (last == null) {
            policySignedOff(to.minusDays(1));
        }
        for (LocalDate next = last == null ? to : last.plusDays(1); !next.isAfter(to); next = next.plusDays(1)) {
            as("CALENDAR", county)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(ContentType.JSON)
                    .body("{\"date\":\"" + next + "\"}")
                    .post("/days")
                    .then()
                    .statusCode(200);
        }
        await().atMost(LIMIT).until(() -> to.equals(day.last().orElse(null)));
    }

    /** All departments that the policy names have agreed to it before the first date. */
    private void policySignedOff(LocalDate on) {
        policy.signOffs()
                .departments()
                .forEach(department -> jdbi.useHandle(h -> h.execute(
                        "insert into policy_sign_off values (?, ?, 'test', ?) on conflict do nothing",
                        policy.digest(),
                        department.name(),
                        on)));
    }

    /** An empty database without a business date; what arrives from now on is taken. */
    public void begins() {
        await().atMost(LIMIT).until(() -> progress.now().outbox() == 0);
        List<String> tables = jdbi.withHandle(h -> h.createQuery(
                        """
                        select table_name from information_schema.tables where table_schema = 'public' and table_name not in
                            ('flyway_schema_history', 'handled', 'inbox', 'counter')""")
                .mapTo(String.class)
                .list());
        Jdbi own = Jdbi.create(url, owner, ownerPassword);
        // what is still at work may hold one of the tables and want another: the database lets one of the two begin
        // again
        await().atMost(LIMIT)
                .ignoreException(UnableToExecuteStatementException.class)
                .untilAsserted(() -> own.useHandle(h -> h.execute("truncate " + String.join(", ", tables))));
    }

    /** Every row of every table as text, as whoever owns the database reads it. */
    public String database() {
        return Jdbi.create(url, owner, ownerPassword).withHandle(h -> {
            StringBuilder text = new StringBuilder();
            h.createQuery("select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .list()
                    .forEach(table -> h.createQuery("select t::text from " + table + " t")
                            .mapTo(String.class)
                            .forEach(text::append));
            return text.toString();
        });
    }

    /** Files a picture as evidence that the publication hung on the date. */
    public ValidatableResponse files(String publication, String township, String publishedOn) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        return files(publication, township, publishedOn, picture.toByteArray());
    }

    public ValidatableResponse files(String publication, String township, String publishedOn, byte[] file) {
        return as("TOWNSHIP", township)
                .multiPart("file", "evidence.png", file)
                .multiPart(
                        "statement",
                        "{\"publishedOn\":\"%s\",\"place\":\"村务公开栏\"}".formatted(publishedOn),
                        "application/json; charset=UTF-8")
                .post("/publications/" + publication + "/evidence")
                .then();
    }

    /** A request with a key of its own. */
    public ValidatableResponse posts(String department, String area, String path, Object body) {
        RequestSpecification request = as(department, area)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
        return (body == null ? request : request.body(body)).post(path).then();
    }

    /** A form of a page, with a key of its own. */
    public ValidatableResponse sends(String department, String area, String path, Map<String, ?> form) {
        return as(department, area)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParams(form)
                .formParam("key", UUID.randomUUID().toString())
                .post(path)
                .then();
    }

    /** A page as a person sees it who reads {@code zh} or {@code en}. */
    public ValidatableResponse page(String department, String area, String path, String language) {
        return as(department, area)
                .cookie("language", language)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html");
    }

    public RequestSpecification as(String department, String area) {
        return given().auth().oauth2(TestRealm.token(department, area));
    }

    public String standing(String obligation) {
        return as("TAX", county).get("/obligations/" + obligation).path("entry.standing");
    }

    public void stands(String obligation, String standing) {
        await().atMost(LIMIT).untilAsserted(() -> assertEquals(standing, standing(obligation)));
    }

    public List<String> happenings(String obligation) {
        return as("TAX", county).get("/obligations/" + obligation).path("facts.happening");
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
