package cn.liangxian.audit.publication;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.provided;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.audit.Road;
import cn.liangxian.audit.objection.ObjectionState;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The publication stage as audit sees it; the tests follow the calendar. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationTest {

    private static final String SECOND = "370404002";
    private static final String THIRD = "370404100";
    private static final String ORDERED = "audit-publication-ordered:";
    private static final String EVIDENCED = "audit-publication-evidenced:";
    private static String unwilling;
    private static String mistaken;

    @Inject
    Road road;

    @Test
    @Order(1)
    @Clause({"yicheng-2024/四(五)", "bachu-2022/第四十三条(1)"})
    void aRosterOnTheDayAfterTheCampaignIsOnTimeAndOneADayLaterIsLate() {
        road.begins();
        road.opens("2023-12-21");
        road.takes(on("2023-12-21", provided("p-1", TOWNSHIP, 1, null)));
        road.takes(on("2023-12-21", provided("t-1", THIRD, 1, null)));
        road.opens("2023-12-22");
        road.takes(on("2023-12-22", provided("s-1", SECOND, 1, null)));
        road.stands("collection-payment-roster-provided:" + TOWNSHIP, "MET_ON_TIME");
        road.stands("collection-payment-roster-provided:" + SECOND, "MET_LATE");
        road.stands(ORDERED + TOWNSHIP, "MET_ON_TIME");
        road.stands(ORDERED + SECOND, "MET_LATE");
        assertEquals("MISSED", road.standing(ORDERED + "370404101"));
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/publications")
                .then()
                .body("", hasSize(1))
                .body("[0].from", equalTo("2023-12-21"))
                .body("[0].until", equalTo("2024-01-20"))
                .body("[0].version", equalTo(1))
                .body("[0].people", equalTo(5));
        road.as("TAX", "370404").get("/publications?limit=2").then().body("publicationId", hasSize(2));
        road.as("TAX", "370404")
                .get("/publications?limit=2&after=t-1")
                .then()
                .body("publicationId", equalTo(List.of("s-1")));
    }

    @Test
    @Order(2)
    @Clause("yicheng-2024/六(三)")
    void evidenceIsAPictureThatIsKeptWithWhoWhenAndWhereAndNotTakenAheadOfTime() throws IOException {
        road.files("s-1", TOWNSHIP, "2023-12-22").statusCode(404);
        road.files("s-1", SECOND, "2023-12-23").statusCode(422).body("code", equalTo("published-in-future"));
        road.files("s-1", SECOND, "2023-12-21").statusCode(422).body("code", equalTo("published-before-order"));
        road.files("s-1", SECOND, "2023-12-22", "no picture".getBytes(UTF_8))
                .statusCode(422)
                .body("code", equalTo("evidence-not-an-image"));
        road.files("s-1", SECOND, "2023-12-22", new byte[(int) Evidence.LARGEST + 1])
                .statusCode(413)
                .body("code", equalTo("evidence-too-large"));
        String digest = road.files("s-1", SECOND, "2023-12-22")
                .statusCode(200)
                .extract()
                .path("evidenceDigest");
        road.files("s-1", SECOND, "2023-12-22").statusCode(200);
        road.as("TAX", "370404")
                .get("/publications/s-1/evidence")
                .then()
                .body("", hasSize(1))
                .body("[0].filedBy", equalTo("township-" + SECOND))
                .body("[0].place", equalTo("村务公开栏"))
                .body("[0].filedOn", equalTo("2023-12-22"));
        byte[] kept = road.as("TAX", "370404")
                .get("/publications/s-1/evidence/" + digest)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertFalse(kept.length == 0);
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/publications/s-1/evidence/" + digest)
                .then()
                .statusCode(404);
        road.stands(EVIDENCED + SECOND, "MET_ON_TIME");
    }

    @Test
    @Order(3)
    void thePageShowsWhatHangsAndWhatDoesNotYetEachToItsOwnArea() {
        page("TAX", "370404", "zh")
                .body(containsString("已公示"), containsString("待公示"), containsString("村务公开栏 2023-12-22"))
                .body(not(containsString("mark late")));
        page("TOWNSHIP", TOWNSHIP, "zh").body(containsString("待公示"), not(containsString("mark done")));
        page("VILLAGE", SECOND + "001", "en").body(containsString("<span class=\"mark done\">put up</span>"));
        String link = page("TOWNSHIP", SECOND, "zh")
                .extract()
                .asString()
                .replaceAll("(?s).*href=\"(/desk/publications/picture[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        road.as("TOWNSHIP", SECOND).get(link).then().statusCode(200).contentType("image/png");
        road.as("TOWNSHIP", TOWNSHIP).get(link).then().statusCode(404);
        road.as("TREASURY", "370404").get("/desk/publications").then().statusCode(403);
    }

    @Test
    @Order(3)
    @Clause("yicheng-2024/六(三)")
    void aTownshipFilesItsPictureAtTheDeskAndNobodyElseIsOfferedTheForm() {
        String form = "action=\"/desk/publications/evidence\"";
        page("TAX", "370404", "zh").body(not(containsString(form)));
        page("TOWNSHIP", SECOND, "zh").body(containsString(form), containsString("公示栏张贴"));
        filesAtTheDesk("TAX", "370404", "s-1", "2023-12-22").statusCode(403);
        filesAtTheDesk("TOWNSHIP", TOWNSHIP, "s-1", "2023-12-22").statusCode(404);
        filesAtTheDesk("TOWNSHIP", SECOND, "s-1", "2023-12-21").statusCode(422).body(containsString("公示日期早于清册提供日"));
        filesAtTheDesk("TOWNSHIP", SECOND, "s-1", "2023-12-22").statusCode(303);
        page("TOWNSHIP", SECOND, "zh").body(containsString("镇政府门口 2023-12-22"));
    }

    private ValidatableResponse filesAtTheDesk(String department, String area, String publication, String on) {
        return road.as(department, area)
                .accept("text/html")
                .redirects()
                .follow(false)
                .multiPart("id", publication)
                .multiPart("publishedOn", on)
                .multiPart(new MultiPartSpecBuilder("镇政府门口")
                        .controlName("place")
                        .charset(UTF_8)
                        .build())
                .multiPart("way", "NOTICE_BOARD")
                .multiPart("file", "board.pdf", "%PDF-1.7 of the board".getBytes(UTF_8))
                .post("/desk/publications/evidence")
                .then();
    }

    private ValidatableResponse page(String department, String area, String language) {
        return road.as(department, area)
                .cookie("language", language)
                .get("/desk/publications")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(3)
    @Clause("yicheng-2024/四(五)-b")
    void anObjectionNamesALineOrAReceiptAndNobody() {
        objects(TOWNSHIP, "p-1", "LISTED_NOT_PAID", null, null).statusCode(422).body("code", equalTo("line-missing"));
        objects(TOWNSHIP, "p-1", "LISTED_NOT_PAID", 10, null).statusCode(422).body("code", equalTo("no-such-line"));
        objects(TOWNSHIP, "p-1", "PAID_NOT_LISTED", null, null)
                .statusCode(422)
                .body("code", equalTo("receipt-missing"));
        objects(SECOND, "p-1", "LISTED_NOT_PAID", 3, null).statusCode(404);
        road.posts("TAX", "370404", "/objections", complaint("p-1", "LISTED_NOT_PAID", 3, null))
                .statusCode(403);
        unwilling = objects(TOWNSHIP, "p-1", "AGAINST_PUBLICATION", 2, null)
                .statusCode(201)
                .extract()
                .path("objectionId");
        mistaken = objects(TOWNSHIP, "p-1", "PAID_NOT_LISTED", null, "V-1")
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("waitsFor", equalTo("TOWNSHIP"))
                .body("until", equalTo("2023-12-29"))
                .extract()
                .path("objectionId");
        road.as("TOWNSHIP", SECOND).get("/objections/" + mistaken).then().statusCode(404);
        indexed("audit-publication-objected-v1", mistaken);
    }

    @Test
    @Order(4)
    @Clause("yicheng-2024/四(五)-b")
    void whoDoesNotWantToBePublishedIsAnsweredWithTheNotice() {
        reject(unwilling, "LINE_IS_RIGHT").statusCode(422).body("code", equalTo("ground-unfit"));
        reject(mistaken, "PUBLICATION_ORDERED").statusCode(422).body("code", equalTo("ground-unfit"));
        reject(unwilling, "PUBLICATION_ORDERED")
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("waitsFor", nullValue());
        reject(unwilling, "PUBLICATION_ORDERED").statusCode(409).body("code", equalTo("objection-answered"));
        road.stands("audit-publication-answered:" + TOWNSHIP + ":" + unwilling + ":p-1", "MET_ON_TIME");
    }

    @Test
    @Order(5)
    @Clause("yicheng-2024/四(五)-b")
    void aJustObjectionIsAnsweredByACorrectedPublicationWithItsPayment() {
        road.posts("TOWNSHIP", TOWNSHIP, "/objections/" + mistaken + "/passing-on", null)
                .statusCode(200)
                .body("state", equalTo("WITH_TAX"))
                .body("waitsFor", equalTo("TAX"));
        road.opens("2023-12-29");
        road.takes(
                on("2023-12-29", provided("p-2", TOWNSHIP, 2, new RosterCorrection(mistaken, null, 10, "pay", null))));
        road.stands("audit-publication-answered:" + TOWNSHIP + ":" + mistaken + ":p-1", "MET_ON_TIME");
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/objections/" + mistaken)
                .then()
                .body("state", equalTo("CORRECTED"))
                .body("correctedBy", equalTo("p-2"))
                .body("paymentId", equalTo("pay"));
        road.as("TOWNSHIP", TOWNSHIP).get("/publications/p-1").then().body("replacedBy", equalTo("p-2"));
        objects(TOWNSHIP, "p-1", "LISTED_NOT_PAID", 3, null)
                .statusCode(409)
                .body("code", equalTo("publication-replaced"));
        indexed("audit-publication-answered-v1", mistaken);
    }

    @Test
    @Order(5)
    @Clause("yicheng-2024/四(五)-b")
    void anObjectionIsTakenAtTheCounterAndAnsweredAtTheDesksOfTownshipAndTax() {
        road.page("TOWNSHIP", SECOND, "/desk/objections/new", "zh").body(containsString("信息有误"));
        road.as("TAX", "370404").get("/desk/objections/new").then().statusCode(403);
        String wrong = "DETAILS_WRONG";
        atDesk("TOWNSHIP", "", Map.of("publication", "s-1", "kind", wrong))
                .statusCode(422)
                .body(containsString("须填写公示序号"));
        atDesk("TOWNSHIP", "", Map.of("publication", "p-1", "kind", wrong, "line", "1"))
                .statusCode(404);
        atDesk("TAX", "", Map.of("publication", "s-1", "kind", wrong, "line", "1"))
                .statusCode(403);
        atDesk("TOWNSHIP", "", Map.of("publication", "s-1", "kind", wrong, "line", "one"))
                .statusCode(400);
        atDesk("TOWNSHIP", "", Map.of("publication", "s-1", "kind", wrong, "line", "1"))
                .statusCode(303)
                .header("Location", endsWith("/desk/objections"));
        String id = received();
        String drawer = "/desk/objections/one?id=" + id;
        road.page("TOWNSHIP", SECOND, drawer, "zh").body(containsString("转税务核实"), not(containsString("文件要求公示")));
        road.as("TOWNSHIP", TOWNSHIP).get(drawer).then().statusCode(404);
        Map<String, String> rejection = Map.of("id", id, "action", "REJECTED", "ground", "LINE_IS_RIGHT");
        road.page("TAX", "370404", drawer, "zh").body(not(containsString("value=\"REJECTED\"")));
        atDesk("TAX", "/step", rejection).statusCode(409).body(containsString("该异议由其他单位答复"));
        atDesk("TOWNSHIP", "/step", Map.of("id", id, "action", "PASSED_ON")).statusCode(303);
        road.page("TOWNSHIP", SECOND, drawer, "zh").body(not(containsString("value=\"REJECTED\"")));
        atDesk("TOWNSHIP", "/step", rejection).statusCode(409);
        road.posts("TOWNSHIP", SECOND, "/objections/" + id + "/rejection", Map.of("ground", "LINE_IS_RIGHT"))
                .statusCode(409)
                .body("code", equalTo("objection-waits-on-other"));
        atDesk("TOWNSHIP", "/step", Map.of("id", id, "action", "CORRECTED")).statusCode(400);
        atDesk("TAX", "/step", Map.of("id", id, "action", "PASSED_ON")).statusCode(403);
        atDesk("TAX", "/step", Map.of("id", id, "action", "REJECTED")).statusCode(400);
        atDesk("TAX", "/step", Map.of("id", id, "action", "REJECTED", "ground", "PUBLICATION_ORDERED"))
                .statusCode(422)
                .body(containsString("答复理由与异议不符"));
        road.page("TAX", "370404", drawer, "zh").body(containsString("待税务核实"), not(containsString("缴费人撤回")));
        atDesk("TAX", "/step", rejection).statusCode(303);
        road.page("TOWNSHIP", SECOND, drawer, "zh").body(containsString("已驳回"), not(containsString("name=\"action\"")));
        road.page("TAX", "370404", "/desk/objections?state=REJECTED", "en")
                .body(containsString(id), containsString("Details wrong"), not(containsString("信息有误")));
        road.as("EDUCATION", "370404").get("/desk/objections").then().statusCode(403);
        road.as("TAX", "370404").get("/desk/objections?state=NONE").then().statusCode(400);

        atDesk("TOWNSHIP", "", Map.of("publication", "s-1", "kind", wrong, "line", "1"))
                .statusCode(303);
        atDesk("TOWNSHIP", "/step", Map.of("id", received(), "action", "TAKEN_BACK"))
                .statusCode(303);
        road.as("TOWNSHIP", SECOND).get("/objections?state=RECEIVED").then().body("objections", hasSize(0));
    }

    private String received() {
        return road.as("TOWNSHIP", SECOND).get("/objections?state=RECEIVED").path("objections[0].objectionId");
    }

    private ValidatableResponse atDesk(String department, String form, Map<String, String> fields) {
        String area = department.equals("TOWNSHIP") ? SECOND : "370404";
        return road.sends(department, area, "/desk/objections" + form, fields);
    }

    @Test
    @Order(6)
    @Clause({"yicheng-2024/四(五)-b", "yicheng-2024/六(三)"})
    void onTheLastDayOfTheStageObjectionsAreTakenAndEvidenceIsOnTimeAndOnTheNextNeitherIs() throws IOException {
        road.opens("2024-01-20");
        objects(TOWNSHIP, "p-2", "DETAILS_WRONG", 1, null).statusCode(201);
        road.files("p-2", TOWNSHIP, "2024-01-20").statusCode(200);
        road.stands(EVIDENCED + TOWNSHIP, "MET_ON_TIME");
        road.opens("2024-01-21");
        objects(TOWNSHIP, "p-2", "DETAILS_WRONG", 1, null).statusCode(409).body("code", equalTo("not-published-now"));
        assertEquals("MISSED", road.standing(EVIDENCED + THIRD));
        road.files("t-1", THIRD, "2024-01-20").statusCode(200).body("publishedInTime", equalTo(true));
        road.stands(EVIDENCED + THIRD, "MET_LATE");
        road.takes(on("2024-01-21", provided("u-1", "370404104", 1, null)));
        road.files("u-1", "370404104", "2024-01-21").statusCode(200).body("publishedInTime", equalTo(false));
        road.stands(EVIDENCED + "370404104", "MET_LATE");
    }

    @Test
    @Order(7)
    @Clause("yicheng-2024/四(五)-b")
    void anObjectionThatNobodyAnswersWithinThePeriodIsMissed() {
        String open = road.as("TOWNSHIP", TOWNSHIP)
                .get("/objections?state=RECEIVED")
                .then()
                .body("objections", hasSize(1))
                .body("objections[0].until", equalTo("2024-01-26"))
                .extract()
                .path("objections[0].objectionId");
        String obligation = "audit-publication-answered:" + TOWNSHIP + ":" + open + ":p-2";
        road.opens("2024-01-26");
        assertEquals("DUE_SOON", road.standing(obligation));
        road.opens("2024-01-27");
        assertEquals("MISSED", road.standing(obligation));
        reject(open, "LINE_IS_RIGHT").statusCode(200);
        road.stands(obligation, "MET_LATE");
    }

    @Test
    void everyStateOfAnObjectionStandsInItsTable() {
        for (ObjectionState state : ObjectionState.values()) {
            assertEquals(true, ObjectionState.table().containsKey(state), state.name());
        }
    }

    private void indexed(String topic, String subject) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> road.as("AUDIT_BUREAU", "370404")
                .get("/events?topic=" + topic + "&subject=" + subject)
                .then()
                .body("events", hasSize(1)));
    }

    private ValidatableResponse reject(String objection, String ground) {
        return road.posts("TOWNSHIP", TOWNSHIP, "/objections/" + objection + "/rejection", Map.of("ground", ground));
    }

    private ValidatableResponse objects(
            String township, String publication, String kind, Integer line, String voucher) {
        return road.posts("TOWNSHIP", township, "/objections", complaint(publication, kind, line, voucher));
    }

    private static Map<String, Object> complaint(String publication, String kind, Integer line, String voucher) {
        Map<String, Object> body = new HashMap<>();
        body.put("publicationId", publication);
        body.put("kind", kind);
        body.put("line", line);
        body.put("channel", voucher == null ? null : "WECHAT");
        body.put("voucher", voucher);
        return body;
    }
}
