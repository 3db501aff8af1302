package cn.liangxian.enrollment.importfailure;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.enrollment.EnrollmentHandoff.ImportFailureClosed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "civil-affairs")
@OidcSecurity(claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = TOWNSHIP)})
class ImportFailureTest {

    @Inject
    County county;

    private String list;

    @BeforeEach
    void aListOfTwoOfWhomOneIsUnknownToTheRegister() {
        county.openDay();
        String known = County.newNumber(LocalDate.of(1950, 1, 1), true);
        county.resident(known, "张三", County.VILLAGE);
        String stranger = County.newNumber(LocalDate.of(1960, 1, 1), true);
        String rows = "姓名,身份证号,开始日期,结束日期\n张三," + known + ",,\n王五," + stranger + ",,\n";
        list = given().header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "名单.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart(
                        "declaration",
                        """
                        {"category":"DIBAO","area":"%s","listDate":"2023-09-20","declaredCount":2,"signedBy":"负责人",
                         "sealed":true,"carrier":"electronic","confirmedZero":false}"""
                                .formatted(TOWNSHIP),
                        "application/json")
                .post("/special-groups")
                .then()
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED_WITH_ERRORS"))
                .extract()
                .path("listId");
    }

    @Test
    @Clause({"yicheng-2024/五(一)-f", "yicheng-2024/五(一)-g"})
    void aFailedRowStaysOpenUntilTheDepartmentHasToldThePersonAndSaysWhatBecameOfIt() {
        open().body("listId", hasItem(list))
                .body("find { it.listId == '" + list + "' }.row", equalTo(3))
                .body("find { it.listId == '" + list + "' }.reasons.size()", equalTo(1))
                .body("find { it.listId == '" + list + "' }.reasons[0].messageEn", equalTo("not in the register"))
                .body("find { it.listId == '" + list + "' }.waitsOn", equalTo("CIVIL_AFFAIRS"))
                .body("find { it.listId == '" + list + "' }.waitsUntil", equalTo("2023-10-20"))
                .body("find { it.listId == '" + list + "' }.untilAssumed", equalTo(true));
        given().get("/import-failures?after=" + list + "&afterRow=2").then().body("[0].listId", equalTo(list));
        given().get("/import-failures?after=" + list + "&afterRow=3").then().body("listId", not(hasItem(list)));
        close("LISTED_ANEW", null).statusCode(422).body("code", equalTo("person-not-informed"));
        close("LISTED_ANEW", County.DAY.plusDays(1)).statusCode(422);
        open().body("listId", hasItem(list));
        close("LISTED_ANEW", County.DAY)
                .statusCode(201)
                .body("closedOn", equalTo(County.DAY.toString()), "informedOn", equalTo(County.DAY.toString()))
                .body("waitsOn", nullValue(), "waitsUntil", nullValue());
        open().body("listId", not(hasItem(list)));
        close("LISTED_ANEW", County.DAY).statusCode(201);
        close("DECEASED", null).statusCode(409).body("code", equalTo("import-failure-closed"));
        ImportFailureClosed closed = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(ImportFailureClosed.class).stream()
                                .filter(one -> one.listId().equals(list))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        assertEquals(
                new ImportFailureClosed(
                        list,
                        Department.CIVIL_AFFAIRS,
                        TOWNSHIP,
                        3,
                        FailureOutcome.LISTED_ANEW,
                        County.DAY,
                        County.DAY),
                closed);
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = TOWNSHIP)})
    void whoHasDiedNeedsNotBeToldAndARowThatDidNotFailIsUnknown() {
        close("DECEASED", null).statusCode(201);
        post(2, "DECEASED", null).statusCode(404).body("code", equalTo("import-failure-unknown"));
    }

    @Test
    void theDepartmentWorksItAtItsDeskAndSeesWhatBecameOfIt() {
        page("?open=true").body(containsString(list), containsString("登记库中没有此人"));
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("list", list)
                .formParam("row", 3)
                .formParam("outcome", "NOT_ENTITLED")
                .formParam("informedOn", County.DAY.toString())
                .post("/desk/failures/close")
                .then()
                .statusCode(303);
        page("?open=true").body(not(containsString(list)));
        page("?open=false").body(containsString("<span class=\"mark done\">不符合条件</span> " + County.DAY));
    }

    private static ValidatableResponse page(String query) {
        return given().cookie("language", "zh")
                .get("/desk/failures" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse open() {
        return given().get("/import-failures?limit=2000").then().statusCode(200);
    }

    private ValidatableResponse close(String outcome, LocalDate informedOn) {
        return post(3, outcome, informedOn);
    }

    private ValidatableResponse post(int row, String outcome, LocalDate informedOn) {
        Map<String, Object> closure = new HashMap<>();
        closure.put("outcome", outcome);
        if (informedOn != null) closure.put("informedOn", informedOn.toString());
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body(closure)
                .post("/import-failures/" + list + "/" + row + "/closure")
                .then();
    }
}
