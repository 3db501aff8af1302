package cn.liangxian.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RestTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aTokenOfTheRealmIsAccepted() {
        as(TestRealm.token("TAX", "370404")).get("/notes?area=370404001").then().statusCode(200);
    }

    @Test
    void aForgedExpiredForeignUnsignedOrAlteredTokenIsNotAuthenticated() {
        for (String token : new String[] {
            TestRealm.forged("TAX", "370404"),
            TestRealm.expired("TAX", "370404"),
            TestRealm.ofOtherAudience("TAX", "370404"),
            TestRealm.unsigned("TAX", "370404"),
            TestRealm.altered("TAX", "370404"),
            "rubbish"
        }) {
            as(token).get("/notes?area=370404001").then().statusCode(401);
        }
        given().get("/notes?area=370404001").then().statusCode(401);
        given().get("/nowhere").then().statusCode(401);
    }

    @Test
    void anotherDepartmentIsForbiddenAndAnotherAreaDoesNotExist() {
        as(TestRealm.token("FINANCE", "370404"))
                .get("/notes?area=370404001")
                .then()
                .statusCode(403)
                .contentType(ProblemDetails.MEDIA_TYPE)
                .body("code", equalTo("forbidden"))
                .body("title", equalTo("无权办理"))
                .body("titleEn", notNullValue());
        as(TestRealm.token("TOWNSHIP", "370404001"))
                .get("/notes?area=370404002")
                .then()
                .statusCode(404);
        as(TestRealm.token("TAX", "653130")).get("/notes?area=370404001").then().statusCode(404);
        as(TestRealm.token("TOWNSHIP", "370404001"))
                .get("/notes?area=370404001003")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherCountyIsToldNothingWhateverItAsks() {
        for (String path : List.of("/notes?area=653130001", "/notes/of/653130", "/notes/county", "/status")) {
            as(TestRealm.token("TAX", "653130"))
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        as(TestRealm.token("TAX", "3704")).get("/notes/county").then().statusCode(200);
        as(TestRealm.token("BANK", "ICBC")).get("/notes/of/ICBC").then().statusCode(200);
    }

    @Test
    void anOfficeOfATownshipDoesNotActForTheCounty() {
        as(TestRealm.token("MEDICAL_INSURANCE", "370404"))
                .get("/notes/county")
                .then()
                .statusCode(200);
        as(TestRealm.token("MEDICAL_INSURANCE", "370404001"))
                .get("/notes/county")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void whoAskedInVainStandsInTheLogWhetherItWasRefusedOrNotFoundAndWithoutItsQuery() {
        List<String> said = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord message) {
                said.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(LoggingRefusals.class.getName());
        log.addHandler(listening);
        try {
            as(TestRealm.token("TOWNSHIP", "370404001"))
                    .get("/notes?area=370404001003")
                    .then()
                    .statusCode(200);
            given().get("/notes?area=370404001003").then().statusCode(401);
            assertEquals(List.of(), said);
            as(TestRealm.token("TOWNSHIP", "370404001"))
                    .get("/notes?area=370404002")
                    .then()
                    .statusCode(404);
            as(TestRealm.token("TOWNSHIP", "370404001"))
                    .get("/notes/of/370404002?name=x")
                    .then()
                    .statusCode(404);
            as(TestRealm.token("FINANCE", "370404"))
                    .get("/notes?area=370404001")
                    .then()
                    .statusCode(403);
            as(TestRealm.token("", "")).get("/notes/county").then().statusCode(403);
            as(TestRealm.token("TAX", "370404")).get("/nowhere").then().statusCode(404);
        } finally {
            log.removeHandler(listening);
        }
        assertEquals(
                List.of(
                        "404 to township-370404001 (department TOWNSHIP, area 370404001): GET /notes",
                        "404 to township-370404001 (department TOWNSHIP, area 370404001): GET /notes/of/370404002",
                        "403 to finance-370404 (department FINANCE, area 370404): GET /notes",
                        "403 to - (department , area ): GET /notes/county",
                        "404 to tax-370404 (department TAX, area 370404): GET /nowhere"),
                said);
    }

    @Test
    void whoeverBelongsToNoDepartmentIsForbiddenBeforeTheRequestIsLookedAt() {
        as(TestRealm.token("", "")).get("/notes?area=370404001").then().statusCode(403);
        as(TestRealm.token("", ""))
                .contentType(ContentType.JSON)
                .body("{")
                .post("/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void whatTheBrokerDoesNotTakeIsNotSaidToHaveBeenSentAgain() {
        jdbi.useHandle(h -> h.execute(
                """
                insert into dead_letter (event_id, topic, record_key, headers, payload, reason, waits, state)
                values ('e1', 'too-large', 'k1', '{}', ?, 'cannot be worked', false, 'PARKED')""",
                new byte[2_000_000]));
        as(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .body("{\"topic\":\"too-large\",\"key\":\"k1\"}")
                .post("/dead-letters/resend")
                .then()
                .statusCode(503)
                .body("code", equalTo("temporarily-unavailable"), "detail", notNullValue());
        as(TestRealm.token("TAX", "370404")).get("/dead-letters").then().body("eventId", equalTo(List.of("e1")));
    }

    @Test
    void moneyIsDescribedAsTheNumberThatItIs() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Fen.type", equalTo("integer"));
    }

    @Test
    void theSameRequestUnderTheSameKeyIsWorkedOnceEvenAtTheSameTime() throws Exception {
        String key = UUID.randomUUID().toString();
        long before = count();
        Callable<Integer> post =
                () -> write(key, "{\"text\":\"once\",\"amount\":38000}").path("id");
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> post).toList());
            int first = answers.get(0).get();
            for (var answer : answers) {
                assertEquals(first, answer.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(before + 1, count());
        write(key, "{\"text\":\"once\",\"amount\":38000}").then().body("amount", equalTo(38000));
        write(key, "{\"text\":\"another\",\"amount\":38000}")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aRefusedRequestLeavesNothingAndCanBeCorrectedUnderItsKey() {
        String key = UUID.randomUUID().toString();
        long before = count();
        write(key, "{\"text\":\"refuse\",\"amount\":1}")
                .then()
                .statusCode(400)
                .body("detail", equalTo("已拒绝"), "detailEn", equalTo("refused"))
                .body("errors[0].message", equalTo("不是这一条"), "errors[0].messageEn", equalTo("not this one"))
                .body("errors[0].row", equalTo(1))
                .body("errors[0].field", equalTo("text"));
        assertEquals(before, count());
        write(key, "{\"text\":\"corrected\",\"amount\":1}").then().statusCode(200);
    }

    @Test
    void whatIsWrongInAListIsNamedByRowAndField() {
        several("[{\"text\":\"a\"},{\"text\":\"\"}]")
                .body("errors[0].row", equalTo(2), "errors[0].field", equalTo("text"));
        several("[{\"text\":\"a\"},null]").body("errors[0].row", equalTo(2), "errors[0].field", equalTo("notes"));
        several("[{\"text\":\"a\"},{\"text\":\"b\"},{\"text\":\"c\",\"amount\":0.5}]")
                .body("errors[0].row", equalTo(3), "errors[0].field", equalTo("notes.amount"));
        several("[]").body("errors[0].row", nullValue(), "errors[0].field", equalTo("notes"));
    }

    @Test
    void nobodyIsShownARegularExpression() {
        several("[{\"text\":\"a\",\"village\":\"37\"}]")
                .body("errors[0].message", equalTo("须为12位数字"), "errors[0].messageEn", equalTo("must be 12 digits"));
        several("[{\"text\":\"a\",\"number\":\"37\"}]")
                .body("errors[0].message", equalTo("格式不正确"))
                .body("errors[0].messageEn", equalTo("not in the form asked for"));
    }

    private static ValidatableResponse several(String notes) {
        return given().auth()
                .oauth2(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .body("{\"notes\":" + notes + "}")
                .post("/notes/several")
                .then()
                .statusCode(400);
    }

    @Test
    void bodiesThatAreNotWhatTheyShouldBeNameTheField() {
        String key = UUID.randomUUID().toString();
        write(key, "{\"text\":\"half a fen\",\"amount\":0.5}")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"))
                .body("errors[0].field", equalTo("amount"));
        write(key, "{\"txt\":\"x\"}").then().statusCode(400).body("errors[0].field", equalTo("txt"));
        write(key, "{\"text\":\"\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"))
                .body("errors[0].message", equalTo("必填"), "errors[0].messageEn", equalTo("must be filled in"));
        write(key, "{\"text\":\"" + "x".repeat(41) + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("长度或项数须为0至40"))
                .body("errors[0].messageEn", equalTo("must be 0 to 40 long"));
        write(key, "{").then().statusCode(400).body("code", equalTo("malformed-request"));
        given().auth()
                .oauth2(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"x\"}")
                .post("/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void statusAndHealthNeedNoTokenAndNamePositions() {
        given().get("/status")
                .then()
                .statusCode(200)
                .body("service", equalTo("rest-test"))
                .body("inbox", equalTo(true));
        given().get("/q/health/live").then().statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private io.restassured.response.Response write(String key, String body) {
        return as(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/notes");
    }

    private long count() {
        return jdbi.withHandle(h ->
                h.createQuery("select count(*) from note").mapTo(Long.class).one());
    }

    @Test
    void aRequestOfMoreThanSixteenMegabytesIsRefusedUnreadAndTheScanOfALedgerIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head =
                    "POST /notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                            + TestRealm.token("TAX", "370404") + "\r\nIdempotency-Key: large\r\nContent-Length: ";
            socket.getOutputStream().write((head + ((16 << 20) + 1) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertTrue(status.startsWith("HTTP/1.1 413"), status);
        }
        given().auth()
                .oauth2(TestRealm.token("TAX", "370404"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "a scan of eight mebibytes")
                .body("{\"text\":\"" + "A".repeat(11_184_812) + "\",\"amount\":1}")
                .post("/notes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
    }
}
