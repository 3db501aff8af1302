package cn.liangxian.audit.supervision;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.Road;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The page of findings, in between what {@link OversightTest} does through REST. */
abstract class FindingsPages {

    private static final String COUNTY = "370404";

    @Inject
    Road road;

    @Test
    @Order(65)
    void aFindingIsWorkedAtTheDeskByWhomItAsksAndByTwoOfTheBureau() {
        String id = road.as("AUDIT_BUREAU", COUNTY)
                .get("/supervision/findings?state=RAISED")
                .path("findings.find { it.rule == 'other-account' }.findingId");
        page("AUDIT_BUREAU", "/desk/findings?state=RAISED").body(containsString("待说明"), containsString("国库"));
        String drawer = "/desk/findings/one?id=" + id;
        page("TREASURY", drawer).body(containsString("提交说明"), not(containsString("提出结论")));
        road.as("TAX", COUNTY).get(drawer).then().statusCode(404);
        sends("TREASURY", "answer", Map.of("id", id)).statusCode(400);
        sends("TREASURY", "answer", Map.of("id", id, "explanation", "BEING_CORRECTED"))
                .statusCode(303)
                .header("Location", endsWith("/desk/findings"));
        page("AUDIT_BUREAU", drawer).body(containsString("记账有误，正在更正"), containsString("提出结论"));
        sends("AUDIT_BUREAU", "conclusion", Map.of("id", id, "conclusion", "REMEDIED"))
                .statusCode(303);
        page("AUDIT_BUREAU", drawer).body(containsString("待复核"), not(containsString("同意办结")));
        road.page("AUDIT_BUREAU", "3704", drawer, "zh").body(containsString("同意办结"));
        road.sends("AUDIT_BUREAU", "3704", "/desk/findings/review", Map.of("id", id, "agrees", "true"))
                .statusCode(303);
        road.as("AUDIT_BUREAU", COUNTY)
                .get("/supervision/findings?state=CLOSED")
                .then()
                .body("findings.findingId", equalTo(List.of(id)));
        road.page("AUDIT_BUREAU", COUNTY, "/desk/findings?state=CLOSED", "en")
                .body(containsString("set right"), not(containsString("办结")));
        road.as("EDUCATION", COUNTY).get("/desk/findings").then().statusCode(403);
    }

    private ValidatableResponse page(String department, String path) {
        return road.page(department, COUNTY, path, "zh");
    }

    private ValidatableResponse sends(String department, String form, Map<String, String> fields) {
        return road.sends(department, COUNTY, "/desk/findings/" + form, fields);
    }
}
