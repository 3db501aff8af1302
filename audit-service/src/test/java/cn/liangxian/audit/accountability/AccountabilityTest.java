package cn.liangxian.audit.accountability;

import static cn.liangxian.audit.register.Stimuli.list;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.liangxian.audit.Road;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.messaging.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is called to account but for what is on record. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AccountabilityTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";
    private static final String MISSED =
            "enrollment-special-group-listed:DISABLED_FEDERATION:" + TOWNSHIP + ":SEVERELY_DISABLED";
    private static final String ON_TIME = "enrollment-special-group-listed:CIVIL_AFFAIRS:" + TOWNSHIP + ":TEKUN";

    @Inject
    Road road;

    @Test
    @Clause({"bachu-2022/第四十条", "bachu-2022/第四十条(2)"})
    void theThreeAgreeOnAReportOfNamedFailingsAndTheCountyGovernmentPassesItOnToDiscipline() {
        road.begins();
        road.opens("2023-08-01");
        Received<Handoff> wrong =
                on("2023-08-01", list(Department.RURAL_REVITALIZATION, "AT_RISK", TOWNSHIP, Grade.PARTIAL));
        road.takes(on("2023-08-01", list(Department.CIVIL_AFFAIRS, "TEKUN", COUNTY, Grade.ACCEPTED)), wrong);
        road.opens("2023-08-02");
        road.stands(MISSED, "MISSED");
        road.stands(ON_TIME, "MET_ON_TIME");
        Map<String, Object> refused = charge("DISABLED_FEDERATION", "DATA_REFUSED", List.of(MISSED), List.of());
        draft("FINANCE", refused).statusCode(403);
        draft("TAX", charge("CIVIL_AFFAIRS", "POOR_WORK", List.of(ON_TIME), List.of()))
                .statusCode(422)
                .body("code", equalTo("accountability-not-in-register"));
        draft("TAX", charge("CIVIL_AFFAIRS", "WRONG_DATA", List.of(MISSED), List.of()))
                .statusCode(422);
        draft("TAX", charge("CIVIL_AFFAIRS", "WRONG_DATA", List.of(), List.of()))
                .statusCode(422)
                .body("code", equalTo("accountability-nothing-named"));
        draft("TAX", charge("CIVIL_AFFAIRS", "WRONG_DATA", List.of(), List.of("no-event")))
                .statusCode(422)
                .body("code", equalTo("accountability-no-such-event"));
        String path = "/accountability/"
                + draft(
                                "TAX",
                                refused,
                                charge(
                                        "RURAL_REVITALIZATION",
                                        "WRONG_DATA",
                                        List.of(),
                                        List.of(wrong.envelope().id())))
                        .statusCode(200)
                        .body("agreed", equalTo(List.of("TAX")))
                        .extract()
                        .path("reportId");
        road.posts("MEDICAL_INSURANCE", TOWNSHIP, path + "/agreement", null)
                .statusCode(404)
                .body("code", equalTo("not-found"));
        for (String own : List.of(path, "/accountability", "/desk/accountability", "/desk/accountability/draft")) {
            road.as("MEDICAL_INSURANCE", TOWNSHIP).get(own).then().statusCode(404);
        }
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/agreement", null)
                .statusCode(200)
                .body("reportedOn", nullValue());
        road.as("COUNTY_GOVERNMENT", COUNTY).get(path).then().statusCode(404);
        road.posts("COUNTY_GOVERNMENT", COUNTY, path + "/transfer", null).statusCode(409);
        String id = path.substring(path.lastIndexOf('/') + 1);
        String drawer = "/desk/accountability/one?id=" + id;
        road.page("COUNTY_GOVERNMENT", COUNTY, "/desk/accountability", "zh").body(containsString("没有符合条件的记录"));
        road.page("TAX", COUNTY, drawer, "zh")
                .body(containsString("拒不提供数据"), containsString("特殊群体名单报送"), not(containsString("同意报告")));
        road.page("SOCIAL_INSURANCE", COUNTY, drawer, "zh").body(containsString("同意报告"), containsString("色力布亚镇"));
        road.sends("SOCIAL_INSURANCE", COUNTY, "/desk/accountability/agreement", Map.of("id", id))
                .statusCode(303);
        road.as("TAX", COUNTY).get(path).then().body("reportedOn", equalTo("2023-08-02"));
        road.as("COUNTY_GOVERNMENT", COUNTY)
                .get(path)
                .then()
                .statusCode(200)
                .body("charges", hasSize(2))
                .body("charges[0].obligations", equalTo(List.of(MISSED)));
        road.as("DISCIPLINE", COUNTY).get(path).then().statusCode(404);
        road.opens("2023-08-03");
        road.posts("TAX", COUNTY, path + "/transfer", null).statusCode(403);
        road.page("COUNTY_GOVERNMENT", COUNTY, "/desk/accountability", "zh")
                .body(containsString("已报县政府"), containsString("2023-08-09"), containsString("推定"));
        road.page("COUNTY_GOVERNMENT", COUNTY, drawer, "en").body(containsString("Pass on to discipline inspection"));
        road.sends("COUNTY_GOVERNMENT", COUNTY, "/desk/accountability/transfer", Map.of("id", id))
                .statusCode(303);
        road.as("DISCIPLINE", COUNTY).get(path).then().statusCode(200).body("transferredOn", equalTo("2023-08-03"));
        road.as("DISCIPLINE", COUNTY).get("/accountability").then().body("reportId", equalTo(List.of(id)));
        road.page("DISCIPLINE", COUNTY, "/desk/accountability", "en")
                .body(containsString("with discipline inspection"), not(containsString("乡镇")));
        road.posts("SOCIAL_INSURANCE", COUNTY, path + "/agreement", null).statusCode(409);
    }

    @Test
    void aReportIsDraftedAtTheDeskFromWhatTheRegisterHasAUnitDownFor() {
        road.begins();
        road.opens("2023-08-01");
        road.opens("2023-08-02");
        road.stands(MISSED, "MISSED");
        String page = "/desk/accountability/draft";
        road.page("TAX", COUNTY, page + "?department=DISABLED_FEDERATION&area=" + TOWNSHIP, "zh")
                .body(containsString("逾期未报"), containsString("value=\"" + MISSED + "\""), containsString("工作不力"));
        road.page("TAX", COUNTY, page + "?department=DISABLED_FEDERATION", "en")
                .body(containsString("What the unit was late with"), not(containsString("逾期")));
        road.as("FINANCE", COUNTY).get(page).then().statusCode(403);
        Map<String, String> form =
                Map.of("department", "DISABLED_FEDERATION", "area", COUNTY, "failing", "POOR_WORK", "id", MISSED);
        road.sends("TAX", COUNTY, page, Map.of("department", "HEALTH", "area", COUNTY, "failing", "POOR_WORK"))
                .statusCode(400);
        road.sends("TAX", COUNTY, page, form).statusCode(303).header("Location", endsWith("/desk/accountability"));
        road.as("TAX", COUNTY)
                .get("/accountability")
                .then()
                .body("", hasSize(1))
                .body("[0].charges.area", equalTo(List.of(TOWNSHIP)))
                .body("[0].charges.obligations", equalTo(List.of(List.of(MISSED))))
                .body("[0].agreed", equalTo(List.of("TAX")));
    }

    private static Map<String, Object> charge(
            String department, String failing, List<String> obligations, List<String> events) {
        return Map.of(
                "department",
                department,
                "area",
                TOWNSHIP,
                "failing",
                failing,
                "obligations",
                obligations,
                "events",
                events);
    }

    @SafeVarargs
    private ValidatableResponse draft(String department, Map<String, Object>... charges) {
        return road.posts(department, COUNTY, "/accountability", Map.of("charges", List.of(charges)));
    }
}
