package cn.liangxian.enrollment.assessment;

import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments in special cases are assessed by the agency of the insurance; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "social-insurance")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)})
class AssessmentTest {

    @Inject
    County county;

    private final String id = County.newNumber(LocalDate.of(1970, 7, 8), true);
    private UUID key;

    @BeforeEach
    void somebodyInTheRegister() {
        county.openDay();
        key = county.resident(id, "某人", VILLAGE);
    }

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(二)-c"})
    void aBackPaymentOfAnEarlierYearWaitsForThePensionAgencyWhichStatesATier() {
        String assessment = ask(id, "PENSION", "INTERRUPTION", 2021)
                .statusCode(201)
                .body("waitsOn", equalTo("SOCIAL_INSURANCE"), "positive", nullValue())
                .body("requestedOn", equalTo("2023-10-08"), "waitsUntil", equalTo("2023-10-11"))
                .extract()
                .path("assessmentId");
        ask(id, "PENSION", "POLICY_BACK_PAYMENT", 2021).statusCode(409).body("code", equalTo("assessment-waiting"));
        waiting().body("assessmentId", hasItem(assessment));
        given().get("/assessments?after=" + assessment).then().body("assessmentId", not(hasItem(assessment)));
        assess(assessment, "{\"positive\":true}").statusCode(422).body("code", equalTo("assessment-amount-needed"));
        assess(assessment, "{\"positive\":true,\"amount\":36000}")
                .statusCode(422)
                .body("code", equalTo("tier-not-allowed"));
        assess(assessment, "{\"positive\":true,\"amount\":35000}")
                .statusCode(201)
                .body("positive", equalTo(true), "validUntil", equalTo("2023-11-07"), "assumed", equalTo(true));
        waiting().body("assessmentId", not(hasItem(assessment)));
        assess(assessment, "{\"positive\":false,\"reason\":\"x\"}").statusCode(409);
        AssessmentMade made = made(assessment);
        assertEquals(Fen.ofYuan(350), made.amount());
        assertEquals(2021, made.feeYear());
        assertEquals(key.toString(), made.personKey());
        assertEquals("yicheng-2024/四(三)3b", made.clause());
        assertEquals(true, made.assumed(), "for how long it is valid no text says");
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/五(三)-b")
    void aNewbornIsAssessedByTheMedicalAgencyAtThePriceOfTheNotice() {
        String child = County.newNumber(County.DAY.minusDays(1), false);
        county.resident(child, "新生儿", VILLAGE);
        String assessment = ask(child, "MEDICAL", "NEWBORN", null)
                .statusCode(201)
                .body("waitsOn", equalTo("MEDICAL_INSURANCE"))
                .extract()
                .path("assessmentId");
        assess(assessment, "{\"positive\":true}").statusCode(201).body("amount", equalTo(38000));
        assertEquals(2024, made(assessment).feeYear());
    }

    @Test
    @Clause("yicheng-2024/五(二)-c")
    void aNoNeedsAReasonAndThenAnotherRequestMayFollow() {
        String assessment = ask(id, "PENSION", "INTERRUPTION", 2020).extract().path("assessmentId");
        assess(assessment, "{\"positive\":false}").statusCode(422).body("code", equalTo("reason-needed"));
        assess(assessment, "{\"positive\":false,\"reason\":\"未中断\"}")
                .statusCode(201)
                .body("positive", equalTo(false), "validUntil", nullValue());
        assertEquals("未中断", made(assessment).reason());
        ask(id, "PENSION", "INTERRUPTION", 2020).statusCode(201);
    }

    @Test
    void whoCanPayLikeEverybodyElseIsNotKeptWaitingAndAYearMustFitTheCase() {
        ask(id, "PENSION", "OUT_OF_CAMPAIGN", null).statusCode(409).body("code", equalTo("assessment-not-needed"));
        ask(id, "PENSION", "INTERRUPTION", 2024).statusCode(422).body("code", equalTo("special-case-fee-year"));
        ask(id, "PENSION", "OUT_OF_CAMPAIGN", 2023).statusCode(422).body("code", equalTo("special-case-fee-year"));
        ask(id, "PENSION", "NEWBORN", null).statusCode(422).body("code", equalTo("special-case-other-insurance"));
        ask(id, "PENSION", "NO_SUCH", null).statusCode(422).body("code", equalTo("special-case-unknown"));
        String nobody = County.newNumber(LocalDate.of(1971, 1, 1), true);
        ask(nobody, "PENSION", "INTERRUPTION", 2021).statusCode(404).body("code", equalTo("person-unknown"));
    }

    @Test
    void anAgencyDoesNotAssessForTheOtherInsurance() {
        String assessment = ask(id, "MEDICAL", "INTERRUPTION", 2022)
                .statusCode(201)
                .extract()
                .path("assessmentId");
        assess(assessment, "{\"positive\":true,\"amount\":32000}")
                .statusCode(404)
                .body("code", equalTo("assessment-unknown"));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = County.OTHER_VILLAGE)
            })
    void anAgentAsksForTheOwnVillageOnlyAndAssessesNothing() {
        ask(id, "PENSION", "INTERRUPTION", 2021).statusCode(404).body("code", equalTo("person-unknown"));
        given().get("/assessments").then().statusCode(403);
        assess(UUID.randomUUID().toString(), "{\"positive\":true}").statusCode(403);
    }

    private AssessmentMade made(String assessment) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(AssessmentMade.class).stream()
                                .filter(one -> one.assessmentId().equals(assessment))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private static ValidatableResponse waiting() {
        return given().get("/assessments?limit=2000").then().statusCode(200);
    }

    private static ValidatableResponse ask(String id, String insurance, String kind, Integer year) {
        return post(
                "/assessments",
                """
                {"idNumber":"%s","insurance":"%s","kind":"%s","feeYear":%s,
                 "documents":[{"name":"申请表","digest":"ab12"}]}"""
                        .formatted(id, insurance, kind, year));
    }

    private static ValidatableResponse assess(String assessment, String outcome) {
        return post("/assessments/" + assessment + "/outcome", outcome);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body(body)
                .post(path)
                .then();
    }
}
