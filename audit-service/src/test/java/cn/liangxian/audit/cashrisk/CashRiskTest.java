package cn.liangxian.audit.cashrisk;

import static cn.liangxian.audit.register.Stimuli.inFull;
import static cn.liangxian.audit.register.Stimuli.on;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.CashEntry;
import cn.liangxian.collection.CollectionHandoff.CashRemitted;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.messaging.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Suspects of cash payment, from the screen to the decision of discipline inspection; the tests follow the calendar. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CashRiskTest extends CashRiskPages {

    @Test
    @Order(10)
    @Clause({"bachu-2022/第四十二条(1)", "bachu-2022/第四十一条(2)"})
    void everyScreenIsNamedAndExplainedWithItsQuery() {
        road.as("TAX", COUNTY)
                .get("/cash-risk/screens")
                .then()
                .body(
                        "name",
                        equalTo(List.of(
                                "pos-refunded",
                                "pos-more-than-owed",
                                "cash-refused",
                                "cash-not-paid",
                                "cash-more-than-paid",
                                "collected-early")))
                .body(
                        "breach",
                        equalTo(List.of(
                                "POS_CASH_OUT",
                                "TAKEN_MORE",
                                "NOT_REMITTED",
                                "CASH_NOT_PAID",
                                "TAKEN_MORE",
                                "COLLECTED_EARLY")))
                .body(
                        "clause",
                        equalTo(List.of(
                                "bachu-2022/第四十一条(2)",
                                "bachu-2022/第四十一条(2)",
                                "bachu-2022/第三十条(7)",
                                "bachu-2022/第四十一条(2)",
                                "bachu-2022/第四十一条(2)",
                                "bachu-2022/第四十一条(4)")))
                .body("evidence[0]", containsString("collection-refund-listed-v1"))
                .body("seeks[0]", containsString("30d after"));
        road.as("VILLAGE", TOWNSHIP + "001").get("/cash-risk/screens").then().statusCode(403);
    }

    @Test
    @Order(10)
    void theRulesOfTheAuditBureauBearNoClauseInACountyWhosePolicyHasNone() {
        road.as("AUDIT_BUREAU", COUNTY).get("/supervision/rules").then().body("clause", everyItem(nullValue()));
    }

    @Test
    @Order(20)
    @Clause({"bachu-2022/第四十二条(1)", "bachu-2022/第四十二条(2)", "bachu-2022/第四十一条(2)", "bachu-2022/第四十一条(4)"})
    void onItsDaysTheScreensPushToEachTownshipWhatIsNewAndNothingTwice() {
        road.begins();
        road.opens("2024-01-06");
        road.takes(
                paid("out", "POS", TOWNSHIP, "2023-11-01"),
                back("out", "2023-12-01"),
                paid("late", "POS", TOWNSHIP, "2023-11-01"),
                back("late", "2023-12-02"),
                paid("wechat", "WECHAT", TOWNSHIP, "2023-11-01"),
                back("wechat", "2023-11-02"),
                paid("early", "COUNTER", SECOND, "2023-08-31"),
                paid("first-day", "COUNTER", SECOND, "2023-09-01"),
                on("2023-11-02", surplus("twice", "POS")),
                on("2023-11-02", surplus("twice-online", "WECHAT")),
                on("2023-11-02", cash("r-1", 1)),
                on("2023-11-02", cash("r-2", 0)));
        takesAndPaysIn("paid-in-whole", 380);
        takesAndPaysIn("paid-in-less", 400);
        road.opens("2024-01-07");
        pushes(COUNTY).body("pushes", hasSize(0));
        road.opens("2024-01-08");
        pushes(COUNTY).body("pushes.township", equalTo(List.of(TOWNSHIP, SECOND)));
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/cash-risk/pushes/" + push(TOWNSHIP) + "/suspects")
                .then()
                .body(
                        "screen",
                        equalTo(List.of("pos-refunded", "pos-more-than-owed", "cash-refused", "cash-more-than-paid")))
                .body("evidence[0]", hasSize(2))
                .body("evidence[3]", hasSize(2))
                .body("amount[3]", equalTo(2_000))
                .body("village[0]", equalTo(TOWNSHIP + "001"))
                .body("result", everyItem(nullValue()));
        String suspects = "/cash-risk/pushes/" + push(TOWNSHIP) + "/suspects?limit=2";
        String second = road.as("TAX", COUNTY).get(suspects).path("[1].suspectId");
        road.as("TAX", COUNTY)
                .get(suspects + "&after=" + second)
                .then()
                .body("screen", equalTo(List.of("cash-refused", "cash-more-than-paid")));
        road.as("TOWNSHIP", SECOND)
                .get("/cash-risk/pushes/" + push(SECOND) + "/suspects")
                .then()
                .body("screen", equalTo(List.of("collected-early")));
        road.opens("2024-01-15");
        pushes(COUNTY).body("pushes", hasSize(2));
    }

    @Test
    @Order(30)
    @Clause("bachu-2022/第四十二条(3)")
    void aTownshipReportsOnEverySuspectWithinFifteenDays() {
        String push = push(TOWNSHIP);
        String path = "/cash-risk/pushes/" + push + "/self-check";
        List<String> suspects = road.as("TOWNSHIP", TOWNSHIP)
                .get("/cash-risk/pushes/" + push + "/suspects")
                .path("suspectId");
        Map<String, String> results = new TreeMap<>();
        suspects.forEach(suspect -> results.put(suspect, "IN_ORDER"));
        road.posts("TOWNSHIP", SECOND, path, report(results)).statusCode(404);
        road.posts("TAX", COUNTY, path, report(results)).statusCode(403);
        road.posts("TOWNSHIP", TOWNSHIP, path, report(Map.of(suspects.get(0), "IN_ORDER")))
                .statusCode(422)
                .body("code", equalTo("not-every-suspect"));
        results.put(suspects.get(0), "CORRECTED");
        road.opens("2024-01-23");
        road.posts("TOWNSHIP", TOWNSHIP, path, report(results))
                .statusCode(200)
                .body("inOrder", equalTo(3))
                .body("corrected", equalTo(1))
                .body("violations", equalTo(0));
        road.posts("TOWNSHIP", TOWNSHIP, path, report(results))
                .statusCode(409)
                .body("code", equalTo("self-check-reported-before"));
        road.stands("audit-self-check-reported:" + push, "MET_ON_TIME");
        tellsWhoReadsTheReport(path, path.replace(push, push(SECOND)));
        road.opens("2024-01-24");
        road.stands("audit-self-check-reported:" + push(SECOND), "MISSED");
        pushes(SECOND).body("pushes[0].until", equalTo("2024-01-23"));
    }

    @Test
    @Order(40)
    @Clause("bachu-2022/第四十二条(4)")
    void atLeastTenPercentOfEachTownshipIsDrawnFromASealedPopulationAndAnyoneCanDrawItAgain() throws Exception {
        road.opens("2024-02-19");
        road.as("TAX", COUNTY).get("/samples").then().body("", hasSize(0));
        road.opens("2024-02-20");
        road.as("DISCIPLINE", COUNTY)
                .get("/samples")
                .then()
                .body("strata[0].area", equalTo(List.of(TOWNSHIP, SECOND)))
                .body("strata[0].suspects", equalTo(List.of(4, 1)))
                .body("strata[0].sampled", equalTo(List.of(1, 1)))
                .body("seed[0]", nullValue());
        String sample = sample();
        road.as("TAX", COUNTY).get("/samples?after=" + sample).then().body("", hasSize(0));
        Map<String, String> seed = Map.of("seed", "03 08 17 24 25 33 + 04");
        road.posts("DISCIPLINE", COUNTY, "/samples/" + sample + "/draw", seed)
                .statusCode(409)
                .body("code", equalTo("seed-before-sealing"));
        road.opens("2024-02-21");
        road.posts("TAX", COUNTY, "/samples/" + sample + "/draw", seed).statusCode(403);
        road.posts("DISCIPLINE", COUNTY, "/samples/" + sample + "/draw", seed).statusCode(200);
        road.posts("DISCIPLINE", COUNTY, "/samples/" + sample + "/draw", Map.of("seed", "another"))
                .statusCode(409)
                .body("code", equalTo("sample-drawn"));
        List<String> told = new ArrayList<>();
        // anyone: without a token, and there is nothing in it that names a person
        told.add(given().get("/samples").path("[0].digest"));
        population(sample)
                .lines()
                .forEach(line -> assertTrue(line.matches("\\d{9},[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), line));
        given().get("/samples/none/population").then().statusCode(404);
        given().post("/samples/" + sample + "/draw").then().statusCode(401);
        told.addAll(drawn());
        assertEquals(told, redrawn(sample, seed.get("seed"), TOWNSHIP + "=1", SECOND + "=1"));
        road.stands("audit-sample-drawn:" + sample, "MET_ON_TIME");
    }

    @Test
    @Order(50)
    @Clause({"bachu-2022/第四十二条(5)", "bachu-2022/第四十二条(7)", "bachu-2022/第四十一条(5)"})
    void aViolationGoesToDisciplineAndAPerfunctoryCheckToTheDeputyLeader() {
        String checks = "/samples/" + sample() + "/checks";
        String wrong = drawn().get(0);
        String sloppy = drawn().get(1);
        road.posts("FINANCE", COUNTY, checks, outcome(wrong, "VIOLATION")).statusCode(403);
        road.posts("MEDICAL_INSURANCE", TOWNSHIP, checks, outcome(wrong, "IN_ORDER"))
                .statusCode(404);
        road.posts("TAX", COUNTY, checks, outcome("other", "VIOLATION")).statusCode(422);
        String violation = road.posts("MEDICAL_INSURANCE", COUNTY, checks, outcome(wrong, "VIOLATION"))
                .statusCode(200)
                .extract()
                .path("violationId");
        checkAtTheDesk("TAX", sample(), sloppy, "PERFUNCTORY");
        road.posts("TAX", COUNTY, checks, outcome(sloppy, "IN_ORDER")).statusCode(409);
        await().untilAsserted(() -> road.as("TAX", COUNTY)
                .get("/events?topic=audit-sample-checked-v1")
                .then()
                .body("events.payload.suspectId", equalTo(List.of(wrong, sloppy)))
                .body("events.payload.found", equalTo(List.of("VIOLATION", "PERFUNCTORY")))
                .body("events.payload.by", equalTo(List.of("MEDICAL_INSURANCE", "TAX"))));
        road.as("DISCIPLINE", COUNTY)
                .get("/violations")
                .then()
                .body("violations.origin", equalTo(List.of("SPOT_CHECK", "SPOT_CHECK")))
                .body("violations.answerable", equalTo(List.of("COLLECTOR", "TOWNSHIP_DEPUTY_LEADER")))
                .body("violations[0].decideUntil", equalTo("2024-04-03"))
                .body("violations[1].breach", equalTo("PERFUNCTORY_CHECK"));
        String path = "/violations/" + violation + "/decision";
        road.posts("TAX", COUNTY, path, Map.of("handling", "DISCIPLINED")).statusCode(403);
        road.posts("DISCIPLINE", COUNTY, path, Map.of("handling", "DISCIPLINED"))
                .statusCode(200)
                .body("decidedOn", equalTo("2024-02-21"));
        road.posts("DISCIPLINE", COUNTY, path, Map.of("handling", "UNFOUNDED"))
                .statusCode(409)
                .body("code", equalTo("violation-decided"));
        road.stands("audit-violation-decided:" + violation, "MET_ON_TIME");
    }

    @Test
    @Order(60)
    @Clause({"bachu-2022/第四十一条(3)", "bachu-2022/第四十一条(4)"})
    void aTownshipIsInspectedTwiceAYear() {
        road.posts("DISCIPLINE", COUNTY, "/inspections", inspection("370404001"))
                .statusCode(404);
        road.posts("TOWNSHIP", TOWNSHIP, "/inspections", inspection(TOWNSHIP)).statusCode(403);
        road.posts("MEDICAL_INSURANCE", TOWNSHIP, "/inspections", inspection(TOWNSHIP))
                .statusCode(404);
        road.posts("DISCIPLINE", COUNTY, "/inspections", inspection(TOWNSHIP))
                .statusCode(200)
                .body("number", equalTo(1));
        road.stands("audit-inspections-completed:" + TOWNSHIP + ":2024", "OPEN");
        road.opens("2024-02-22");
        road.posts("FINANCE", COUNTY, "/inspections", inspection(TOWNSHIP))
                .statusCode(200)
                .body("number", equalTo(2));
        road.stands("audit-inspections-completed:" + TOWNSHIP + ":2024", "MET_ON_TIME");
        road.stands("audit-inspections-completed:" + SECOND + ":2024", "OPEN");
        road.as("DISCIPLINE", COUNTY)
                .get("/violations")
                .then()
                .body("violations.origin", hasItems("INSPECTION", "SPOT_CHECK"));
    }

    /** Of so much cash the 380 yuan that were owed are paid in. */
    private void takesAndPaysIn(String name, int yuan) {
        CashEntry entry = new CashEntry(name, TOWNSHIP, LocalDate.of(2023, 11, 2), Fen.ofYuan(yuan));
        road.takes(on("2023-11-02", entry.taken()), on("2023-11-02", entry.settled(0)), on("2023-11-02", entry.paid()));
    }

    private List<String> redrawn(String sample, String seed, String... strata) throws IOException {
        Path population = Files.createTempFile("population", ".csv");
        Files.writeString(population, population(sample));
        List<String> command =
                new ArrayList<>(List.of("sh", "../deploy/docs/redraw-sample.sh", population.toString(), seed));
        command.addAll(List.of(strata));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes()).lines().toList();
    }

    private String population(String sample) {
        return given().get("/samples/" + sample + "/population").asString();
    }

    private String sample() {
        return road.as("TAX", COUNTY).get("/samples").path("[0].sampleId");
    }

    private List<String> drawn() {
        return road.as("TAX", COUNTY).get("/samples").path("[0].drawn");
    }

    private ValidatableResponse pushes(String area) {
        return road.as("TAX", area).get("/cash-risk/pushes").then().statusCode(200);
    }

    private String push(String township) {
        return pushes(township).extract().path("pushes[0].pushId");
    }

    private static Map<String, Object> report(Map<String, String> results) {
        return Map.of("results", results, "report", SIGNED);
    }

    private static Map<String, String> outcome(String suspect, String outcome) {
        return Map.of("suspectId", suspect, "outcome", outcome);
    }

    private static Map<String, Object> inspection(String township) {
        return Map.of(
                "township",
                township,
                "villages",
                List.of(township + "001"),
                "departments",
                List.of("DISCIPLINE", "TAX"),
                "found",
                List.of(Map.of("breach", "HELD", "answerable", "COLLECTOR")));
    }

    private static Received<Handoff> paid(String person, String channel, String township, String date) {
        return on(date, inFull(person, Insurance.MEDICAL, 380, channel, township, date));
    }

    private static Received<Handoff> back(String person, String date) {
        return on(
                date,
                new RefundListed(
                        "refund-" + person,
                        "payment-" + person,
                        "person-" + person,
                        Insurance.MEDICAL,
                        Fen.ofYuan(380),
                        "PAID_TWICE",
                        "POS",
                        "T-" + person,
                        LocalDate.parse(date),
                        null,
                        null,
                        null));
    }

    private static ContributionSurplus surplus(String id, String channel) {
        return new ContributionSurplus(
                id,
                "person-" + id,
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(380),
                "PAID_TWICE",
                channel,
                "voucher-" + id,
                TOWNSHIP,
                LocalDate.of(2023, 11, 2));
    }

    private static CashRemitted cash(String id, int refused) {
        return new CashRemitted(id, TOWNSHIP, TOWNSHIP + "001", 1, refused, Fen.ofYuan(380), LocalDate.of(2023, 11, 2));
    }
}
