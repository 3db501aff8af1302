package cn.liangxian.enrollment.registration;

import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.person.Identities;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "counter")
class RegistrationQueryTest {

    @Inject
    County county;

    private final String id = County.newNumber(LocalDate.of(1985, 7, 8), true);
    private UUID key;

    @BeforeEach
    void aResidentWithAStatus() {
        county.openDay();
        key = county.resident(id, "某人", VILLAGE);
        QuarkusTransaction.requiringNew().run(() -> county.jdbi()
                .useHandle(h -> Identities.state(h, key, "DIBAO", LocalDate.of(2023, 1, 1), null)));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/五(三)-c")
    void theMedicalCounterTellsStatusesAndRightAndKeepsWhoAskedForWhat() {
        query(id, "MEDICAL", "窗口查询")
                .statusCode(200)
                .body("personKey", equalTo(key.toString()))
                .body("eligible", equalTo(true))
                .body("clause", equalTo("yicheng-2024/三-2"))
                .body("statuses[0].category", equalTo("DIBAO"))
                .body("statuses[0].from", equalTo("2023-01-01"))
                .body("statuses[0].until", nullValue())
                .body("registrations.size()", equalTo(0));
        assertEquals(
                1,
                county.count(
                        "select count(*) from registration_query where person_key = ? and purpose = '窗口查询'"
                                + " and asked_by = 'counter'",
                        key));
        query(id, "MEDICAL", " ").statusCode(400);
        query(id, "PENSION", "窗口查询").statusCode(403);
        query(County.newNumber(LocalDate.of(1985, 7, 8), false), "MEDICAL", "窗口查询")
                .statusCode(404)
                .body("code", equalTo("person-unknown"));
        query(id.substring(1), "MEDICAL", "窗口查询").statusCode(422).body("code", equalTo("id-invalid"));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause("yicheng-2024/五(二)-e")
    void thePensionCounterTellsWhatWasRegisteredWithItsMonths() {
        given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body(Map.of("idNumber", id, "name", "某人", "village", VILLAGE, "insurance", "PENSION"))
                .post("/registrations")
                .then()
                .statusCode(201);
        query(id, "PENSION", "本人查询")
                .statusCode(200)
                .body("registrations[0].kind", equalTo("REGISTERED"))
                .body("registrations[0].firstMonth", equalTo("2024-01-01"))
                .body("registrations[0].lastMonth", equalTo("2024-12-01"));
    }

    @Test
    @OidcSecurity(claims = {@Claim(key = "department", value = "CHANNEL"), @Claim(key = "area", value = "370405")})
    void somebodyOfAnotherAreaIsUnknown() {
        query(id, "MEDICAL", "本人查询").statusCode(404);
    }

    private static ValidatableResponse query(String id, String insurance, String purpose) {
        return given().contentType("application/json; charset=UTF-8")
                .body(Map.of("idNumber", id, "insurance", insurance, "purpose", purpose))
                .post("/registrations/query")
                .then();
    }
}
