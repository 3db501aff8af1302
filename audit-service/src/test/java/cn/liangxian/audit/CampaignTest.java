package cn.liangxian.audit;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.details;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.paidOn;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.provided;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.DebitHandoff.DebitBatchSent;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One campaign as audit sees it, on a real broker and database; the tests follow the calendar. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignTest extends DeadlineDesks {

    private static final String PAYABLE = "collection-payable-roster-issued:";

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @Test
    @Order(1)
    void daysAreOpenedOneAfterTheOther() {
        road.begins();
        road.opens("2023-10-15");
        for (String wrong : List.of("2023-10-15", "2023-10-17", "2023-10-01")) {
            road.as("CALENDAR", "370404")
                    .header("Idempotency-Key", "wrong-" + wrong)
                    .contentType(ContentType.JSON)
                    .body("{\"date\":\"" + wrong + "\"}")
                    .post("/days")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("day-not-the-next"))
                    .body("detail", equalTo("最近开启的业务日为2023-10-15"), "detailEn", equalTo("the last is 2023-10-15"))
                    .body("errors[0].message", equalTo("下一业务日为2023-10-16"))
                    .body("errors[0].messageEn", equalTo("2023-10-16 is next"));
        }
        road.opens("2023-10-16");
        road.as("TOWNSHIP", TOWNSHIP).get("/days").then().body("date", equalTo(List.of("2023-10-15", "2023-10-16")));
    }

    @Test
    @Order(2)
    void onlyTheCalendarOpensDaysAndTheSameKeyOpensOne() {
        road.as("TAX", "370404")
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body("{\"date\":\"2023-10-17\"}")
                .post("/days")
                .then()
                .statusCode(403);
        for (int twice = 0; twice < 2; twice++) {
            road.as("CALENDAR", "370404")
                    .header("Idempotency-Key", "seventeenth")
                    .contentType(ContentType.JSON)
                    .body("{\"date\":\"2023-10-17\"}")
                    .post("/days")
                    .then()
                    .statusCode(200)
                    .body("workday", equalTo(true));
        }
        road.opens("2023-10-18");
    }

    @Test
    @Order(3)
    void everyDayStandsInTheIndexWithItsChain() {
        road.as("AUDIT_BUREAU", "370404")
                .get("/events?topic=audit-day-opened-v1")
                .then()
                .body("events", hasSize(4))
                .body("events[0].payload.date", equalTo("2023-10-15"));
    }

    @Test
    @Order(4)
    void aHandoffOnTheLastGoodDayIsOnTimeAndOnTheNextItIsMissedThenLate() {
        road.opens("2023-10-20");
        road.hands(on("2023-10-20", payable(TOWNSHIP)));
        road.opens("2023-10-21");
        assertEquals("MET_ON_TIME", road.standing(PAYABLE + TOWNSHIP), "taken before the day was swept");
        assertEquals("MISSED", road.standing(PAYABLE + "370404002"));
        road.takes(on("2023-10-21", payable("370404002")));
        assertEquals("MET_LATE", road.standing(PAYABLE + "370404002"));
    }

    @Test
    @Order(5)
    void anEventThatArrivesLateWithAnEarlierDateCorrectsTheRegister() {
        assertEquals("MISSED", road.standing(PAYABLE + "370404100"));
        road.takes(on("2023-10-19", payable("370404100")));
        assertEquals("MET_ON_TIME", road.standing(PAYABLE + "370404100"));
        List<String> happenings = road.happenings(PAYABLE + "370404100");
        assertEquals(List.of("PASSED", "FULFILLED"), happenings.subList(happenings.size() - 2, happenings.size()));
    }

    @Test
    @Order(6)
    void whatIsDeliveredTwiceIsTakenOnce() {
        Received<Handoff> event = on("2023-10-21", payable("370404101"));
        road.takes(event);
        List<String> once = road.happenings(PAYABLE + "370404101");
        road.hands(event);
        road.takes(on("2023-10-21", payable("370404101")));
        assertEquals(1, road.indexed(event.envelope().id()));
        assertEquals(once, road.happenings(PAYABLE + "370404101"));
    }

    @Test
    @Order(7)
    void theRegisterHandsOverWhatItFinds() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (String topic : List.of("opened", "met", "missed")) {
                road.as("TAX", "370404")
                        .get("/events?topic=audit-deadline-" + topic + "-v1&subject=" + PAYABLE + "370404002")
                        .then()
                        .body("events", hasSize(1));
            }
        });
    }

    @Test
    @Order(8)
    void eventsArePagedByACursor() {
        List<Long> seen = new ArrayList<>();
        Integer next = 0;
        while (next != null) {
            var page = road.as("AUDIT_BUREAU", "370404").get("/events?limit=7&date=2023-10-21&after=" + next);
            List<Integer> seqs = page.path("events.seq");
            seqs.forEach(seq -> seen.add(seq.longValue()));
            next = page.path("next");
        }
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
        assertEquals(
                jdbi.withHandle(
                        h -> h.createQuery("select seq from event where business_date = '2023-10-21' order by seq")
                                .mapTo(Long.class)
                                .list()),
                seen);
        road.as("VILLAGE", TOWNSHIP + "001").get("/events").then().statusCode(403);
    }

    @Test
    @Order(8)
    void aKeyIsFoundWhereverItStandsInAnEventAndTheAnswerSaysHowMuchWasSearched() {
        road.takes(on("2023-10-21", details("d-replay", "2023-10-21", Insurance.PENSION, "p-1", "person-replay-1")));
        Integer after = 0;
        int found = 0;
        while (after != null) {
            var page = road.as("AUDIT_BUREAU", "370404").get("/replay?key=person-replay-1&limit=1&after=" + after);
            found += page.<List<Object>>path("events").size();
            after = page.path("next");
            int searched = page.path("searched");
            int total = page.path("total");
            assertTrue(searched <= total && (after != null || searched == total), searched + " of " + total);
        }
        assertEquals(1, found, "it stands in a list inside the payload");
        LocalDate sent = LocalDate.parse("2023-10-21");
        road.takes(
                on("2023-10-21", new DebitBatchSent("7", "RURAL_CREDIT", sent, 3, Fen.of(38_007), sent.plusDays(1))));
        road.as("AUDIT_BUREAU", "370404")
                .get("/replay?key=7")
                .then()
                .body("events.topic", equalTo(List.of(DebitBatchSent.TOPIC)), "next", nullValue());
        page("AUDIT_BUREAU", "/desk/replay?key=7", "zh").body(containsString("<td class=\"code\">7</td>"));
        var none = road.as("AUDIT_BUREAU", "370404")
                .get("/replay?key=person-replay-1&topic=collection-contribution-paid-v1");
        none.then().body("events", hasSize(0)).body("next", nullValue());
        assertEquals(none.<Integer>path("total"), none.<Integer>path("searched"));
        String part = "/replay?key=person-replay";
        road.as("AUDIT_BUREAU", "370404").get(part).then().body("events", hasSize(0));
        int missing = jdbi.withHandle(h -> h.createQuery(
                        "select count(*) from event where not words <@ coalesce(event_words(subject, payload), '{}')")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, missing, "events from before the words were kept are found by the same");
        road.as("AUDIT_BUREAU", "370404").get("/replay?key=张三").then().statusCode(400);
        road.as("VILLAGE", TOWNSHIP + "001")
                .get("/replay?key=person-replay-1")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(8)
    void theTreeOfAnEventBeginsWithItsCauseAndShowsAllThatFollowed() {
        String list = "/events?topic=audit-deadline-met-v1&subject=" + PAYABLE + "370404002";
        String met = road.as("TAX", "370404").get(list).path("events[0].id");
        String cause = road.as("TAX", "370404").get(list).path("events[0].causation");
        road.as("TAX", "370404")
                .get("/replay/" + met + "/tree")
                .then()
                .body("complete", equalTo(true))
                .body("root.id", equalTo(cause))
                .body("root.topic", equalTo("collection-payable-roster-issued-v1"))
                .body("root.followed.id", hasItem(met));
        road.as("TAX", "370404").get("/replay/unknown/tree").then().statusCode(404);
    }

    @Test
    @Order(9)
    void anEventThatCannotBeReadIsParkedAndOthersGoOn() {
        Received<Handoff> broken = on("2023-10-21", payable("370404103"));
        road.handsRaw(broken.envelope(), "{\"township\": 7".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        road.takes(on("2023-10-21", payable("370404104")));
        road.stands(PAYABLE + "370404104", "MET_LATE");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> road.as("TAX", "370404").get("/statement").then().body("parkedHere", equalTo(1)));
        assertEquals("MISSED", road.standing(PAYABLE + "370404103"));
    }

    @Test
    @Order(20)
    void theEvidenceOfAPublicationMeetsItsDeadline() throws IOException {
        road.opens("2023-12-21");
        road.takes(on("2023-12-21", provided("roster-1", TOWNSHIP, 1, null)));
        road.stands("audit-publication-ordered:" + TOWNSHIP, "MET_ON_TIME");
        road.files("roster-1", TOWNSHIP, "2023-12-21").statusCode(200);
        road.stands("audit-publication-evidenced:" + TOWNSHIP, "MET_ON_TIME");
        road.as("TAX", "370404")
                .get("/statement")
                .then()
                .body("publications.ordered", equalTo(1))
                .body("publications.evidenced", equalTo(1));
    }

    @Test
    @Order(24)
    void aBalanceThatIsTakenBeforeThePaymentsOfItsDayStillAsksForDetails() {
        String details = "reconciliation-payment-details-passed:PENSION:2023-11-01";
        road.takes(on("2023-11-02", balanced("2023-11-01", Insurance.PENSION, Fen.ofYuan(350))));
        road.as("TAX", "370404").get("/obligations/" + details).then().statusCode(404);
        road.takes(on(
                "2023-11-01",
                paidOn("2023-11-01", "person-000009", Insurance.PENSION, Fen.ofYuan(350), Fen.ofYuan(350))));
        road.stands(details, "MISSED");
        road.takes(on("2023-11-06", details("d9", "2023-11-01", Insurance.PENSION, "person-000009")));
        road.stands(details, "MET_ON_TIME");
    }

    @Test
    @Order(30)
    void theEvaluationCountsEveryUnitFromTheRegister() {
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/evaluation")
                .then()
                .statusCode(404)
                .body("detail", equalTo("尚未作出评估报告"), "detailEn", equalTo("No evaluation was reported yet"));
        road.opens("2024-01-21");
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/evaluation")
                .then()
                .statusCode(200)
                .body("units.find { it.department == 'TOWNSHIP' && it.area == '370404001' }.onTime", equalTo(1))
                // its evidence, its collectors and its residents away
                .body("units.find { it.department == 'TOWNSHIP' && it.area == '370404002' }.missed", equalTo(3))
                .body("units.find { it.department == 'TREASURY' }.confirmedZero", equalTo(1))
                .body("units.find { it.department == 'TAX' && it.area == '370404102' }.waived", equalTo(1))
                .body("units.find { it.department == 'TREASURY' }.delayed", equalTo(1))
                .body("units.find { it.department == 'TREASURY' }.delayDays", equalTo(3))
                .body("missed", greaterThan(0));
        road.stands("audit-evaluation-reported", "MET_ON_TIME");
    }

    @Test
    @Order(31)
    void theStatementAddsUp() {
        var statement = road.as("AUDIT_BUREAU", "370404").get("/statement");
        for (String standing : List.of("onTime", "late", "missed", "open", "confirmedZero", "waived", "voided")) {
            int all = statement.path("obligations." + standing);
            List<Integer> each = statement.path("byHandoff.collect { it.value." + standing + " }");
            assertEquals(all, each.stream().mapToInt(Integer::intValue).sum(), standing);
        }
        statement.then().body("days", equalTo(99)).body("events", notNullValue());
        road.as("TOWNSHIP", TOWNSHIP).get("/statement").then().statusCode(403);
    }

    @Test
    @Order(40)
    void theApplicationCanNeitherRewriteNorDeleteFacts() {
        for (String fact : List.of(
                "calendar_day",
                "event",
                "chain_link",
                "arrival",
                "obligation_fact",
                "settled_claim",
                "publication",
                "publication_evidence",
                "objection",
                "objection_step",
                "circulation",
                "assessment",
                "screening",
                "finding",
                "finding_step",
                "bureau_access",
                "evaluation",
                "calendar_period",
                "escalation",
                "zero_confirmation",
                "waiver_request",
                "waiver_decision")) {
            for (String crime :
                    List.of("delete from " + fact, "truncate " + fact, "update " + fact + " set ctid = ctid")) {
                RuntimeException refused =
                        assertThrows(RuntimeException.class, () -> jdbi.useHandle(h -> h.execute(crime)), crime);
                assertTrue(
                        crime.startsWith("update") || refused.getMessage().contains("permission denied"),
                        refused.getMessage());
            }
            assertEquals(
                    List.of("INSERT", "SELECT"),
                    jdbi.withHandle(h -> h.createQuery(
                                    """
                                    select p from unnest(array['DELETE','INSERT','SELECT','TRUNCATE','UPDATE']) p
                                    where has_table_privilege(current_user, ?, p) order by p""")
                            .bind(0, fact)
                            .mapTo(String.class)
                            .list()),
                    fact);
        }
        assertThrows(RuntimeException.class, () -> jdbi.useHandle(h -> h.execute("delete from obligation")));
    }

    @Test
    @Order(41)
    void whoeverChangesAnEventBreaksTheChain() {
        road.as("AUDIT_BUREAU", "370404")
                .get("/chain/check")
                .then()
                .body("broken", hasSize(0))
                .body("events", greaterThan(100));
        Jdbi.create(url, owner, ownerPassword)
                .useHandle(
                        h -> h.execute(
                                "update event set payload = convert_to(replace(convert_from(payload, 'UTF8'), '3800', '3801'), 'UTF8')"
                                        + " where seq = (select min(seq) from event where topic = 'collection-payable-roster-issued-v1')"));
        road.as("AUDIT_BUREAU", "370404")
                .get("/chain/check")
                .then()
                .body("broken", hasSize(1))
                .body("broken[0].topic", equalTo("collection-payable-roster-issued-v1"));
    }
}
