package cn.liangxian.enrollment.registration;

import static cn.liangxian.enrollment.County.OTHER_VILLAGE;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody whom the register knows is registered: what the request does not say, the register says. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "again")
class RegisteringAgainTest {

    private static final String OF_MAN = "select count(*) from person where id_number = ? and ";

    @Inject
    County county;

    private final String man = County.newNumber(LocalDate.of(1985, 7, 8), true);

    @BeforeEach
    void open() {
        county.openDay();
        county.resident(man, "某人", VILLAGE, false, Fen.ofYuan(500));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whomTheRegisterHasAsInsuredElsewhereIsRefusedUntilTheRequestSaysThatHeIsNot() {
        known("insured_elsewhere = true");
        refused("MEDICAL", "", "已在市外统筹地区");
        refused("MEDICAL", ",\"insuredInCity\":false", "已在市外统筹地区");
        assertEquals(1, county.count(OF_MAN + "insured_elsewhere", man));
        register(VILLAGE, "MEDICAL", ",\"insuredElsewhere\":false").statusCode(201);
        assertEquals(0, county.count(OF_MAN + "insured_elsewhere", man));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whomTheRegisterHasAsInsuredInTheCityIsRefusedUntilTheRequestSaysThatHeIsNot() {
        known("insured_in_city = true");
        refused("MEDICAL", "", "以当地参保登记为准");
        refused("MEDICAL", ",\"insuredElsewhere\":false", "以当地参保登记为准");
        assertEquals(1, county.count(OF_MAN + "insured_in_city", man));
        register(VILLAGE, "MEDICAL", ",\"insuredInCity\":false").statusCode(201);
        assertEquals(0, county.count(OF_MAN + "insured_in_city", man));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/三-1")
    void aStudentAndWhoHasAnotherPensionAreRefusedThePensionUntilTheRequestSaysThatTheyAreNot() {
        known("student = true");
        refused("PENSION", "", "在校学生");
        known("student = false, other_pension = true");
        refused("PENSION", ",\"student\":false", "已参加其他养老保险");
        register(VILLAGE, "PENSION", ",\"otherPension\":false").statusCode(201);
        assertEquals(1, county.count(OF_MAN + "not student and not other_pension", man));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/四(四)1-b", "yicheng-2024/五(三)-a"})
    void aChangeOfAddressChangesTheAddressAndNothingElse() {
        known("registered_here = false, student = true, other_pension = true");
        register(OTHER_VILLAGE, "MEDICAL", "").statusCode(201);
        assertEquals(
                1,
                county.count(
                        OF_MAN
                                + """
                                village = ? and household = 'H1' and not registered_here and resides_here and student
                                and other_pension and pension_tier = 50000""",
                        man,
                        OTHER_VILLAGE));
        register(
                        OTHER_VILLAGE,
                        "MEDICAL",
                        ",\"household\":\"H2\",\"registeredHere\":true,\"student\":false,\"otherPension\":false,"
                                + "\"pensionTier\":0")
                .statusCode(201);
        assertEquals(
                1,
                county.count(
                        OF_MAN
                                + """
                                household = 'H2' and registered_here and not student and not other_pension
                                and pension_tier is null""",
                        man));
    }

    @Test
    @OidcSecurity(claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = VILLAGE)})
    @Clause({"yicheng-2024/四(四)1-a", "yicheng-2024/五(八)"})
    void aVillageAgentDoesNotBringTheDeceasedBackButWhoHadMovedAway() {
        known("state = 'DECEASED'");
        register(VILLAGE, "MEDICAL", "")
                .statusCode(409)
                .body("code", equalTo("person-deceased"), "title", containsString("已死亡"));
        assertEquals(1, county.count(OF_MAN + "state = 'DECEASED'", man));
        known("state = 'MOVED_OUT'");
        register(VILLAGE, "MEDICAL", "").statusCode(201);
        assertEquals(1, county.count(OF_MAN + "state = 'LIVING'", man));
    }

    @Test
    @OidcSecurity(claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = VILLAGE)})
    @Clause({"yicheng-2024/三-4", "yicheng-2024/三-1", "yicheng-2024/五(三)-a"})
    void aVillageAgentDoesNotLiftAnInsuranceElsewhereByAWord() {
        for (String mark : List.of("insured_elsewhere", "insured_in_city", "employee_insured", "other_pension")) {
            known(
                    "insured_elsewhere = false, insured_in_city = false, employee_insured = false, other_pension = false");
            known(mark + " = true");
            String said =
                    ",\"insuredElsewhere\":false,\"insuredInCity\":false,\"employeeInsured\":false,\"otherPension\":false";
            String insurance = mark.equals("other_pension") ? "PENSION" : "MEDICAL";
            register(VILLAGE, insurance, said)
                    .statusCode(409)
                    .body("code", equalTo("insurance-stands"), "title", containsString("经办机构"));
            assertEquals(1, county.count(OF_MAN + mark, man));
        }
        known("insured_elsewhere = false, insured_in_city = false, employee_insured = false, other_pension = false");
        register(VILLAGE, "MEDICAL", ",\"insuredElsewhere\":false").statusCode(201);
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/四(四)1-a", "yicheng-2024/五(三)-a"})
    void anAgencyRegistersWhomTheRegisterWronglyHasAsDeceased() {
        known("state = 'DECEASED'");
        register(VILLAGE, "MEDICAL", "").statusCode(201);
        assertEquals(1, county.count(OF_MAN + "state = 'LIVING'", man));
    }

    private void known(String facts) {
        county.jdbi().useHandle(h -> h.execute("update person set " + facts + " where id_number = ?", man));
    }

    private void refused(String insurance, String said, String reason) {
        register(VILLAGE, insurance, said)
                .statusCode(422)
                .body("code", equalTo("not-eligible"), "detail", containsString(reason));
    }

    private ValidatableResponse register(String village, String insurance, String said) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body("{\"idNumber\":\"%s\",\"name\":\"某人\",\"village\":\"%s\",\"insurance\":\"%s\"%s}"
                        .formatted(man, village, insurance, said))
                .post("/registrations")
                .then();
    }
}
