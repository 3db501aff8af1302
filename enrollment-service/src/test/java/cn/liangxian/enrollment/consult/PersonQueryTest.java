package cn.liangxian.enrollment.consult;

import static cn.liangxian.enrollment.County.CODE;
import static cn.liangxian.enrollment.County.VILLAGE;
import static cn.liangxian.enrollment.Desk.MEDICAL;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program of a department that serves residents is told what its page says, and no more. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class PersonQueryTest {

    @Inject
    County county;

    @Inject
    Policy policy;

    private final String number = County.newNumber(LocalDate.of(1985, 7, 8), true);
    private UUID key;

    @BeforeEach
    void aResidentOnTheSubsistenceAllowance() {
        county.openDay();
        key = county.resident(number, "张三丰", VILLAGE);
        new Desk("CIVIL_AFFAIRS", County.TOWNSHIP).lists("DIBAO", "张三丰," + number + ",2023-01-01");
    }

    @Test
    @Clause({"yicheng-2024/四(一)医疗-1", "bachu-2022/第二十条(3)"})
    void aProgramIsToldStatusesAndDuesWithTheirClauseMaskedAndTheProvidersAreToldOfIt() {
        query(MEDICAL, number, "窗口咨询应缴额")
                .statusCode(200)
                .body("person.personKey", equalTo(key.toString()), "person.village", equalTo(VILLAGE))
                .body("person.name", equalTo("张**"), "person.birth", equalTo("1985-**-**"))
                .body(allOf(not(containsString(number)), not(containsString("张三丰"))))
                .body("on", equalTo(County.DAY.toString()))
                .body("statuses[0].category", equalTo("DIBAO"), "statuses[0].from", equalTo("2023-01-01"))
                .body("statuses[0].until", nullValue(), "statuses[0].listedBy", equalTo("CIVIL_AFFAIRS"))
                .body("inputs.bornIn", equalTo(1985), "inputs.statuses", equalTo(List.of("DIBAO")))
                .body("due.find { it.insurance == 'MEDICAL' }.due", equalTo(38_000))
                .body("due.find { it.insurance == 'MEDICAL' }.shares[0].payer", equalTo("PROXY"))
                .body("due.find { it.insurance == 'MEDICAL' }.clause", equalTo("yicheng-2024/四(一)医疗-1"))
                .body("due.find { it.insurance == 'MEDICAL' }.policyVersion", equalTo(policy.version()));
        PersonalDataAccessed told =
                county.handed(PersonalDataAccessed.class, one -> one.personKey().equals(key.toString()));
        assertEquals(List.of(Department.PUBLIC_SECURITY, Department.CIVIL_AFFAIRS), told.providers());
        assertEquals("窗口咨询应缴额", told.purpose());
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void whoSaysNotWhatForOrIsNotToSeeThePersonIsToldNothingAndNothingIsNoted() {
        query(MEDICAL, number, "窗口咨").statusCode(400).body("errors.field", equalTo(List.of("purpose")));
        query(MEDICAL, number, "窗口咨  ").statusCode(400).body("errors.field", equalTo(List.of("purpose")));
        query(MEDICAL, number.substring(1), "窗口咨询").statusCode(400).body("errors.field", equalTo(List.of("idNumber")));
        query(MEDICAL, County.newNumber(LocalDate.of(1985, 7, 8), false), "窗口咨询")
                .statusCode(404);
        query(new Desk("TOWNSHIP", "370404101"), number, "窗口咨询").statusCode(404);
        query(new Desk("CIVIL_AFFAIRS", CODE), number, "窗口咨询").statusCode(403);
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
        query(new Desk("TOWNSHIP", County.TOWNSHIP), number, "窗口咨询").statusCode(200);
        assertEquals(1, county.count("select count(*) from data_access where person_key = ?", key));
    }

    @Test
    void theInterfaceSaysWhatItAsksForAndWhatItAnswers() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/persons/query'.post.requestBody.content.'application/json'.schema", not(nullValue()))
                .body(
                        "paths.'/persons/query'.post.responses.'200'.content.'application/json'.schema",
                        not(nullValue()));
    }

    private static ValidatableResponse query(Desk desk, String number, String purpose) {
        return desk.request()
                .contentType("application/json; charset=UTF-8")
                .body(Map.of("idNumber", number, "purpose", purpose))
                .post("/persons/query")
                .then();
    }
}
