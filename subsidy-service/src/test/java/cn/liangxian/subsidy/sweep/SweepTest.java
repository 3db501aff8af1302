package cn.liangxian.subsidy.sweep;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money on its way to the fiscal accounts, in a county that keeps its kinds apart. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class SweepTest {

    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private final Resident destitute = Resident.born("1950-01-01", "TEKUN");
    private final Resident ordinary = Resident.born("1990-01-01");

    @Inject
    Neighbours neighbours;

    @BeforeEach
    void oneIsPaidForAndOnePays() {
        neighbours.newCampaign();
        neighbours.opens(START.toString());
        String roster = Resident.rosterId();
        neighbours.hand(START, Resident.medical(roster, destitute, ordinary));
        neighbours.hand(START, Resident.accepted(roster, Insurance.MEDICAL, 2));
        neighbours.hand(START, ordinary.paysMedical(380, 380, "2023-09-01"));
    }

    @Test
    @Clause({"bachu-2022/第九条(1)", "bachu-2022/第九条(2)"})
    void premiumsProxyMoneyAndSubsidiesAreSweptApartAndWhatIsLeftIsSeen() {
        neighbours.opens("2023-09-30");
        sweep("PREMIUM", 38_000, "A-1").statusCode(409).body("code", equalTo("sweep-month-not-over"));
        neighbours.opens("2023-10-08");
        sweep("PREMIUM", 38_001, "A-1").statusCode(422).body("code", equalTo("sweep-exceeds-money"));
        sweep("PREMIUM", 30_000, "A-1").statusCode(201).body("left", equalTo(8_000));
        sweep("PROXY", 0, "A-1")
                .statusCode(409)
                .body("code", equalTo("sweep-account-of-other-money"))
                .body("detail", equalTo("保费（医疗）"), "detailEn", equalTo("Premiums (Medical)"));
        sweep("PREMIUM", 8_000, "A-2").statusCode(409).body("code", equalTo("sweep-other-account"));
        sweep("PROXY", 1, "A-2").statusCode(422);
        sweep("PROXY", 0, "A-2").statusCode(201).body("left", equalTo(0));
        sweep("SUBSIDY", 0, "A-3").statusCode(201);
        as("TAX").get("/sweeps?month=2023-09").then().statusCode(403);
        as("AUDIT_BUREAU")
                .get("/sweeps?month=2023-09")
                .then()
                .statusCode(200)
                .body("findAll { it.insurance == 'MEDICAL' }.money", equalTo(List.of("PREMIUM", "PROXY", "SUBSIDY")))
                .body("findAll { it.insurance == 'MEDICAL' }.toSweep", equalTo(List.of(38_000, 0, 0)))
                .body("findAll { it.insurance == 'MEDICAL' }.left", equalTo(List.of(8_000, 0, 0)))
                .body("findAll { it.insurance == 'MEDICAL' }.account", equalTo(List.of("A-1", "A-2", "A-3")));
        sweep("PREMIUM", 8_000, "A-1").statusCode(201).body("left", equalTo(0));
        assertEquals(
                List.of(30_000L, 0L, 0L, 8_000L),
                neighbours.received(FundsSwept.class).stream()
                        .sorted(java.util.Comparator.comparing(FundsSwept::sweepId))
                        .map(swept -> swept.amount().amount())
                        .toList());
    }

    @Test
    @Clause("bachu-2022/第九条(1)")
    void whatNobodyOwedIsThereToSweepUntilItGoesBackAndTakesNothingFromWhatWasOwed() {
        LocalDate paid = LocalDate.of(2023, 9, 10);
        neighbours.hand(paid, new DaySummed(paid, Insurance.MEDICAL, 0, Fen.ZERO, Fen.ofYuan(380), Fen.ZERO));
        neighbours.opens("2023-10-08");
        assertEquals(76_000, premiumToSweep());
        neighbours.hand(LocalDate.of(2023, 9, 28), goesBack("WECHAT", null));
        assertEquals(38_000, premiumToSweep());
    }

    /** It was never on the account of premiums; see LapsedPaymentTest for the ledger that takes it off the account of its own. */
    @Test
    @Clause({"bachu-2022/第九条(1)", "bachu-2022/第九条(2)"})
    void whatFinanceGetsBackOfWhatItPaidForSomebodyTakesNothingFromThePremiums() {
        neighbours.opens("2023-10-08");
        neighbours.hand(LocalDate.of(2023, 9, 28), goesBack("PROXY", Fen.ZERO));
        assertEquals(38_000, premiumToSweep());
        neighbours.hand(LocalDate.of(2023, 9, 28), goesBack("SPONSOR", Fen.ZERO));
        assertEquals(0, premiumToSweep());
    }

    private RefundListed goesBack(String channel, Fen paidInAll) {
        String id = UUID.randomUUID().toString();
        return new RefundListed(
                id,
                id,
                ordinary.key(),
                Insurance.MEDICAL,
                Fen.ofYuan(380),
                "STATUS_ENDED",
                channel,
                id,
                LocalDate.of(2023, 9, 28),
                null,
                2024,
                paidInAll);
    }

    @Test
    @Clause({"bachu-2022/第四十六条", "bachu-2022/第九条(1)"})
    void whatLiesThereWhenThePolicyLapsesIsSweptAndNobodyPaysForOthersAnyMore() {
        neighbours.opens("2024-06-01");
        sponsors().statusCode(201);
        neighbours.opens("2024-06-02");
        sponsors().statusCode(409).body("code", equalTo("policy-not-in-force"));
        sweep("PREMIUM", 38_000, "A-1").statusCode(201).body("left", equalTo(0));
    }

    private static ValidatableResponse sponsors() {
        return post(
                "VILLAGE",
                "/sponsorships",
                "{\"sponsor\":\"村委会\",\"lines\":[{\"personKey\":\"nobody\",\"insurance\":\"MEDICAL\",\"amount\":1}]}");
    }

    @Test
    @Clause("bachu-2022/第九条(1)")
    void financeEntersAtTheDeskWhatItMovedAndIsToldWhatIsRefused() {
        neighbours.opens("2023-10-08");
        String form = "/desk/sweeps/new?month=2023-09&insurance=MEDICAL&money=PREMIUM";
        as("FINANCE").get("/desk/sweeps?month=2023-09").then().body(containsString("money=PREMIUM"));
        as("FINANCE").get(form).then().statusCode(200).body(containsString("value=\"380.00\""));
        as("AUDIT_BUREAU").get("/desk/sweeps?month=2023-09").then().body(not(containsString("money=PREMIUM")));
        as("AUDIT_BUREAU").get(form).then().statusCode(403);
        sends("AUDIT_BUREAU", "380", "A-1").statusCode(403);
        sends("FINANCE", "380", "").statusCode(400);
        sends("FINANCE", "380.01", "A-1").statusCode(422).body(containsString("划转金额超过应划转金额"));
        sends("FINANCE", "300", "A-1").statusCode(303);
        as("FINANCE")
                .get("/desk/sweeps?month=2023-09")
                .then()
                .body(containsString("300.00"), containsString("<span class=\"late-text\">80.00</span>"))
                .body(containsString("<td class=\"code\">A-1</td>"));
        as("FINANCE")
                .cookie("language", "en")
                .get(form)
                .then()
                .body(
                        containsString("value=\"80.00\""),
                        containsString("value=\"A-1\""),
                        containsString("Enter a move"));
        assertEquals(
                List.of(30_000L),
                neighbours.received(FundsSwept.class).stream()
                        .map(swept -> swept.amount().amount())
                        .toList());
    }

    private static ValidatableResponse sends(String department, String yuan, String account) {
        return given().auth()
                .oauth2(TestRealm.token(department, "653130"))
                .redirects()
                .follow(false)
                .formParam("month", "2023-09")
                .formParam("insurance", "MEDICAL")
                .formParam("money", "PREMIUM")
                .formParam("amount", yuan)
                .formParam("account", account)
                .formParam("key", UUID.randomUUID().toString())
                .post("/desk/sweeps")
                .then();
    }

    private static int premiumToSweep() {
        return as("FINANCE")
                .get("/sweeps?month=2023-09")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.insurance == 'MEDICAL' && it.money == 'PREMIUM' }.toSweep");
    }

    private static ValidatableResponse sweep(String money, long fen, String account) {
        return post(
                "FINANCE",
                "/sweeps",
                "{\"month\":\"2023-09\",\"insurance\":\"MEDICAL\",\"money\":\"%s\",\"amount\":%d,\"account\":\"%s\"}"
                        .formatted(money, fen, account));
    }

    private static RequestSpecification as(String department) {
        return given().auth().oauth2(TestRealm.token(department, "653130")).contentType(ContentType.JSON);
    }

    private static ValidatableResponse post(String department, String path, String body) {
        return as(department)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }
}
