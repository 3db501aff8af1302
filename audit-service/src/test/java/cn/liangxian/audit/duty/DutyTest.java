package cn.liangxian.audit.duty;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who answers for what, by name. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DutyTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第二十一条")
    void eachDepartmentNamesWhoIsInChargeOfTheExchangeAndWhoHasNotIsSeen() {
        road.begins();
        road.opens("2023-08-01");
        names("CIVIL_AFFAIRS", COUNTY, "EXCHANGE", "王某", "2023-08-01", null).statusCode(200);
        names("COUNTY_GOVERNMENT", COUNTY, "EXCHANGE", "王某", "2023-08-01", null)
                .statusCode(422)
                .body("code", equalTo("duty-not-of-unit"));
        road.as("TAX", COUNTY)
                .get("/duties/vacant?duty=EXCHANGE")
                .then()
                .body("department", hasItem("PUBLIC_SECURITY"))
                .body("department", not(hasItem("CIVIL_AFFAIRS")));
        road.as("PUBLIC_SECURITY", COUNTY)
                .get("/duties?area=" + COUNTY)
                .then()
                .body("findAll { it.department == 'CIVIL_AFFAIRS' }.person", equalTo(List.of("王某")));
    }

    @Test
    @Clause({"bachu-2022/第三十二条(2)", "bachu-2022/第三十二条(5)"})
    void aSpecialistIsOnRecordAndIsChangedOnlyWithAReasonThatIsToldBefore() {
        road.begins();
        road.opens("2023-08-01");
        names("TOWNSHIP", TOWNSHIP, "SPECIALIST", "李某", "2023-08-01", null)
                .statusCode(200)
                .body("changesOn", nullValue());
        names("TOWNSHIP", TOWNSHIP, "SPECIALIST", "赵某", "2023-08-10", null)
                .statusCode(422)
                .body("code", equalTo("duty-reason-missing"));
        String inTime = names("TOWNSHIP", TOWNSHIP, "SPECIALIST", "赵某", "2023-08-02", "调离")
                .statusCode(200)
                .body("replaces", equalTo("李某"), "changesOn", equalTo("2023-08-02"))
                .extract()
                .path("assignmentId");
        specialistIs("李某");
        road.opens("2023-08-02");
        specialistIs("赵某");
        String tooLate = names("TOWNSHIP", TOWNSHIP, "SPECIALIST", "孙某", "2023-08-02", "产假")
                .statusCode(200)
                .extract()
                .path("assignmentId");
        road.stands("audit-duty-assigned:TOWNSHIP:" + TOWNSHIP + ":" + inTime, "MET_ON_TIME");
        road.stands("audit-duty-assigned:TOWNSHIP:" + TOWNSHIP + ":" + tooLate, "MET_LATE");
        road.as("SOCIAL_INSURANCE", COUNTY)
                .get("/duties/history?duty=SPECIALIST&area=" + TOWNSHIP)
                .then()
                .body("person", equalTo(List.of("孙某", "赵某", "李某")))
                .body("reason[0]", equalTo("产假"))
                .body("reason[1]", equalTo("调离"));
        road.as("SOCIAL_INSURANCE", COUNTY)
                .get("/duties/history?duty=SPECIALIST&area=" + TOWNSHIP + "&before=" + tooLate)
                .then()
                .body("person", equalTo(List.of("赵某", "李某")));
    }

    @Test
    @Clause("bachu-2022/第四十二条(6)")
    void theRiskGroupHasMembersOfEachOfItsDepartments() {
        road.begins();
        road.opens("2023-08-01");
        names("FINANCE", COUNTY, "RISK_GROUP", "周某", "2023-08-01", null).statusCode(422);
        for (String department : List.of("DISCIPLINE", "TAX", "MEDICAL_INSURANCE")) {
            names(department, COUNTY, "RISK_GROUP", "甲" + department, "2023-08-01", null)
                    .statusCode(200);
        }
        names("TAX", COUNTY, "RISK_GROUP", "乙某", "2023-08-01", null).statusCode(200);
        road.as("DISCIPLINE", COUNTY)
                .get("/duties/vacant?duty=RISK_GROUP")
                .then()
                .body("department", equalTo(List.of("SOCIAL_INSURANCE")));
        road.as("DISCIPLINE", COUNTY)
                .get("/duties?area=" + COUNTY)
                .then()
                .body("findAll { it.department == 'TAX' && it.duty == 'RISK_GROUP' }", hasSize(2));
    }

    @Test
    @Clause({"bachu-2022/第三十二条(3)", "bachu-2022/第三十二条(4)"})
    void eachTownshipFixesTheHandlersOfItsVillagesBeforeTheCampaignAndAnybodyReadsThem() {
        road.begins();
        road.opens("2023-08-31");
        publishes(TOWNSHIP, "653130102001").statusCode(422).body("code", equalTo("handler-village-elsewhere"));
        publishes(TOWNSHIP, TOWNSHIP + "001").statusCode(200);
        road.opens("2023-09-01");
        publishes("653130102", "653130102001").statusCode(200);
        road.stands("audit-handlers-published:" + TOWNSHIP, "MET_ON_TIME");
        road.stands("audit-handlers-published:653130102", "MET_LATE");
        road.stands("audit-handlers-published:653130103", "MISSED");
        given().get("/duties/handlers?area=" + TOWNSHIP + "001")
                .then()
                .statusCode(200)
                .body("person", equalTo(List.of("钱某")))
                .body("place", equalTo(List.of("村务公开栏")))
                .body("matters", equalTo(List.of("参保登记、代收")))
                .body("contact", equalTo(List.of("0998-0000000")));
    }

    @Test
    @Clause({"bachu-2022/第三十二条(2)", "bachu-2022/第三十二条(5)"})
    void aUnitNamesItsPersonAtTheDeskAndEverybodySeesWhoItIsAndWhoHasNobody() {
        road.begins();
        road.opens("2023-08-01");
        String page = "/desk/duties?duty=SPECIALIST";
        road.page("EDUCATION", COUNTY, page, "zh").body(containsString("尚未指定"), not(containsString("李某")));
        road.page("TOWNSHIP", TOWNSHIP, "/desk/duties/new?duty=SPECIALIST", "zh")
                .body(containsString("value=\"SPECIALIST\" selected"));
        sends("EDUCATION", COUNTY, "李某", "").statusCode(422).body(containsString("该职责不属于本单位"));
        sends("TOWNSHIP", TOWNSHIP, " ", "").statusCode(400);
        sends("TOWNSHIP", TOWNSHIP, "李某", "").statusCode(303).header("Location", endsWith(page));
        sends("TOWNSHIP", TOWNSHIP, "赵某", "").statusCode(422).body(containsString("更换人员须说明原因"));
        sends("TOWNSHIP", TOWNSHIP, "赵某", "调离").statusCode(303);
        road.page("EDUCATION", COUNTY, page, "zh").body(containsString("赵某"), containsString("调离"));
        road.page("TAX", COUNTY, page, "en").body(containsString("Instead of"), containsString("Specialist"));
        road.as("TAX", COUNTY).get("/desk/duties?duty=NONE").then().statusCode(400);
    }

    @Test
    @Clause({"bachu-2022/第三十二条(3)", "bachu-2022/第三十二条(4)"})
    void aTownshipPublishesTheHandlersOfItsVillagesAtTheDeskLineByLine() {
        road.begins();
        road.opens("2023-08-31");
        String form = "/desk/duties/handlers";
        road.as("TAX", COUNTY).get(form).then().statusCode(403);
        String one = TOWNSHIP + "001,钱某,协理员,0998-0000000,参保登记、代收,村务公开栏";
        hangs("TAX", one).statusCode(403);
        hangs("TOWNSHIP", one + "\n\n钱某")
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("第2行：须有6项，现有1项"), not(containsString("第1行")), containsString(one));
        hangs("TOWNSHIP", one.replace("钱某", " ")).statusCode(400).body(containsString("第1行：有空缺或过长的项"));
        hangs("TOWNSHIP", one.replace("参保", "\"参保")).statusCode(400).body(containsString("第1行：须有6项，现有5项"));
        hangs("TOWNSHIP", "").statusCode(400);
        hangs("TOWNSHIP", one.replace(TOWNSHIP, "653130102"))
                .statusCode(422)
                .body(
                        containsString("村（社区）不在本乡镇"),
                        containsString("第1行：653130102001"),
                        containsString("村务公开栏</textarea>"));
        hangs("TOWNSHIP", one + "\n" + one)
                .statusCode(422)
                .body(containsString("同一村（社区）重复"), containsString("第2行"), not(containsString("第1行")));
        hangs("TOWNSHIP", one + "\n\n" + one.replace("001,钱", "002,吴")).statusCode(303);
        road.page("TOWNSHIP", TOWNSHIP, form, "zh").body(containsString(one));
        road.page("TOWNSHIP", TOWNSHIP, "/desk/duties", "zh").body(containsString("吴某"), containsString("村务公开栏"));
        road.page("TAX", COUNTY, "/desk/duties", "zh").body(not(containsString("公示经办人员</a>")));
        publishes(TOWNSHIP, TOWNSHIP + "001", "登记，缴费,\"代收\"").statusCode(200);
        String written = road.page("TOWNSHIP", TOWNSHIP, form, "zh")
                .extract()
                .htmlPath()
                .getString("**.find { it.name() == 'textarea' }");
        assertTrue(written.contains("登记，缴费,\"\"代收\"\""), written);
        hangs("TOWNSHIP", written).statusCode(303);
        given().get("/duties/handlers?area=" + TOWNSHIP).then().body("matters", equalTo(List.of("登记，缴费,\"代收\"")));
        hangs("TOWNSHIP", one + "\n" + one.replace("001,钱", "002,吴")).statusCode(303);
        given().get("/duties/handlers?area=" + TOWNSHIP + "&limit=1")
                .then()
                .body("village", equalTo(List.of(TOWNSHIP + "001")));
        given().get("/duties/handlers?area=" + TOWNSHIP + "&limit=1&after=" + TOWNSHIP + "001")
                .then()
                .body("person", equalTo(List.of("吴某")));
    }

    private ValidatableResponse hangs(String department, String lines) {
        return form(department, department.equals("TAX") ? COUNTY : TOWNSHIP)
                .formParam("publishedOn", "2023-08-31")
                .formParam("lines", lines)
                .post("/desk/duties/handlers")
                .then();
    }

    private ValidatableResponse sends(String department, String area, String person, String reason) {
        return form(department, area)
                .formParam("duty", "SPECIALIST")
                .formParam("person", person)
                .formParam("post", "科员")
                .formParam("contact", "0998-0000000")
                .formParam("from", "2023-08-01")
                .formParam("reason", reason)
                .post("/desk/duties")
                .then();
    }

    private RequestSpecification form(String department, String area) {
        return road.as(department, area)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString());
    }

    private void specialistIs(String person) {
        road.as("TAX", COUNTY)
                .get("/duties?area=" + TOWNSHIP)
                .then()
                .body("findAll { it.duty == 'SPECIALIST' }.person", equalTo(List.of(person)));
    }

    private ValidatableResponse publishes(String township, String village) {
        return publishes(township, village, "参保登记、代收");
    }

    private ValidatableResponse publishes(String township, String village, String matters) {
        return road.posts(
                "TOWNSHIP",
                township,
                "/duties/handlers",
                Map.of(
                        "publishedOn",
                        "2023-08-31",
                        "handlers",
                        List.of(Map.of(
                                "village", village,
                                "person", "钱某",
                                "post", "协理员",
                                "contact", "0998-0000000",
                                "matters", matters,
                                "place", "村务公开栏"))));
    }

    private ValidatableResponse names(
            String department, String area, String duty, String person, String from, String reason) {
        Map<String, Object> naming = new HashMap<>(
                Map.of("duty", duty, "person", person, "post", "科员", "contact", "0998-0000000", "from", from));
        naming.put("reason", reason);
        return road.posts(department, area, "/duties", naming);
    }
}
