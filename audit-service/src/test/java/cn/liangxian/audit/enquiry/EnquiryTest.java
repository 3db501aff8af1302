package cn.liangxian.audit.enquiry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.rest.LoggingRefusals;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** 首问负责制: nobody who was asked first sends the payer on. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class EnquiryTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";
    private static final String OTHER = "653130102";
    private static final String THIRD = "653130103";

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
        elsewhere(path);
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
                .body("helpers.department", equalTo(List.of("MEDICAL_INSURANCE")), "answeredOn", equalTo("2023-09-11"));
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
        sends("TOWNSHIP", "/step", Map.of("id", id, "action", "ASK", "helper", "MEDICAL_INSURANCE"))
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

    @Test
    @Clause("bachu-2022/第二十三条")
    void theTownshipThatIsAskedToHelpSeesTheEnquiryAndNoOtherTownshipDoes() {
        road.begins();
        road.opens("2023-09-04");
        String path = "/enquiries/" + taken();
        asks(path, Map.of("department", "TOWNSHIP")).statusCode(422).body("code", equalTo("enquiry-no-such-helper"));
        asks(path, Map.of("department", "TOWNSHIP", "area", COUNTY)).statusCode(422);
        asks(path, Map.of("department", "TAX", "area", OTHER)).statusCode(422);
        asks(path, Map.of("department", "TOWNSHIP", "area", OTHER)).statusCode(200);
        sends("TOWNSHIP", "/step", Map.of("id", path.substring(11), "action", "ASK", "helper", THIRD))
                .statusCode(303);
        road.as("TOWNSHIP", OTHER).get("/enquiries").then().body("", hasSize(1));
        road.as("TOWNSHIP", "653130104").get("/enquiries").then().body("", hasSize(0));
        road.posts("TOWNSHIP", "653130104", path + "/help", null).statusCode(404);
        road.posts("TOWNSHIP", OTHER, path + "/answer", null)
                .statusCode(409)
                .body("code", equalTo("enquiry-owned-by-first-asked"));
        road.posts("TOWNSHIP", OTHER, path + "/help", null)
                .statusCode(200)
                .body("helpers.area", equalTo(List.of(OTHER, THIRD)), "helpers.helped", equalTo(List.of(true, false)));
        road.as("TOWNSHIP", OTHER).get("/enquiries").then().body("", hasSize(0));
        road.as("TOWNSHIP", THIRD).get("/enquiries").then().body("", hasSize(1));
        road.posts("TOWNSHIP", TOWNSHIP, path + "/answer", null)
                .statusCode(409)
                .body("code", equalTo("enquiry-help-awaited"));
        road.posts("TOWNSHIP", THIRD, path + "/help", null).statusCode(200);
        road.posts("TOWNSHIP", TOWNSHIP, path + "/answer", null).statusCode(200);
    }

    /** Another township finds nothing there, and that it tried is logged; nor does anybody find what is not there. */
    private void elsewhere(String path) {
        List<String> said = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                said.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(LoggingRefusals.class.getName());
        log.addHandler(listening);
        try {
            road.posts("TOWNSHIP", OTHER, path + "/answer", null).statusCode(404);
            road.posts("TOWNSHIP", OTHER, path + "/help", null).statusCode(404);
            road.posts("TOWNSHIP", OTHER, path + "/helpers", Map.of("department", "TAX"))
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            road.posts("TOWNSHIP", OTHER, "/enquiries/none/answer", null)
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        } finally {
            log.removeHandler(listening);
        }
        String asked = "404 to township-" + OTHER + " (department TOWNSHIP, area " + OTHER + "): POST ";
        assertEquals(
                List.of(
                        asked + path + "/answer",
                        asked + path + "/help",
                        asked + path + "/helpers",
                        asked + "/enquiries/none/answer"),
                said);
    }

    private ValidatableResponse asks(String path, Map<String, String> help) {
        return road.posts("TOWNSHIP", TOWNSHIP, path + "/helpers", help);
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
