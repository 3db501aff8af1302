package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.account;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A month of Bachu from its last day to the agency's report; in a month that no other test uses. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthTest {

    private static final String COUNTY = "653130";
    private static final String MONTH = "2023-11";
    private static final LocalDate DAY = LocalDate.of(2023, 11, 9);

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Test
    @Order(1)
    @Clause({"bachu-2022/第三十五条", "bachu-2022/第三十七条(3)"})
    void aMonthIsReconciledByInsuranceAndAccountAndEveryDifferenceHasAKindAndAnOwner() {
        dates.open(LocalDate.of(2023, 11, 30));
        tax.receives(full("may-a", MEDICAL, 38_000, DAY), full("may-b", MEDICAL, 35_000, DAY));
        treasury.reports(DAY, MEDICAL, 1, row("v-may-a", 38_000));
        states(1, MEDICAL, 75_000)
                .statusCode(409)
                .body("code", equalTo("month-not-over"))
                .body("detail", equalTo("当前业务日为2023-11-30"));
        dates.open(LocalDate.of(2023, 12, 1));
        states(2, MEDICAL, 75_000).statusCode(409).body("code", equalTo("month-version"));
        posts("TAX", "/statement", statement(1, MEDICAL, account(MEDICAL), 75_000))
                .statusCode(403);
        posts("TREASURY", "/statement", statement(1, MEDICAL, account(Insurance.PENSION), 75_000))
                .statusCode(422)
                .body("code", equalTo("month-account"));
        states(1, MEDICAL, 75_000)
                .statusCode(200)
                .body("collected", equalTo(73_000))
                .body("differences.kind", equalTo(List.of("IN_DAYS", "BEYOND_DAYS")))
                .body("differences.amount", equalTo(List.of(-35_000, 37_000)))
                .body("differences.owner", equalTo(List.of("TAX", "TREASURY")));
        dates.open(LocalDate.of(2023, 12, 8));
        stands(List.of("BEYOND_DAYS", "IN_DAYS"), List.of("TREASURY", "TAX"));
        open().body("findAll { it.month == '" + MONTH + "' }.amount", equalTo(List.of(37_000, -35_000)))
                .body("findAll { it.month == '" + MONTH + "' }.age", equalTo(List.of(8, 8)));
    }

    @Test
    @Order(2)
    @Clause("bachu-2022/第三十七条(2)")
    void aMonthIsRestatedByANewVersion() {
        treasury.reports(DAY, MEDICAL, 2, row("v-may-a", 38_000), row("v-may-b", 35_000));
        states(1, MEDICAL, 73_000).statusCode(409);
        states(2, MEDICAL, 73_000).statusCode(200).body("differences", hasSize(0));
        stands(List.of(), List.of());
        given().auth()
                .oauth2(TestRealm.token("FINANCE", COUNTY))
                .get("/months/" + MONTH)
                .then()
                .body("", hasSize(1))
                .body("[0].version", equalTo(2))
                .body("[0].income", nullValue());
    }

    @Test
    @Order(3)
    @Clause({"bachu-2022/第三十七条(4)", "bachu-2022/第三十七条(5)", "bachu-2022/第三十六条"})
    void theAgencyExplainsTheDifferenceOfItsIncomeToTheFen() {
        List<Map<String, Object>> half = List.of(Map.of("cause", "IN_TRANSIT", "amount", -30_000));
        posts("MEDICAL_INSURANCE", "/agency-report", Map.of("version", 1, "income", 38_000, "reasons", half))
                .statusCode(422)
                .body("code", equalTo("income-unexplained"))
                .body("detail", equalTo("差额-350.00元，已说明-300.00元"))
                .body("detailEn", equalTo("the difference is -350.00 yuan, explained -300.00 yuan"));
        List<Map<String, Object>> reasons = List.of(
                Map.of("cause", "IN_TRANSIT", "amount", -30_000), Map.of("cause", "NOT_BOOKED", "amount", -5_000));
        posts("SOCIAL_INSURANCE", "/agency-report", Map.of("version", 1, "income", 38_000, "reasons", reasons))
                .statusCode(409)
                .body("code", equalTo("statement-missing"));
        posts("MEDICAL_INSURANCE", "/agency-report", Map.of("version", 1, "income", 38_000, "reasons", reasons))
                .statusCode(200)
                .body("insurance", equalTo("MEDICAL"))
                .body("statement", equalTo(73_000));
        stands(List.of("IN_TRANSIT", "NOT_BOOKED"), List.of("TREASURY", "MEDICAL_INSURANCE"));
        given().auth()
                .oauth2(TestRealm.token("TAX", COUNTY))
                .queryParam("after", MONTH + "/MEDICAL/IN_TRANSIT")
                .queryParam("limit", 1)
                .get("/month-differences")
                .then()
                .body("kind", equalTo(List.of("NOT_BOOKED")));
        List<Map<String, Object>> explained = List.of(
                Map.of("cause", "REFUNDED", "amount", -1_000), Map.of("cause", "OTHER_MONTH", "amount", -2_000));
        posts("MEDICAL_INSURANCE", "/agency-report", Map.of("version", 2, "income", 70_000, "reasons", explained))
                .statusCode(200);
        stands(List.of("OTHER_MONTH"), List.of("MEDICAL_INSURANCE"));
        for (String department : List.of("TAX", "TREASURY", "MEDICAL_INSURANCE", "SOCIAL_INSURANCE", "FINANCE")) {
            given().auth()
                    .oauth2(TestRealm.token(department, COUNTY))
                    .get("/months/" + MONTH)
                    .then()
                    .body("[0].income", equalTo(70_000));
        }
    }

    @Test
    @Order(4)
    @Clause("bachu-2022/第三十七条(3)")
    void whyAMonthDoesNotAgreeIsShownWithEveryVersionOfBothReports() {
        page("TAX", "/desk/differences", "zh").body(containsString("/desk/differences/month?month=" + MONTH));
        page("TAX", "/desk/differences/month?insurance=MEDICAL&month=" + MONTH, "zh")
                .statusCode(200)
                .body(containsString("跨期"), containsString("750.00"), containsString("730.00"))
                .body(containsString("在途 -300.00"), containsString("退费 -10.00"));
        page("FINANCE", "/desk/differences/month?insurance=MEDICAL&month=" + MONTH, "en")
                .body(containsString("Reports of the agency"), not(containsString("跨期")));
        page("EDUCATION", "/desk/differences/month?insurance=MEDICAL&month=" + MONTH, "zh")
                .statusCode(403);
        page("TAX", "/desk/differences/month?insurance=MEDICAL&month=November", "zh")
                .statusCode(422);
        page("TAX", "/desk/differences/month?insurance=&month=" + MONTH, "zh").statusCode(400);
        given().auth()
                .oauth2(TestRealm.token("TAX", COUNTY))
                .get("/month-differences/evidence?insurance=MEDICAL&month=" + MONTH)
                .then()
                .statusCode(200)
                .body("statements.total", equalTo(List.of(75_000, 73_000)))
                .body("reports.income", equalTo(List.of(38_000, 70_000)))
                .body("reports[1].reasons.cause", equalTo(List.of("REFUNDED", "OTHER_MONTH")))
                .body("days", hasSize(0));
        given().auth()
                .oauth2(TestRealm.token("EDUCATION", COUNTY))
                .get("/month-differences/evidence")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(5)
    @Clause({"bachu-2022/第三十七条(2)", "bachu-2022/第三十七条(4)", "bachu-2022/第三十七条(5)"})
    void theTreasuryStatesAMonthAtItsDeskAndTheAgencyFilesItsReport() {
        page("TAX", "/desk/months?month=" + MONTH, "zh")
                .statusCode(200)
                .body(containsString("730.00"), containsString("700.00"), not(containsString("报送月度对账单</a>")));
        page("TREASURY", "/desk/months?month=" + MONTH, "zh").body(containsString("报送月度对账单</a>"));
        page("TREASURY", "/desk/months/statement?insurance=MEDICAL&month=" + MONTH, "zh")
                .body(containsString("name=\"version\" value=\"3\""), containsString(account(MEDICAL)));
        page("TAX", "/desk/months/statement?insurance=MEDICAL&month=" + MONTH, "zh")
                .statusCode(403);
        sends("TAX", "statement", stated("3", "740.00")).statusCode(403);
        sends("TREASURY", "statement", stated("3", "")).statusCode(400);
        sends("TREASURY", "statement", stated("2", "740.00")).statusCode(409).body(containsString("版本号不连续"));
        sends("TREASURY", "statement", stated("3", "740.00"))
                .statusCode(303)
                .header("Location", endsWith("/desk/months?month=" + MONTH));
        page("TAX", "/desk/months?month=" + MONTH, "en").body(containsString("740.00"), not(containsString("国库")));

        page("MEDICAL_INSURANCE", "/desk/months/report?month=" + MONTH, "zh")
                .body(containsString("name=\"version\" value=\"3\""), containsString("740.00"));
        page("TREASURY", "/desk/months/report?month=" + MONTH, "zh").statusCode(403);
        sends("MEDICAL_INSURANCE", "report", filed("", "-9.99")).statusCode(422).body(containsString("收入差异原因合计与差额不符"));
        sends("MEDICAL_INSURANCE", "report", filed("", "-10.00")).statusCode(303);
        stands(List.of("BEYOND_DAYS", "NOT_BOOKED"), List.of("TREASURY", "MEDICAL_INSURANCE"));
        page("EDUCATION", "/desk/months", "zh").statusCode(403);
        page("TAX", "/desk/months?month=November", "zh").statusCode(422);
    }

    private static Map<String, Object> stated(String version, String total) {
        return Map.of(
                "month",
                MONTH,
                "insurance",
                "MEDICAL",
                "version",
                version,
                "account",
                account(MEDICAL),
                "entries",
                "2",
                "total",
                total);
    }

    private static Map<String, Object> filed(String inTransit, String notBooked) {
        return Map.of(
                "month",
                MONTH,
                "version",
                "3",
                "income",
                "730.00",
                "cause",
                List.of("IN_TRANSIT", "NOT_BOOKED"),
                "amount",
                List.of(inTransit, notBooked));
    }

    private static ValidatableResponse sends(String department, String form, Map<String, Object> fields) {
        return given().auth()
                .oauth2(TestRealm.token(department, COUNTY))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .formParam("key", UUID.randomUUID().toString())
                .post("/desk/months/" + form)
                .then();
    }

    private static ValidatableResponse page(String department, String path, String language) {
        return given().auth()
                .oauth2(TestRealm.token(department, COUNTY))
                .cookie("language", language)
                .get(path)
                .then();
    }

    private static void stands(List<String> kinds, List<String> owners) {
        open().body("findAll { it.month == '" + MONTH + "' }.kind", equalTo(kinds))
                .body("findAll { it.month == '" + MONTH + "' }.owner", equalTo(owners));
    }

    private static ValidatableResponse open() {
        return given().auth()
                .oauth2(TestRealm.token("TAX", COUNTY))
                .get("/month-differences")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse states(int version, Insurance insurance, long fen) {
        return posts("TREASURY", "/statement", statement(version, insurance, account(insurance), fen));
    }

    private static Map<String, Object> statement(int version, Insurance insurance, String account, long fen) {
        return Map.of("version", version, "insurance", insurance, "account", account, "entries", 2, "total", fen);
    }

    private static ValidatableResponse posts(String department, String path, Object body) {
        return given().auth()
                .oauth2(TestRealm.token(department, COUNTY))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/months/" + MONTH + path)
                .then();
    }
}
