package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.inFull;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.CashRemitted;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.ProgressReported;
import cn.liangxian.collection.CollectionHandoff.ProgressReported.VillageProgress;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.CollectorHandoff.CashRetained;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.Received;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How the campaign is watched over; the tests follow the calendar. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OversightTest extends FindingsPages {

    private static final String SECOND = "370404002";
    private static final String VILLAGE = TOWNSHIP + "001";

    @Test
    @Order(10)
    @Clause({"yicheng-2024/七", "yicheng-2024/二"})
    void onTheDatesOfTheScheduleTheCountyCirculatesRankLaggardsAndTargetOnce() {
        road.begins();
        road.opens("2023-11-12");
        road.as("TOWNSHIP", TOWNSHIP).get("/circulations").then().body("", hasSize(0));
        progress(TOWNSHIP, 3, 6666);
        progress(SECOND, 2, 5001);
        road.takes(paid("a", TOWNSHIP), paid("b", TOWNSHIP), paid("c", SECOND));
        road.takes(on("2023-11-10", cash(380, 1)));
        road.opens("2023-11-13");
        road.as("TOWNSHIP", SECOND)
                .get("/circulations")
                .then()
                .body("", hasSize(1))
                .body("[0].asOf", equalTo("2023-11-13"))
                .body("[0].townships.township", equalTo(List.of(TOWNSHIP, SECOND)))
                .body("[0].townships.rank", equalTo(List.of(1, 2)))
                .body("[0].townships.rate", equalTo(List.of(6666, 5000)))
                .body("[0].townships.met", equalTo(List.of(true, false)))
                .body("[0].townships.laggard", equalTo(List.of(false, true)));
        road.opens("2023-11-14");
        road.as("COUNTY_GOVERNMENT", "370404").get("/circulations").then().body("", hasSize(1));
        road.as("CHANNEL", "370404").get("/circulations").then().statusCode(403);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> road.as("AUDIT_BUREAU", "370404")
                .get("/events?topic=audit-progress-circulated-v1")
                .then()
                .body("events", hasSize(1)));
    }

    @Test
    @Order(20)
    @Clause("yicheng-2024/五(一)-b")
    void aTownshipIsGivenWhatItCanHoldItsVillagesTo() {
        road.opens("2023-11-20");
        road.as("TOWNSHIP", TOWNSHIP)
                .get("/assessments")
                .then()
                .body("", hasSize(1))
                .body("[0].asOf", equalTo("2023-11-20"))
                .body("[0].villages", hasSize(1))
                .body("[0].villages[0].village", equalTo(VILLAGE))
                .body("[0].villages[0].claims", equalTo(3))
                .body("[0].villages[0].settled", equalTo(2))
                .body("[0].villages[0].remittances", equalTo(1))
                .body("[0].villages[0].remitted", equalTo(38000))
                .body("[0].villages[0].lastRemittedOn", equalTo("2023-11-10"))
                .body("[0].villages[0].refusedRows", equalTo(1));
        road.as("TAX", "370404").get("/assessments").then().body("", hasSize(7));
        List<String> townships = road.as("TAX", "370404").get("/assessments").path("township");
        List<String> days = road.as("TAX", "370404").get("/assessments").path("asOf");
        road.as("TAX", "370404")
                .get("/assessments?limit=3&after=" + days.get(2) + "/" + townships.get(2))
                .then()
                .body("township", equalTo(townships.subList(3, 6)));
        road.as("TAX", "370404").get("/assessments?after=yesterday").then().statusCode(400);
        road.as("VILLAGE", VILLAGE).get("/assessments").then().statusCode(403);
    }

    @Test
    @Order(30)
    @Clause("yicheng-2024/五(九)")
    void everyRuleOfTheBureauIsExplainedWithItsQuery() {
        road.as("AUDIT_BUREAU", "370404")
                .get("/supervision/rules")
                .then()
                .body(
                        "name",
                        equalTo(List.of(
                                "not-in-treasury", "surplus-kept", "cash-retained", "other-account", "above-standard")))
                .body(
                        "suspicion",
                        equalTo(List.of("INTERCEPTION", "INTERCEPTION", "INTERCEPTION", "DIVERSION", "OVERCHARGING")))
                .body("clause.unique()", equalTo(List.of("yicheng-2024/五(九)", "yicheng-2024/六(二)-b")))
                .body("seeksZh[2]", containsString("代收现金"), "asksZh[1]", equalTo("税务"))
                .body("evidence[0]", containsString("reconciliation-day-balanced-v1"));
        road.as("TAX", "370404").get("/supervision/rules").then().statusCode(403);
    }

    @Test
    @Order(40)
    @Clause("yicheng-2024/五(九)")
    void whatIsMissingInTheTreasuryIsFoundOnlyAfterTheLimitAndNotWhenALaterBalanceHasIt() {
        // 2023-11-20 is a Monday: five workdays after it end on the 27th, which is a Monday too
        road.takes(
                on(
                        "2023-11-21",
                        balanced("2023-11-20", 1, Insurance.MEDICAL, DifferenceKind.MISSING_IN_TREASURY, "V-1")),
                on(
                        "2023-11-21",
                        balanced("2023-11-20", 1, Insurance.PENSION, DifferenceKind.MISSING_IN_TREASURY, "V-2")),
                on("2023-11-18", balanced("2023-11-17", 1, Insurance.PENSION, DifferenceKind.WRONG_ACCOUNT, "V-3")));
        road.opens("2023-11-27");
        findings("RAISED").body("findings.rule", equalTo(List.of("other-account")));
        road.takes(on("2023-11-28", balanced("2023-11-20", 2, Insurance.PENSION, null, null)));
        road.opens("2023-12-04");
        findings("RAISED")
                .body("findings.rule", equalTo(List.of("other-account", "not-in-treasury")))
                .body("findings[1].amount", equalTo(38000))
                .body("findings[1].department", equalTo("TREASURY"))
                .body("findings[1].waitsFor", equalTo("TREASURY"))
                .body("findings[1].until", equalTo("2023-12-18"))
                .body("findings[1].evidence", hasSize(1));
    }

    @Test
    @Order(50)
    @Clause("yicheng-2024/五(九)")
    void chargingAboveTheNoticeIsFoundAndWhatTheNoticeSetsIsNot() {
        road.takes(
                on("2023-12-04", charged("over", Insurance.MEDICAL, 400, "VILLAGE_AGENT")),
                on("2023-12-04", charged("right", Insurance.MEDICAL, 380, "VILLAGE_AGENT")),
                on("2023-12-04", charged("poor", Insurance.PENSION, 100, "WECHAT")),
                on("2023-12-04", charged("odd", Insurance.PENSION, 360, "WECHAT")));
        road.opens("2023-12-11");
        findings("RAISED")
                .body(
                        "findings.findAll { it.rule == 'above-standard' }.collect { it.department + it.amount }",
                        containsInAnyOrder("VILLAGE40000", "TAX36000"))
                .body("findings.find { it.department == 'VILLAGE' }.area", equalTo(VILLAGE));
        road.opens("2023-12-18");
        findings("RAISED").body("findings.findAll { it.rule == 'above-standard' }", hasSize(2));
    }

    @Test
    @Order(60)
    @Clause("yicheng-2024/五(九)")
    void aSurplusOfWhichAFenIsNotPaidBackInTimeIsFoundHoweverOftenSomethingOfItWentBack() {
        road.takes(
                on("2023-11-20", surplus("kept", "2023-11-20")),
                on("2023-11-25", surplus("young", "2023-11-25")),
                on("2023-11-20", surplus("back", "2023-11-20")),
                on("2023-11-20", surplus("twice", "2023-11-20")),
                on("2023-11-20", surplus("part", "2023-11-20")),
                on("2023-12-01", refund("back")),
                on("2023-12-01", refund("1", "twice", Fen.ofYuan(190))),
                on("2023-12-01", refund("2", "twice", Fen.ofYuan(190))),
                on("2023-12-01", refund("3", "part", Fen.of(37999))));
        road.opens("2023-12-25");
        findings("RAISED")
                .body("findings.findAll { it.rule == 'surplus-kept' }.amount.sort()", equalTo(List.of(1, 38000)));
        road.opens("2024-01-01");
        findings("RAISED").body("findings.findAll { it.rule == 'surplus-kept' }", hasSize(3));
    }

    @Test
    @Order(70)
    @Clause("yicheng-2024/五(九)")
    void aFindingIsExplainedByWhomItAsksAndClosedByTwoPersonsOfTheBureau() {
        String id = findings("RAISED").extract().path("findings.find { it.rule == 'not-in-treasury' }.findingId");
        String path = "/supervision/findings/" + id;
        road.posts("TAX", "370404", path + "/answer", Map.of("explanation", "ADMITTED"))
                .statusCode(404);
        road.posts("AUDIT_BUREAU", "370404", path + "/answer", Map.of("explanation", "ADMITTED"))
                .statusCode(403);
        road.posts("TREASURY", "370404", path + "/answer", Map.of("explanation", "ARRIVED_SINCE"))
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("waitsFor", equalTo("AUDIT_BUREAU"));
        road.stands("audit-finding-answered:TREASURY:" + id, "MET_LATE");
        road.posts("TREASURY", "370404", path + "/answer", Map.of("explanation", "ARRIVED_SINCE"))
                .statusCode(409)
                .body("code", equalTo("finding-not-now"))
                .body("detail", equalTo("已说明"), "detailEn", equalTo("explained"));
        road.posts("TREASURY", "370404", path + "/conclusion", Map.of("conclusion", "UNFOUNDED"))
                .statusCode(403);
        road.posts("AUDIT_BUREAU", "370404", path + "/conclusion", Map.of("conclusion", "REMEDIED"))
                .statusCode(200)
                .body("state", equalTo("CONCLUDED"));
        for (String step : List.of("/approval", "/return")) {
            road.posts("AUDIT_BUREAU", "370404", path + step, null)
                    .statusCode(409)
                    .body("code", equalTo("second-person-needed"));
        }
        road.posts("AUDIT_BUREAU", "3704", path + "/approval", null)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("waitsFor", nullValue());
        road.stands("audit-finding-closed:" + id, "MET_ON_TIME");
    }

    @Test
    @Order(80)
    @Clause("yicheng-2024/五(九)")
    void theBureauSeesEverythingAndWhatItLookedAtStaysOnRecord() {
        for (String path : List.of(
                "/events",
                "/obligations",
                "/publications",
                "/objections",
                "/circulations",
                "/assessments",
                "/statement",
                "/chain",
                "/days",
                "/supervision/findings")) {
            road.as("AUDIT_BUREAU", "370404").get(path).then().statusCode(200);
            road.as("COUNTY_GOVERNMENT", "370404")
                    .get("/supervision/accesses?limit=1")
                    .then()
                    .body("accesses[0].path", equalTo(path))
                    .body("accesses[0].by", equalTo("audit_bureau-370404"))
                    .body("accesses[0].status", equalTo(200));
        }
        road.as("TREASURY", "370404").get("/supervision/accesses").then().statusCode(403);
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/supervision/accesses")
                .then()
                .body("accesses.by", not(hasItem("treasury-370404")));
    }

    @Test
    @Order(100)
    @Clause("yicheng-2024/二")
    void theEvaluationTellsWhoReachedTheTargetAtTheEndOfTheCampaign() {
        road.takes(
                on("2023-12-20", inFull("last-day", Insurance.MEDICAL, 380, "WECHAT", SECOND, "2023-12-20")),
                on("2023-12-21", inFull("too-late", Insurance.MEDICAL, 380, "WECHAT", TOWNSHIP, "2023-12-21")));
        road.opens("2024-01-21");
        road.as("COUNTY_GOVERNMENT", "370404")
                .get("/evaluation")
                .then()
                .body(
                        "attainments.find { it.insurance == 'MEDICAL' && it.township == '370404002' }.peoplePaid",
                        equalTo(2))
                .body("attainments.find { it.insurance == 'MEDICAL' && it.township == '370404002' }.met", equalTo(true))
                .body(
                        "attainments.find { it.insurance == 'MEDICAL' && it.township == '370404001' }.peoplePaid",
                        equalTo(4));
    }

    @Test
    void everyStateOfAFindingStandsInItsTable() {
        for (FindingState state : FindingState.values()) {
            assertTrue(FindingState.table().containsKey(state), state.name());
        }
        assertEquals(Map.of(), FindingState.table().get(FindingState.CLOSED));
    }

    @Test
    @Order(90)
    @Clause({"yicheng-2024/六(二)-b", "yicheng-2024/五(九)"})
    void whereAnAgentRetainedCashTheTownshipIsAsked() {
        LocalDate since = LocalDate.of(2023, 12, 1);
        Fen held = Fen.ofYuan(760);
        road.takes(on(
                "2023-12-11",
                new CashRetained(
                        "r-9", TOWNSHIP, VILLAGE, "A-1", since, since.plusDays(10), 10, held, 7, Fen.ofYuan(2), true)));
        road.opens("2024-01-08");
        findings("RAISED")
                .body("findings.find { it.rule == 'cash-retained' }.department", equalTo("TOWNSHIP"))
                .body("findings.find { it.rule == 'cash-retained' }.area", equalTo(TOWNSHIP))
                .body("findings.find { it.rule == 'cash-retained' }.amount", equalTo(76000));
    }

    private ValidatableResponse findings(String state) {
        return road.as("AUDIT_BUREAU", "370404")
                .get("/supervision/findings?state=" + state)
                .then()
                .statusCode(200);
    }

    /** What tax reports of a township with one village. */
    private void progress(String township, int people, int targetRate) {
        Fen due = Fen.ofYuan(380L * people);
        Received<Handoff> event = on(
                "2023-11-10",
                new ProgressReported(
                        township,
                        LocalDate.of(2023, 11, 10),
                        Insurance.MEDICAL,
                        people,
                        0,
                        due,
                        Fen.ZERO,
                        targetRate,
                        List.of(new VillageProgress(township + "001", people, 0, due, Fen.ZERO, null))));
        road.hands(event);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> road.indexed(event.envelope().id()) == 1);
    }

    private static Received<Handoff> paid(String person, String township) {
        return on("2023-11-10", inFull(person, Insurance.MEDICAL, 380, "WECHAT", township, "2023-11-10"));
    }

    private static ContributionPaid charged(String person, Insurance insurance, long yuan, String channel) {
        return inFull(person, insurance, yuan, channel, TOWNSHIP, "2023-12-04");
    }

    private static CashRemitted cash(long yuan, int refused) {
        return new CashRemitted("r-1", TOWNSHIP, VILLAGE, 1, refused, Fen.ofYuan(yuan), LocalDate.of(2023, 11, 10));
    }

    private static ContributionSurplus surplus(String id, String date) {
        return new ContributionSurplus(
                id,
                "person-" + id,
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(380),
                "PAID_TWICE",
                "WECHAT",
                "voucher-" + id,
                TOWNSHIP,
                LocalDate.parse(date));
    }

    private static RefundListed refund(String payment) {
        return refund(payment, payment, Fen.ofYuan(380));
    }

    private static RefundListed refund(String id, String payment, Fen amount) {
        return new RefundListed(
                "refund-" + id,
                payment,
                "person-" + payment,
                Insurance.MEDICAL,
                amount,
                "PAID_TWICE",
                "WECHAT",
                "T-" + id,
                LocalDate.of(2023, 12, 1),
                null,
                null,
                null);
    }

    private static DayBalanced balanced(
            String date, int version, Insurance insurance, DifferenceKind kind, String voucher) {
        List<Difference> differences = kind == null
                ? List.of()
                : List.of(new Difference(kind, "WECHAT", voucher, Fen.ofYuan(380), Fen.ZERO, Department.TREASURY));
        return new DayBalanced(
                LocalDate.parse(date), version, insurance, "account", Fen.ofYuan(380), Fen.ZERO, differences);
    }
}
