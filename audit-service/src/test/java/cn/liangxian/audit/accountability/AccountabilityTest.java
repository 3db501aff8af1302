package cn.liangxian.audit.accountability;

import static cn.liangxian.audit.register.Stimuli.list;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/agreement", null)
                .statusCode(200)
                .body("reportedOn", nullValue());
        road.as("COUNTY_GOVERNMENT", COUNTY).get(path).then().statusCode(404);
        road.posts("COUNTY_GOVERNMENT", COUNTY, path + "/transfer", null).statusCode(409);
        road.posts("SOCIAL_INSURANCE", COUNTY, path + "/agreement", null)
                .statusCode(200)
                .body("reportedOn", equalTo("2023-08-02"));
        road.as("COUNTY_GOVERNMENT", COUNTY)
                .get(path)
                .then()
                .statusCode(200)
                .body("charges", hasSize(2))
                .body("charges[0].obligations", equalTo(List.of(MISSED)));
        road.as("DISCIPLINE", COUNTY).get(path).then().statusCode(404);
        road.opens("2023-08-03");
        road.posts("TAX", COUNTY, path + "/transfer", null).statusCode(403);
        road.posts("COUNTY_GOVERNMENT", COUNTY, path + "/transfer", null)
                .statusCode(200)
                .body("transferredOn", equalTo("2023-08-03"));
        road.as("DISCIPLINE", COUNTY).get(path).then().statusCode(200);
        road.posts("SOCIAL_INSURANCE", COUNTY, path + "/agreement", null).statusCode(409);
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
