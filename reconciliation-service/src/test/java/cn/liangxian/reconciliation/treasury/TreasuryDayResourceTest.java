package cn.liangxian.reconciliation.treasury;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "treasury")
@OidcSecurity(claims = {@Claim(key = "department", value = "TREASURY"), @Claim(key = "area", value = "370404")})
class TreasuryDayResourceTest {

    @Inject
    Dates dates;

    @Inject
    Jdbi jdbi;

    private LocalDate date;

    @BeforeEach
    void anUnusedDate() {
        date = dates.openUnused();
    }

    @Test
    @Clause("yicheng-2024/附件-b")
    void aReportIsReceivedAndHandedOverWithItsDigest() {
        String digest = post(report(1, row("b", 200), row("a", 100)))
                .statusCode(201)
                .body("rows", equalTo(2), "total", equalTo(300))
                .extract()
                .path("digest");
        TreasuryDayReceived received = HandedOver.await(
                        1, TreasuryDayReceived.class, r -> r.date().equals(date))
                .get(0);
        assertEquals(digest, received.digest());
        assertEquals(Insurance.MEDICAL, received.insurance());
    }

    @Test
    void theSameReportUnderTheSameKeyIsReceivedOnce() throws Exception {
        String key = Uuid7.next().toString();
        String report = json(report(1, row("a", 100)));
        post(key, report).statusCode(201);
        post(key, report).statusCode(201).body("version", equalTo(1));
        assertEquals(1, rows());
        post(key, json(report(1, row("a", 101)))).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aReportWithoutKeyIsRefused() throws Exception {
        given().contentType("application/json")
                .body(json(report(1)))
                .post("/treasury-days")
                .then()
                .statusCode(400);
    }

    @Test
    void aCountOrTotalThatTheRowsDoNotMakeUpIsRefusedAndNothingIsKept() {
        post(new TreasuryReport(date, Insurance.MEDICAL, "m", 1, List.of(row("a", 100)), 2, Fen.of(100)))
                .statusCode(422)
                .body("code", equalTo("treasury-day-disagrees"))
                .body("detail", equalTo("填报2笔1.00元，明细1笔1.00元"))
                .body("detailEn", equalTo("declared 2 rows, 1.00 yuan; received 1 rows, 1.00 yuan"));
        post(new TreasuryReport(date, Insurance.MEDICAL, "m", 1, List.of(row("a", 100)), 1, Fen.of(101)))
                .statusCode(422);
        assertEquals(0, rows());
    }

    @Test
    void everyWrongRowIsNamed() {
        post(report(1, row("a", 100), row(" ", 100), row("c", 0)))
                .statusCode(422)
                .body("code", equalTo("treasury-day-malformed"), "errors", hasSize(2))
                .body("errors[0].row", equalTo(2), "errors[0].field", equalTo("voucher"))
                .body("errors[0].message", equalTo("缺失或超出范围"))
                .body("errors[0].messageEn", equalTo("missing or out of bounds"))
                .body("errors[1].row", equalTo(3), "errors[1].field", equalTo("amount"));
    }

    @Test
    void anAmountThatIsNotWholeFenIsRefused() throws Exception {
        post(Uuid7.next().toString(), json(report(1, row("a", 100))).replace("\"amount\":100", "\"amount\":1.5"))
                .statusCode(400);
        assertEquals(0, rows());
    }

    @Test
    void versionsFollowOneAnotherWithoutGapOrRepetition() {
        post(report(2))
                .statusCode(409)
                .body("code", equalTo("treasury-day-version"))
                .body("detail", equalTo("报送第2版，应为第1版"), "detailEn", equalTo("version 2 was sent, 1 is next"));
        post(report(1)).statusCode(201);
        post(report(1)).statusCode(409);
        post(report(2, row("a", 100))).statusCode(201);
        post(report(4)).statusCode(409);
    }

    @Test
    void aDateThatIsNotOpenIsRefused() {
        LocalDate tomorrow = date.plusDays(2);
        TreasuryReport report = TreasuryDesk.day(tomorrow, Insurance.MEDICAL, 1);
        post(report).statusCode(409).body("code", equalTo("treasury-day-in-future"));
    }

    @Test
    void theAccountOfTheOtherInsuranceIsRefused() {
        post(report(1)).statusCode(201);
        TreasuryReport pension = new TreasuryReport(
                date, Insurance.PENSION, TreasuryDesk.account(Insurance.MEDICAL), 1, List.of(), 0, Fen.ZERO);
        post(pension).statusCode(409).body("code", equalTo("treasury-account-of-other-insurance"));
    }

    @Test
    void aLargeReportIsTakenWhole() {
        List<TreasuryReport.Row> rows = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            rows.add(row(date + "-" + i, 38_000));
        }
        Collections.shuffle(rows, new java.util.Random(1));
        post(report(1, rows.toArray(TreasuryReport.Row[]::new))).statusCode(201);
        assertEquals(30_000, rows());
    }

    @Test
    @TestSecurity(user = "tax")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370404")})
    void anotherDepartmentIsForbidden() {
        post(report(1)).statusCode(403);
    }

    @Test
    @TestSecurity(user = "treasury-of-bachu")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TREASURY"), @Claim(key = "area", value = "653130")})
    void theTreasuryOfAnotherCountyFindsNothingHere() {
        post(report(1)).statusCode(404);
    }

    @Test
    @TestSecurity(authorizationEnabled = true)
    void nobodyIsUnauthenticated() {
        post(report(1)).statusCode(401);
    }

    private static TreasuryReport.Row row(String voucher, long fen) {
        return TreasuryDesk.row(voucher, fen);
    }

    private TreasuryReport report(int version, TreasuryReport.Row... rows) {
        return TreasuryDesk.day(date, Insurance.MEDICAL, version, rows);
    }

    private static ValidatableResponse post(TreasuryReport report) {
        try {
            return post(Uuid7.next().toString(), json(report));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ValidatableResponse post(String key, String json) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(json)
                .post("/treasury-days")
                .then();
    }

    private static String json(TreasuryReport report) throws JsonProcessingException {
        return HandoffJson.MAPPER.writeValueAsString(report);
    }

    private int rows() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from treasury_row where day = ?")
                .bind(0, date)
                .mapTo(Integer.class)
                .one());
    }
}
