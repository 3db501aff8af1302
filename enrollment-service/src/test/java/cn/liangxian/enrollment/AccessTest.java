package cn.liangxian.enrollment;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing without a token; the wrong department gets 403; another area's data do not exist. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AccessTest {

    private static final String DECLARATION =
            """
            {"category":"DIBAO","area":"370404101","listDate":"2023-09-20","declaredCount":0,"signedBy":"甲",
             "sealed":true,"carrier":"electronic","confirmedZero":true}""";

    @Inject
    County county;

    @Test
    void nothingIsAnsweredWithoutAToken() {
        for (String path : new String[] {"/statement", "/rosters/" + Uuid7.next(), "/special-groups/" + Uuid7.next()}) {
            given().get(path).then().statusCode(401);
        }
        for (String path : new String[] {"/rosters", "/special-groups", "/registrations", "/identity-changes"}) {
            given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        }
        given().contentType("text/csv").body("").post("/households").then().statusCode(401);
    }

    @Test
    void theStatusIsOpen() {
        given().get("/status").then().statusCode(200).body("service", equalTo("enrollment"));
    }

    @Test
    @TestSecurity(user = "channel")
    @OidcSecurity(claims = {@Claim(key = "department", value = "CHANNEL"), @Claim(key = "area", value = County.CODE)})
    void aDepartmentThatHasNoPartInItIsForbidden() {
        given().get("/statement").then().statusCode(403);
        given().header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"insurance\":\"MEDICAL\",\"sealedBy\":\"x\"}")
                .post("/rosters")
                .then()
                .statusCode(403);
        given().header("Idempotency-Key", "k")
                .header("X-Declared-Count", 0)
                .contentType("text/csv")
                .body("")
                .post("/households")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "nobody")
    @OidcSecurity(claims = @Claim(key = "department", value = "TAX"))
    void aTokenWithoutAreaIsForbidden() {
        given().get("/statement").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "veterans")
    @OidcSecurity(claims = {@Claim(key = "department", value = "VETERANS"), @Claim(key = "area", value = County.CODE)})
    @Clause("yicheng-2024/五(六)")
    void aDepartmentListsOnlyItsOwnCategories() {
        given().header("Idempotency-Key", "k")
                .multiPart("declaration", DECLARATION, "application/json")
                .post("/special-groups")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "civil-affairs")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = TOWNSHIP)})
    @Clause("yicheng-2024/五(一)-d")
    void aTownshipListsOnlyForItself() {
        given().header("Idempotency-Key", "k")
                .multiPart("declaration", DECLARATION, "application/json")
                .post("/special-groups")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "neighbour")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370403")})
    void anotherCountysTokenFindsNothing() {
        given().get("/statement").then().statusCode(404);
        given().get("/special-groups/" + listOf(TOWNSHIP)).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "health")
    @OidcSecurity(claims = {@Claim(key = "department", value = "HEALTH"), @Claim(key = "area", value = County.CODE)})
    void anotherDepartmentsListDoesNotExist() {
        UUID list = listOf(TOWNSHIP);
        given().get("/special-groups/" + list).then().statusCode(404);
        given().get("/special-groups/" + list + "/errors").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "agent")
    @OidcSecurity(claims = {@Claim(key = "department", value = "VILLAGE"), @Claim(key = "area", value = VILLAGE)})
    @Clause("yicheng-2024/四(四)1-a")
    void aVillageAgentRegistersOnlyInTheOwnVillage() {
        given().header("Idempotency-Key", "k")
                .contentType("application/json; charset=UTF-8")
                .body("{\"idNumber\":\"x\",\"name\":\"甲\",\"village\":\"%s\",\"insurance\":\"MEDICAL\"}"
                        .formatted(County.OTHER_VILLAGE))
                .post("/registrations")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "tax")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = County.CODE)})
    void theStatementCountsWhatTheServiceHas() {
        long persons = county.count("select count(*) from person");
        given().get("/statement").then().statusCode(200).body("persons", equalTo((int) persons));
    }

    private UUID listOf(String area) {
        UUID list = Uuid7.next();
        county.jdbi().useHandle(h -> h.createUpdate(
                        """
                                insert into special_group_list (list_id, department, category, area, list_date, declared,
                                    received, accepted, grade, sealed, confirmed_zero, file_bytes, digest, received_on,
                                    received_by)
                                values (?, 'CIVIL_AFFAIRS', 'DIBAO', ?, '2023-09-20', 0, 0, 0, 'PARTIAL', true, false, 0,
                                    ?, '2023-10-08', 'x')""")
                .bind(0, list)
                .bind(1, area)
                .bind(2, list.toString())
                .execute());
        return list;
    }
}
