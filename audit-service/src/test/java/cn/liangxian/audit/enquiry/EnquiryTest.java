package cn.liangxian.audit.enquiry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 首问负责制: nobody who was asked first sends the payer on. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class EnquiryTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第二十三条")
    void whoIsAskedFirstKeepsTheEnquiryMayAskOthersForHelpAndAnswersInTime() {
        road.begins();
        road.opens("2023-09-04");
        String id = taken();
        String path = "/enquiries/" + id;
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/answer", null)
                .statusCode(409)
                .body("code", equalTo("enquiry-owned-by-first-asked"));
        road.posts("TOWNSHIP", "653130102", path + "/answer", null).statusCode(409);
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/help", null).statusCode(409);
        road.posts("TOWNSHIP", TOWNSHIP, path + "/helpers", Map.of("department", "MEDICAL_INSURANCE"))
                .statusCode(200)
                .body("department", equalTo("TOWNSHIP"), "answerUntil", equalTo("2023-09-11"));
        road.as("MEDICAL_INSURANCE", COUNTY).get("/enquiries").then().body("enquiryId", hasItem(id));
        road.as("MEDICAL_INSURANCE", COUNTY)
                .get("/enquiries?after=" + id)
                .then()
                .body("enquiryId", not(hasItem(id)));
        road.posts("TOWNSHIP", TOWNSHIP, path + "/answer", null)
                .statusCode(409)
                .body("code", equalTo("enquiry-help-awaited"));
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/help", null).statusCode(200);
        road.as("MEDICAL_INSURANCE", COUNTY).get("/enquiries").then().body("enquiryId", not(hasItem(id)));
        String late = taken();
        road.opens("2023-09-11");
        road.posts("TOWNSHIP", TOWNSHIP, path + "/answer", null)
                .statusCode(200)
                .body("helped", equalTo(List.of("MEDICAL_INSURANCE")), "answeredOn", equalTo("2023-09-11"));
        road.posts("TOWNSHIP", TOWNSHIP, path + "/answer", null)
                .statusCode(409)
                .body("code", equalTo("enquiry-answered"));
        road.opens("2023-09-12");
        road.posts("TOWNSHIP", TOWNSHIP, "/enquiries/" + late + "/answer", null).statusCode(200);
        road.stands("audit-enquiry-answered:TOWNSHIP:" + TOWNSHIP + ":" + id, "MET_ON_TIME");
        road.stands("audit-enquiry-answered:TOWNSHIP:" + TOWNSHIP + ":" + late, "MET_LATE");
    }

    @Test
    @Clause("bachu-2022/第二十三条")
    void anEnquiryIsTakenHelpedAndAnsweredAtTheDesksOfThoseItConcerns() {
        road.begins();
        road.opens("2023-09-04");
        sends("TOWNSHIP", "", Map.of()).statusCode(400);
        sends("DISCIPLINE", "", Map.of("matter", "REFUND")).statusCode(403);
        sends("TOWNSHIP", "", Map.of("matter", "REFUND"))
                .statusCode(303)
                .header("Location", endsWith("/desk/enquiries"));
        String id = road.as("TOWNSHIP", TOWNSHIP).get("/enquiries").path("[0].enquiryId");
        page("TOWNSHIP", "zh")
                .body(containsString("退费"), containsString("2023-09-11"), containsString("value=\"ANSWER\""));
        page("MEDICAL_INSURANCE", "zh").body(containsString("没有待答复的咨询"));
        sends("TOWNSHIP", "/step", Map.of("id", id, "action", "ASK")).statusCode(400);
        sends("TOWNSHIP", "/step", Map.of("id", id, "action", "ASK", "department", "MEDICAL_INSURANCE"))
                .statusCode(303);
        page("TOWNSHIP", "zh").body(containsString("等待协助"), not(containsString("value=\"ANSWER\"")));
        sends("TOWNSHIP", "/step", Map.of("id", id, "action", "ANSWER"))
                .statusCode(409)
                .contentType("text/html");
        sends("TAX", "/step", Map.of("id", id, "action", "HELP")).statusCode(409);
        page("MEDICAL_INSURANCE", "en").body(containsString("We have helped"), not(containsString("value=\"ASK\"")));
        sends("MEDICAL_INSURANCE", "/step", Map.of("id", id, "action", "HELP")).statusCode(303);
        sends("TOWNSHIP", "/step", Map.of("id", id, "action", "ANSWER")).statusCode(303);
        page("TOWNSHIP", "zh").body(containsString("没有待答复的咨询"));
        road.as("TOWNSHIP", TOWNSHIP).get("/enquiries").then().body("", hasSize(0));
        road.as("DISCIPLINE", COUNTY).get("/desk/enquiries").then().statusCode(403);
    }

    private ValidatableResponse page(String department, String language) {
        return road.page(department, area(department), "/desk/enquiries", language);
    }

    private ValidatableResponse sends(String department, String form, Map<String, String> fields) {
        return road.sends(department, area(department), "/desk/enquiries" + form, fields);
    }

    private static String area(String department) {
        return department.equals("TOWNSHIP") ? TOWNSHIP : COUNTY;
    }

    private String taken() {
        return road.posts("TOWNSHIP", TOWNSHIP, "/enquiries", Map.of("matter", "ENTITLEMENT"))
                .statusCode(200)
                .extract()
                .path("enquiryId");
    }
}
