package cn.liangxian.audit.webhook;

import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.details;
import static cn.liangxian.audit.register.Stimuli.on;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Received;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency without Kafka is told of its handoffs at a real HTTP receiver. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class WebhookTest {

    private static final String COUNTY = "370404";
    private static final String DETAILS = "reconciliation-payment-details-passed-v1";
    private static final String AGENCY = "SOCIAL_INSURANCE";
    private static int number;

    @Inject
    Road road;

    @Inject
    Jdbi jdbi;

    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        road.begins();
        road.opens("2023-10-16");
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    void whatIsToldIsThinSignedAndTriedAgainUntilItArrives() throws IOException {
        String secret = subscribed().path("secret");
        receiver.refuses(2, 503);
        String event = handedOver();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        List.of(503, 503, 204),
                        receiver.of(event).stream().map(Receiver.Call::answered).toList()));
        for (Receiver.Call call : receiver.of(event)) {
            assertTrue(call.isSignedWith(secret));
            JsonNode body = HandoffJson.MAPPER.readTree(call.body());
            assertEquals(DETAILS, body.path("type").textValue());
            assertEquals("2023-10-16", body.path("data").path("businessDate").textValue());
            assertFalse(call.body().contains("person-"), "nothing of whom it is about");
            String link = body.path("data").path("link").textValue();
            get("/webhooks/events/" + link.substring(link.lastIndexOf('/') + 1))
                    .statusCode(200)
                    .body("payload", hasKey("date"));
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> get("/webhooks")
                .body("[0].failures", equalTo(0), "[0].waiting", equalTo(0), "[0]", not(hasKey("secret"))));
    }

    @Test
    void aDepartmentIsToldOfNoHandoffThatIsNotItsOwnAndReadsNone() {
        get("/webhooks/handoffs").body("topic", hasItem(DETAILS));
        String id = subscribed().path("webhookId");
        post("EDUCATION", "/webhooks", wish(receiver.url(), DETAILS))
                .statusCode(422)
                .body("code", equalTo("webhook-topic-refused"));
        road.as("EDUCATION", COUNTY).get("/webhooks/" + id).then().statusCode(404);
        road.as("EDUCATION", COUNTY).get("/webhooks").then().body("$", hasSize(0));
        String event = handedOver();
        road.as("EDUCATION", COUNTY).get("/webhooks/events/" + event).then().statusCode(404);
        road.as("TOWNSHIP", "370404100")
                .get("/webhooks")
                .then()
                .statusCode(403)
                .body("code", equalTo("webhook-county-only"));
        road.takes(on("2023-10-16", balanced("2023-10-16", Insurance.PENSION, Fen.ofYuan(1))));
        assertTrue(receiver.calls.stream().allMatch(call -> call.body().contains(DETAILS)));
    }

    @Test
    void nothingIsSubscribedToAnAddressThatOnlyThisServiceReaches() {
        for (String url : List.of("ftp://10.0.0.1/x", "http://169.254.169.254/latest/meta-data", "nowhere")) {
            post(AGENCY, "/webhooks", wish(url, DETAILS))
                    .statusCode(422)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("webhook-url-refused"), "errors[0].field", equalTo("url"));
        }
        subscribed();
        post(AGENCY, "/webhooks", wish(receiver.url(), DETAILS)).statusCode(409);
    }

    @Test
    void theDeskShowsWhatWasToldAndWhatWaitsAndTellsItAgain() {
        String id = subscribed().path("webhookId");
        receiver.refuses(1, 500);
        String event = handedOver();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> page(AGENCY).body(containsString(DETAILS)).body(containsString(">told<")));
        page(AGENCY).body(containsString(receiver.url())).body(containsString(">well<"));
        int before = receiver.of(event).size();
        road.as(AGENCY, COUNTY)
                .redirects()
                .follow(false)
                .formParam("id", id)
                .formParam("event", event)
                .post("/desk/webhooks/again")
                .then()
                .statusCode(303);
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.of(event).size() > before);
        page("EDUCATION").body(not(containsString(receiver.url())));
        road.as("EDUCATION", COUNTY)
                .formParam("id", id)
                .post("/desk/webhooks/resume")
                .then()
                .statusCode(404);
        road.as("AUDIT_BUREAU", COUNTY)
                .formParam("id", id)
                .post("/desk/webhooks/resume")
                .then()
                .statusCode(403);
        road.as("TOWNSHIP", "370404100").get("/desk/webhooks").then().statusCode(403);
        given().get("/q/metrics").then().body(containsString("liangxian_webhook_waiting"));
    }

    private ValidatableResponse page(String department) {
        return road.as(department, COUNTY)
                .cookie("language", "en")
                .get("/desk/webhooks")
                .then()
                .statusCode(200);
    }

    @Test
    void aNewSecretSignsBesideTheFormerOne() {
        ValidatableResponse subscribed = subscribed().then();
        String id = subscribed.extract().path("webhookId");
        String former = subscribed.extract().path("secret");
        String secret = post(AGENCY, "/webhooks/" + id + "/secret", null)
                .statusCode(200)
                .extract()
                .path("secret");
        String event = handedOver();
        await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.of(event).isEmpty());
        Receiver.Call call = receiver.of(event).get(0);
        assertFalse(road.database().contains(secret), "nobody who reads the database can sign");
        assertTrue(call.isSignedWith(secret) && call.isSignedWith(former) && !secret.equals(former));
    }

    @Test
    void whatFailsForLongIsDisabledForAllToSeeAndTellsAgainWhenItIsResumed() {
        String id = subscribed().path("webhookId");
        receiver.refuses(Integer.MAX_VALUE, 500);
        String left = handedOver();
        String behind = handedOver();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/webhooks/" + id).body("givenUp", equalTo(2)));
        get("/webhooks/" + id + "/deliveries?state=GIVEN_UP")
                .body("deliveries.eventId", equalTo(List.of(behind, left)))
                .body("deliveries.lastAnswer", equalTo(List.of("500", "500")));
        jdbi.useHandle(h -> h.execute("update webhook set failing_since = now() - interval '6 days'"));
        String last = handedOver();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("/webhooks/" + id)
                .body("disabled", equalTo(true), "lastFailure", equalTo("500"), "waiting", equalTo(1)));
        receiver.refuses(0, 500);
        post(AGENCY, "/webhooks/" + id + "/resumption", null).statusCode(200).body("disabled", equalTo(false));
        post(AGENCY, "/webhooks/" + id + "/deliveries/" + left + "/again", null).statusCode(204);
        post(AGENCY, "/webhooks/" + id + "/deliveries/unknown/again", null).statusCode(404);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertTrue(receiver.of(last).stream().anyMatch(call -> call.answered() == 204));
            assertTrue(receiver.of(left).stream().anyMatch(call -> call.answered() == 204));
        });
        road.as(AGENCY, COUNTY).delete("/webhooks/" + id).then().statusCode(204);
        get("/webhooks").body("$", hasSize(0));
    }

    @Test
    void aReceiverThatSaysItIsGoneIsLeftAlone() {
        String id = subscribed().path("webhookId");
        receiver.refuses(1, 410);
        handedOver();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("/webhooks/" + id)
                .body("disabled", equalTo(true), "lastFailure", equalTo("410")));
    }

    /** Details of a day passed to the agency; the id of the event. */
    private String handedOver() {
        Received<Handoff> event =
                on("2023-10-16", details("hook-" + ++number, "2023-10-16", Insurance.PENSION, "person-" + number));
        road.takes(event);
        return event.envelope().id();
    }

    private io.restassured.response.Response subscribed() {
        return post(AGENCY, "/webhooks", wish(receiver.url(), DETAILS))
                .statusCode(200)
                .extract()
                .response();
    }

    private static Map<String, Object> wish(String url, String topic) {
        return Map.of("url", url, "topics", List.of(topic));
    }

    private ValidatableResponse get(String path) {
        return road.as(AGENCY, COUNTY).get(path).then();
    }

    private ValidatableResponse post(String department, String path, Object body) {
        var request = road.as(department, COUNTY).contentType(ContentType.JSON);
        return (body == null ? request : request.body(body)).post(path).then();
    }
}
