package cn.liangxian.reconciliation.statement;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.collected.TaxDesk.surplus;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.entitlement.AgencyDesk;
import cn.liangxian.reconciliation.statement.Statement.People;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From the topics to the statement, on a database of its own, so that the totals are those of this test. */
@QuarkusTest
@QuarkusTestResource(value = TestStack.class, restrictToAnnotatedClass = true)
class RoadTest {

    private static final long FEE = 38_000;
    private static final LocalDate DAY = LocalDate.of(2023, 11, 1);

    @Inject
    TaxDesk tax;

    @Inject
    Neighbours neighbours;

    @Inject
    Dates dates;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    private final String run = Uuid7.next().toString();
    private final String entitled = run + "-entitled";
    private final String forgotten = run + "-forgotten";
    private final String missing = run + "-missing";
    private final String parts = run + "-parts";

    @Test
    void fromThePaymentsToTheStatementEveryFenIsAccountedFor() throws Exception {
        dates.open(DAY);
        // the topics as collection fills them; they arrive in any order
        tax.receives(
                full(entitled, MEDICAL, FEE, DAY),
                full(forgotten, MEDICAL, FEE, DAY),
                full(missing, MEDICAL, FEE, DAY),
                part(parts, PENSION, 10_000, 50_000, 10_000, run + "-part", DAY),
                surplus(entitled, MEDICAL, FEE, run + "-surplus", DAY),
                refund("s-" + run + "-surplus", entitled, MEDICAL, FEE, run + "-refund", DAY),
                sum(DAY, MEDICAL, 3, 3 * FEE, FEE, FEE),
                sum(DAY, PENSION, 1, 10_000, 0, 0));
        dates.open(DAY.plusDays(1));
        treasury.reports(
                day(
                        DAY,
                        MEDICAL,
                        1,
                        row("v-" + entitled, FEE),
                        row("v-" + forgotten, FEE),
                        row(run + "-surplus", FEE),
                        row(run + "-refund", -FEE)),
                day(DAY, PENSION, 1, row(run + "-part", 10_000)));
        DayBalanced balanced = HandedOver.await(
                        1,
                        DayBalanced.class,
                        b -> b.insurance() == MEDICAL
                                && b.differences().stream()
                                        .anyMatch(d -> d.voucher().equals("v-" + missing)))
                .get(0);
        assertEquals(
                balanced.treasury().minus(balanced.collected()),
                balanced.differences().stream()
                        .map(d -> d.treasury().minus(d.collected()))
                        .reduce(Fen.ZERO, Fen::plus));
        assertEquals(
                List.of(DifferenceKind.MISSING_IN_TREASURY),
                balanced.differences().stream().map(Difference::kind).toList());

        agency.books(MEDICAL, agency.detailsOf(entitled, MEDICAL), entitled);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        new People(3, Fen.of(2 * FEE + 10_000)),
                        inAll(statement().inTime())));
        dates.open(LocalDate.of(2023, 12, 21));

        Statement statement = statement();
        assertEquals(Fen.of(3 * FEE), statement.collected().get(MEDICAL).paid());
        assertEquals(3, statement.collected().get(MEDICAL).payments());
        assertEquals(Fen.of(2 * FEE), statement.treasury().get(MEDICAL).total());
        assertEquals(Map.of(DifferenceKind.MISSING_IN_TREASURY, 1), statement.differencesFound());
        assertEquals(
                new Statement.Counted(1, Fen.of(-FEE)),
                statement.differences().get(DifferenceKind.MISSING_IN_TREASURY));
        assertEquals(new People(1, Fen.of(FEE)), statement.entitled().get(MEDICAL));
        assertEquals("{INCOMPLETE=1, NOT_BOOKED_BY_AGENCY=1, NOT_IN_TREASURY=1}", byLink(statement));
        assertEquals(Fen.ZERO, inAll(statement.inTime()).fen());
        bothEquationsHold(statement);
        theDesksSeeIt();
    }

    private void theDesksSeeIt() {
        tax().get("/days/" + DAY)
                .then()
                .statusCode(200)
                .body("$", hasSize(2), "state", equalTo(List.of("BALANCED", "BALANCED")));
        tax().get("/differences?kind=MISSING_IN_TREASURY")
                .then()
                .statusCode(200)
                .body("voucher", equalTo(List.of("v-" + missing)), "age", equalTo(List.of(50)))
                .body("owner", equalTo(List.of("TREASURY")))
                .body("until", equalTo(List.of(DAY.plusDays(7).toString())), "untilAssumed", equalTo(List.of(true)));
        String channel = tax().get("/differences?kind=MISSING_IN_TREASURY").path("[0].channel");
        tax().queryParam("after", DAY + "/MEDICAL/" + channel + "/v-" + missing)
                .get("/differences")
                .then()
                .body("findAll { it.voucher == 'v-" + missing + "' }", hasSize(0));
        tax().queryParam("after", "2023-10-01/MEDICAL//")
                .get("/differences?kind=MISSING_IN_TREASURY&limit=1")
                .then()
                .body("voucher", equalTo(List.of("v-" + missing)));
        tax().get("/differences?after=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("须为“日期/险种/渠道/凭证号”"));
        tax().get("/red-list").then().statusCode(200).body("$", hasSize(3));
        tax().get("/red-list?insurance=PENSION&brokenLink=INCOMPLETE")
                .then()
                .body("personKey", equalTo(List.of(parts)))
                .body("[0].until", equalTo(null));
        tax().get("/red-list?brokenLink=NOT_BOOKED_BY_AGENCY")
                .then()
                .body("owner", equalTo(List.of("MEDICAL_INSURANCE")))
                .body("until", equalTo(List.of("2024-01-05")), "untilAssumed", equalTo(List.of(true)));
        String first = tax().get("/red-list?limit=1").path("[0].personKey") + "/MEDICAL/" + TaxDesk.FEE_YEAR;
        tax().queryParam("after", first).get("/red-list").then().body("$", hasSize(2));
    }

    @Test
    void aTownshipSeesTheRedListOfItsOwnAreaAndNoBalance() {
        township().get("/red-list").then().statusCode(200).body("$", hasSize(0));
        township().get("/days/" + DAY).then().statusCode(403);
        township().get("/differences").then().statusCode(403);
        township().get("/statement").then().statusCode(403);
    }

    private static RequestSpecification township() {
        return given().auth().oauth2(TestRealm.token("TOWNSHIP", "370404999"));
    }

    private RequestSpecification tax() {
        return neighbours.as(Department.TAX);
    }

    private static void bothEquationsHold(Statement statement) {
        Fen collected = sumOf(statement.collected().values().stream().map(Statement.Collected::net));
        Fen treasury = sumOf(statement.treasury().values().stream().map(Statement.Treasury::total));
        Fen differences = sumOf(statement.differences().values().stream().map(Statement.Counted::fen));
        Fen notBalanced =
                statement.notBalanced().treasury().minus(statement.notBalanced().collected());
        assertEquals(treasury.minus(collected), differences.plus(notBalanced));
        Fen paid = sumOf(statement.collected().values().stream().map(Statement.Collected::paid));
        Fen redList = sumOf(statement.redList().values().stream().map(Statement.Counted::fen));
        assertEquals(
                paid,
                inAll(statement.entitled())
                        .fen()
                        .plus(redList)
                        .plus(inAll(statement.inTime()).fen())
                        .plus(inAll(statement.paidBack()).fen()));
    }

    private static String byLink(Statement statement) {
        TreeMap<String, Integer> count = new TreeMap<>();
        statement.redList().forEach((link, counted) -> count.put(link.name(), counted.count()));
        return count.toString();
    }

    private static Fen sumOf(Stream<Fen> amounts) {
        return amounts.reduce(Fen.ZERO, Fen::plus);
    }

    private static People inAll(Map<Insurance, People> people) {
        return new People(
                people.values().stream().mapToInt(People::people).sum(),
                sumOf(people.values().stream().map(People::fen)));
    }

    private Statement statement() throws Exception {
        String json = tax().get("/statement").then().statusCode(200).extract().asString();
        return HandoffJson.MAPPER.readValue(json, Statement.class);
    }
}
