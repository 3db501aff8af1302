package cn.liangxian.enrollment.registration;

import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.enrollment.County;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may take part in which insurance, at the counter of the agency; the business date is 2023-10-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "agency")
class EligibilityTest {

    private static final LocalDate GROWN_UP = LocalDate.of(1985, 7, 8);

    @Inject
    County county;

    @BeforeEach
    void open() {
        county.openDay();
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/三-1")
    void thePensionTakesWhoIsSixteenRegisteredHereNoStudentAndInNoOtherPension() {
        LocalDate today = County.DAY;
        admitted(today.minusYears(16), "PENSION", "");
        refused(today.minusYears(16).plusDays(1), "PENSION", "", "三-1");
        refused(GROWN_UP, "PENSION", "\"student\":true", "三-1");
        refused(GROWN_UP, "PENSION", "\"otherPension\":true", "三-1");
        refused(GROWN_UP, "PENSION", "\"registeredHere\":false", "三-1");
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/三-2", "yicheng-2024/三-3", "yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void theMedicalInsuranceTakesWhoIsRegisteredOrLivesHereAndIsInsuredNowhereElse() {
        admitted(County.DAY.minusDays(1), "MEDICAL", "");
        admitted(GROWN_UP, "MEDICAL", "\"registeredHere\":false,\"residesHere\":true");
        refused(GROWN_UP, "MEDICAL", "\"registeredHere\":false,\"residesHere\":false", "三-3");
        refused(GROWN_UP, "MEDICAL", "\"employeeInsured\":true", "三-2");
        refused(GROWN_UP, "MEDICAL", "\"insuredElsewhere\":true", "三-4");
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whoIsInsuredInAnotherDistrictOfTheCityStaysRegisteredThereAndWhoIsInsuredOutsideNeedsNotPayTwice() {
        refused(GROWN_UP, "MEDICAL", "\"insuredInCity\":true", "三-4", "以当地参保登记为准");
        refused(GROWN_UP, "MEDICAL", "\"insuredElsewhere\":true", "三-4", "已在市外统筹地区");
        refused(GROWN_UP, "MEDICAL", "\"insuredInCity\":true,\"registeredHere\":false", "三-4", "以当地参保登记为准");
        admitted(GROWN_UP, "MEDICAL", "\"insuredInCity\":false,\"insuredElsewhere\":false");
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/三-4")
    void whereSomebodyIsInsuredAgainstIllnessDecidesNothingAboutThePension() {
        admitted(GROWN_UP, "PENSION", "\"insuredInCity\":true,\"insuredElsewhere\":true");
    }

    private void admitted(LocalDate birth, String insurance, String facts) {
        register(birth, insurance, facts).statusCode(201).body("insurance", equalTo(insurance));
    }

    private void refused(LocalDate birth, String insurance, String facts, String clause) {
        register(birth, insurance, facts)
                .statusCode(422)
                .body("code", equalTo("not-eligible"), "detail", containsString("yicheng-2024/" + clause))
                .body("detailEn", containsString("yicheng-2024/" + clause));
    }

    private void refused(LocalDate birth, String insurance, String facts, String clause, String reason) {
        register(birth, insurance, facts)
                .statusCode(422)
                .body("detail", containsString("yicheng-2024/" + clause), "detail", containsString(reason));
    }

    private static ValidatableResponse register(LocalDate birth, String insurance, String facts) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body("{\"idNumber\":\"%s\",\"name\":\"新人\",\"village\":\"%s\",\"insurance\":\"%s\"%s}"
                        .formatted(
                                County.newNumber(birth, true), VILLAGE, insurance, facts.isEmpty() ? "" : "," + facts))
                .post("/registrations")
                .then();
    }
}
