package cn.liangxian.reconciliation.entitlement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementCorrected;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "agency")
class CorrectionTest {

    @Inject
    Dates dates;

    @Inject
    BusinessDay day;

    @Inject
    Neighbours neighbours;

    private final String caseId = Uuid7.next().toString();
    private LocalDate today;

    @BeforeEach
    void aMedicalContributionWentBack() {
        dates.openUnused();
        today = day.today();
        EntitlementToCorrect told =
                new EntitlementToCorrect(caseId, "somebody", Insurance.MEDICAL, 2024, Fen.ZERO, today);
        neighbours.hand(List.of(told, told));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    @Clause("yicheng-2024/五(三)-f")
    void theAgencySaysAtItsDeskWhatItHasCorrected() {
        given().get("/desk/corrections").then().statusCode(200).body(containsString("待更正待遇"), containsString(caseId));
        sends(null).statusCode(400);
        sends(caseId).statusCode(303).header("Location", endsWith("/desk/corrections"));
        waiting().body("caseId", not(hasItem(caseId)));
        sends(caseId).statusCode(404).body(containsString("没有待更正的待遇"));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    void theOtherAgencyDoesNotSeeTheCaseAndCannotCorrectIt() {
        given().cookie("language", "en")
                .get("/desk/corrections")
                .then()
                .statusCode(200)
                .body(containsString("Entitlements to correct"), not(containsString(caseId)));
        sends(caseId).statusCode(404);
    }

    @Test
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370404")})
    void whoIsNoAgencyHasNoPageOfCorrections() {
        given().get("/desk/corrections").then().statusCode(403);
        sends(caseId).statusCode(403);
    }

    private static ValidatableResponse sends(String caseId) {
        RequestSpecification form =
                given().redirects().follow(false).formParam("key", Uuid7.next().toString());
        return (caseId == null ? form : form.formParam("case", caseId))
                .post("/desk/corrections")
                .then();
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    @Clause("yicheng-2024/五(三)-f")
    void whatWasRecordedForMoneyThatWentBackStaysOpenUntilTheAgencyHasCorrectedIt() {
        waiting().body("caseId", hasItem(caseId));
        given().get("/entitlements/corrections?after=" + caseId).then().body("caseId", not(hasItem(caseId)));
        correct().statusCode(201).body("correctedOn", equalTo(today.toString()), "paidInAll", equalTo(0));
        waiting().body("caseId", not(hasItem(caseId)));
        correct().statusCode(404).body("code", equalTo("correction-unknown"));
        EntitlementCorrected corrected = HandedOver.await(
                        1, EntitlementCorrected.class, one -> one.caseId().equals(caseId))
                .get(0);
        assertEquals("somebody", corrected.personKey());
        assertEquals(today, corrected.correctedOn());
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    void theOtherAgencyDoesNotSeeIt() {
        waiting().body("caseId", not(hasItem(caseId)));
        correct().statusCode(404);
    }

    private static ValidatableResponse waiting() {
        return given().get("/entitlements/corrections?limit=2000").then().statusCode(200);
    }

    private ValidatableResponse correct() {
        return given().header("Idempotency-Key", Uuid7.next().toString())
                .contentType("application/json")
                .post("/entitlements/corrections/" + caseId)
                .then();
    }
}
