package cn.liangxian.audit.waiver;

import static cn.liangxian.audit.register.Stimuli.TOWNSHIP;
import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.provided;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.Road;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A waiver from the drawer of the obligation to the second person's decision. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class WaiversPageTest {

    private static final String COUNTY = "370404";
    private static final String OWED = "audit-publication-evidenced:" + TOWNSHIP;
    private static final String DECISION = "action=\"/desk/waivers/decision\"";

    @Inject
    Road road;

    @Test
    void whoOwesAsksInTheDrawerAndASecondPersonOfAnotherDepartmentDecides() {
        road.begins();
        road.opens("2023-12-21");
        road.takes(on("2023-12-21", provided("w-1", TOWNSHIP, 1, null)));
        road.stands(OWED, "OPEN");
        drawer().body(containsString("申请豁免或作废"));
        road.sends("TOWNSHIP", TOWNSHIP, "/desk/waivers", Map.of("id", OWED, "kind", "WAIVE", "reason", ""))
                .statusCode(400)
                .body(containsString("原因：必填"));
        road.sends("TOWNSHIP", TOWNSHIP, "/desk/waivers", Map.of("id", OWED, "kind", "WAIVE", "reason", "公示栏被水淹"))
                .statusCode(303);

        page("TOWNSHIP", TOWNSHIP, true).body(containsString("公示栏被水淹"), not(containsString(DECISION)));
        page("TREASURY", COUNTY, true).body(not(containsString("公示栏被水淹")));
        String seen = page("TAX", COUNTY, true)
                .body(containsString("公示栏被水淹"), containsString(DECISION))
                .extract()
                .asString();
        String id = seen.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        decides("TOWNSHIP", TOWNSHIP, id).statusCode(403);
        decides("TAX", COUNTY, id).statusCode(303);

        page("TAX", COUNTY, true).body(not(containsString("公示栏被水淹")));
        page("TOWNSHIP", TOWNSHIP, false).body(containsString("已同意"), containsString("情况属实"));
        road.stands(OWED, "WAIVED");
        drawer().body(not(containsString("申请豁免或作废")));
    }

    private ValidatableResponse decides(String department, String area, String id) {
        return road.sends(
                department, area, "/desk/waivers/decision", Map.of("id", id, "approved", "true", "reason", "情况属实"));
    }

    private ValidatableResponse drawer() {
        return road.as("TOWNSHIP", TOWNSHIP)
                .get("/desk/mine/one?id=" + OWED)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(String department, String area, boolean pending) {
        return road.as(department, area)
                .get("/desk/waivers?pending=" + pending)
                .then()
                .statusCode(200);
    }
}
