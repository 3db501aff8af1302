package cn.liangxian.audit.complaint;

import static cn.liangxian.audit.register.Stimuli.list;
import static cn.liangxian.audit.register.Stimuli.on;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.Road;
import cn.liangxian.enrollment.EnrollmentHandoff.Grade;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.StudentHandoff.StudentsListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.MGF1ParameterSpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the register and the desks of audit do in this county beside cash: lists, complaints, evaluation. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";
    private static final String LATE = "653130102";
    private static final String WORDS = "举报人 艾山江·吐尔逊 138-0000-0000：收了现金没有交";
    private static final KeyPair DISCIPLINE = keys(3072);

    @Inject
    Road road;

    private static String complaint;

    @Test
    @Order(1)
    @Clause({"bachu-2022/第十条(1)", "bachu-2022/第十一条(1)", "bachu-2022/第十三条(1)"})
    void theListsOfTheThreeDepartmentsAreDueAMonthBeforeTheCampaign() {
        road.begins();
        road.opens("2023-08-01");
        road.takes(
                on("2023-08-01", list(Department.CIVIL_AFFAIRS, "TEKUN", COUNTY, Grade.ACCEPTED)),
                on("2023-08-02", list(Department.RURAL_REVITALIZATION, "AT_RISK", COUNTY, Grade.ACCEPTED)));
        road.opens("2023-08-02");
        road.stands("enrollment-special-group-listed:CIVIL_AFFAIRS:" + TOWNSHIP + ":TEKUN", "MET_ON_TIME");
        road.stands("enrollment-special-group-listed:RURAL_REVITALIZATION:" + TOWNSHIP + ":AT_RISK", "MET_LATE");
        road.stands("enrollment-special-group-listed:DISABLED_FEDERATION:" + TOWNSHIP + ":SEVERELY_DISABLED", "MISSED");
    }

    @Test
    @Order(1)
    @Clause("bachu-2022/第十五条(1)")
    void theRollsOfTheSchoolsAreDueThenToo() {
        road.begins();
        road.opens("2023-08-01");
        road.takes(
                on("2023-08-01", roll(TOWNSHIP, Department.SCHOOL)),
                on("2023-08-02", roll(LATE, Department.EDUCATION)));
        road.opens("2023-08-02");
        road.stands("enrollment-students-listed:" + TOWNSHIP, "MET_ON_TIME");
        road.stands("enrollment-students-listed:" + LATE, "MET_LATE");
        road.as("EDUCATION", COUNTY)
                .get("/obligations/enrollment-students-listed:653130103")
                .then()
                .body("entry.standing", equalTo("MISSED"))
                .body("entry.obligation.owner", equalTo("EDUCATION"))
                .body("entry.obligation.assumed", equalTo(true));
    }

    private static StudentsListed roll(String township, Department department) {
        return new StudentsListed(
                "roll-" + township, department, township, "一小", 2, 2, 2, Carrier.ELECTRONIC, LocalDate.of(2023, 8, 1));
    }

    @Test
    @Order(2)
    @Clause("bachu-2022/第四十四条(1)")
    void eachOfTheFourDepartmentsPublishesWhereComplaintsAreTakenAndAnybodyCanReadIt() {
        given().get("/complaints/contacts").then().statusCode(200).body("", hasSize(0));
        for (String department : List.of("DISCIPLINE", "TAX", "MEDICAL_INSURANCE", "SOCIAL_INSURANCE")) {
            road.posts(
                            department,
                            COUNTY,
                            "/complaints/contacts",
                            Map.of("mailbox", "大厅西侧", "email", "jubao@example.cn", "phone", "0998-0000000"))
                    .statusCode(200);
        }
        road.posts("FINANCE", COUNTY, "/complaints/contacts", Map.of("mailbox", "x", "email", "x", "phone", "x"))
                .statusCode(403);
        road.posts(
                        "MEDICAL_INSURANCE",
                        TOWNSHIP,
                        "/complaints/contacts",
                        Map.of("mailbox", "x", "email", "x", "phone", "x"))
                .statusCode(404);
        given().get("/complaints/contacts").then().body("", hasSize(4)).body("mailbox", not(hasItem("x")));
        road.stands("audit-complaint-contact-published:TAX", "MET_ON_TIME");
    }

    @Test
    @Order(3)
    @Clause("bachu-2022/第四十四条(1)")
    void aDepartmentPublishesItAtTheDeskAndSeesThereThatItIsPublic() {
        desk("zh").body(containsString("公开本部门举报渠道"));
        desk("en").body(containsString("Publish where your department takes complaints"));
        String form = "/desk/complaints/contacts";
        Map<String, String> contact = Map.of("mailbox", "一楼东侧", "email", "jiwei@example.cn", "phone", "0998-1234567");
        String second = road.sends("DISCIPLINE", COUNTY, form, contact)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^.*(?=/desk/)", "");
        road.page("DISCIPLINE", COUNTY, second, "zh")
                .body(containsString("本部门举报渠道已公开"))
                .body(containsString("<td>一楼东侧</td><td>jiwei@example.cn</td><td>0998-1234567</td>"))
                .body(containsString("value=\"一楼东侧\""));
        given().get("/complaints/contacts")
                .then()
                .body("find { it.department == 'DISCIPLINE' }.phone", equalTo("0998-1234567"));
        for (Map<String, String> wrong : List.of(
                Map.of("mailbox", "一楼东侧", "email", " ", "phone", "0998"),
                Map.of("mailbox", "x".repeat(201), "email", "a@b.cn", "phone", "0998"),
                Map.of("mailbox", "一楼东侧", "email", "a@b.cn", "phone", "1".repeat(41)))) {
            road.sends("DISCIPLINE", COUNTY, form, wrong).statusCode(400).body(containsString("均须填写"));
        }
        road.sends("FINANCE", COUNTY, form, contact).statusCode(403);
        road.sends("MEDICAL_INSURANCE", TOWNSHIP, form, contact).statusCode(404);
    }

    @Test
    @Order(3)
    @Clause({"bachu-2022/第四十四条(3)", "bachu-2022/第四十四条(4)"})
    void anybodyMayReportAndNobodyWhoReadsTheDatabaseLearnsWho() throws Exception {
        anybody(WORDS).post("/complaints").then().statusCode(503).body("code", equalTo("complaint-key-missing"));
        key(keys(2048)).then().statusCode(422).body("code", equalTo("complaint-key-unusable"));
        key(DISCIPLINE).then().statusCode(204);
        RequestSpecification request = anybody(WORDS);
        complaint = request.post("/complaints").then().statusCode(200).extract().path("complaintId");
        request.post("/complaints").then().body("complaintId", equalTo(complaint));
        String everything = road.database();
        assertTrue(everything.contains(complaint));
        for (String part : List.of("艾山江", "138-0000", "收了现金")) {
            assertFalse(everything.contains(part), part);
            assertFalse(everything.contains(hex(part)), part);
        }
        road.as("TAX", COUNTY)
                .get("/complaints/" + complaint + "/sealed")
                .then()
                .statusCode(403);
        assertEquals(
                WORDS,
                opened(road.as("DISCIPLINE", COUNTY)
                        .get("/complaints/" + complaint + "/sealed")
                        .asByteArray()));
        anybody(null).post("/complaints").then().statusCode(200);
    }

    @Test
    @Order(4)
    @Clause("bachu-2022/第四十四条(2)")
    void aComplaintIsInvestigatedByDepartmentsTogetherAndWhatIsFoundedIsReferred() {
        String path = "/complaints/" + complaint;
        Map<String, Boolean> founded = Map.of("founded", true);
        road.posts("TOWNSHIP", TOWNSHIP, path + "/findings", founded).statusCode(403);
        road.posts("MEDICAL_INSURANCE", TOWNSHIP, path + "/findings", founded)
                .statusCode(404)
                .body("code", equalTo("not-found"));
        road.as("MEDICAL_INSURANCE", TOWNSHIP).get("/complaints").then().statusCode(404);
        road.as("MEDICAL_INSURANCE", TOWNSHIP).get("/desk/complaints").then().statusCode(404);
        road.posts("TAX", COUNTY, path + "/findings", founded).statusCode(200);
        road.posts("DISCIPLINE", COUNTY, path + "/closing", founded)
                .statusCode(409)
                .body("code", equalTo("investigation-not-joint"));
        road.posts("SOCIAL_INSURANCE", COUNTY, path + "/findings", founded).statusCode(200);
        road.posts("TAX", COUNTY, path + "/closing", founded).statusCode(403);
        road.posts("DISCIPLINE", COUNTY, path + "/closing", founded)
                .statusCode(200)
                .body("investigatedBy", equalTo(List.of("SOCIAL_INSURANCE", "TAX")))
                .body("violationId", notNullValue());
        road.posts("MEDICAL_INSURANCE", COUNTY, path + "/findings", founded)
                .statusCode(409)
                .body("code", equalTo("complaint-closed"));
        road.as("DISCIPLINE", COUNTY)
                .get("/violations")
                .then()
                .body("violations.origin", equalTo(List.of("COMPLAINT")))
                .body("violations.originId", equalTo(List.of(complaint)))
                .body("violations[0].handling", nullValue());
        road.stands("audit-complaint-closed:" + complaint, "MET_ON_TIME");
    }

    @Test
    @Order(5)
    @Clause({"bachu-2022/第四十四条(2)", "bachu-2022/第四十二条(5)"})
    void whoClosesAComplaintAtTheDeskChoosesOfWhomAnAnswerIsAsked() {
        String second = anybody(null)
                .post("/complaints")
                .then()
                .statusCode(200)
                .extract()
                .path("complaintId");
        for (String department : List.of("TAX", "MEDICAL_INSURANCE")) {
            road.posts(department, COUNTY, "/complaints/" + second + "/findings", Map.of("founded", true))
                    .statusCode(200);
        }
        desk("zh").body(containsString("<option value=\"TOWNSHIP_DEPUTY_LEADER\">乡（镇）分管领导</option>"));
        desk("en").body(containsString("<option value=\"SPECIALIST\">the specialist</option>"));
        assertEquals(400, closes(second, ""));
        assertEquals(303, closes(second, "SPECIALIST"));
        road.as("DISCIPLINE", COUNTY)
                .get("/violations")
                .then()
                .body("violations.answerable", equalTo(List.of("COLLECTOR", "SPECIALIST")));
    }

    @Test
    @Order(5)
    @Clause({"bachu-2022/第四十四条(2)", "bachu-2022/第四十二条(5)"})
    void whoEnteredAFindingNeitherClosesTheComplaintNorDecidesAboutWhatItRefers() {
        String another = "6531";
        Map<String, Boolean> founded = Map.of("founded", true);
        String path = "/complaints/"
                + anybody(null)
                        .post("/complaints")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("complaintId");
        for (String department : List.of("DISCIPLINE", "TAX")) {
            road.posts(department, COUNTY, path + "/findings", founded).statusCode(200);
        }
        road.posts("DISCIPLINE", COUNTY, path + "/closing", founded)
                .statusCode(409)
                .body("code", equalTo("second-person-needed"));
        String violation = road.posts("DISCIPLINE", another, path + "/closing", founded)
                .statusCode(200)
                .extract()
                .path("violationId");
        String decision = "/violations/" + violation + "/decision";
        road.posts("DISCIPLINE", COUNTY, decision, Map.of("handling", "REMINDED"))
                .statusCode(409)
                .body("code", equalTo("second-person-needed"));
        road.posts("DISCIPLINE", another, decision, Map.of("handling", "REMINDED"))
                .statusCode(200)
                .body("handling", equalTo("REMINDED"));
    }

    private ValidatableResponse desk(String language) {
        return road.as("DISCIPLINE", COUNTY)
                .cookie("language", language)
                .get("/desk/complaints")
                .then()
                .statusCode(200);
    }

    private int closes(String complaint, String answerable) {
        RequestSpecification form = road.as("DISCIPLINE", COUNTY)
                .redirects()
                .follow(false)
                .formParam("id", complaint)
                .formParam("founded", true)
                .formParam("key", UUID.randomUUID().toString());
        return (answerable.isEmpty() ? form : form.formParam("answerable", answerable))
                .post("/desk/complaints/close")
                .statusCode();
    }

    @Test
    @Order(6)
    @Clause({"bachu-2022/第三十九条(1)", "bachu-2022/第三十九条(2)"})
    void tenDaysAfterTheCampaignEveryUnitIsEvaluatedFromTheRegisterForTheCountyGovernment() {
        road.begins();
        road.opens("2023-12-29");
        road.takes(
                on("2023-08-01", list(Department.CIVIL_AFFAIRS, "TEKUN", COUNTY, Grade.ACCEPTED)),
                on("2023-08-02", list(Department.RURAL_REVITALIZATION, "AT_RISK", COUNTY, Grade.ACCEPTED)));
        road.as("COUNTY_GOVERNMENT", COUNTY).get("/evaluation").then().statusCode(404);
        road.opens("2023-12-30");
        road.as("COUNTY_GOVERNMENT", COUNTY)
                .get("/evaluation")
                .then()
                .statusCode(200)
                .body("reportedOn", equalTo("2023-12-30"))
                .body("units.find { it.department == 'CIVIL_AFFAIRS' }.onTime", equalTo(1))
                .body("units.find { it.department == 'RURAL_REVITALIZATION' }.late", equalTo(1))
                .body("units.find { it.department == 'DISABLED_FEDERATION' }.missed", equalTo(1));
        road.stands("audit-evaluation-reported", "MET_ON_TIME");
    }

    private static RequestSpecification anybody(String words) {
        String body = "{\"way\":\"PHONE\",\"breach\":\"CASH_NOT_PAID\",\"township\":\"%s\",\"words\":%s}"
                .formatted(TOWNSHIP, words == null ? "null" : "\"" + words + "\"");
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body);
    }

    private Response key(KeyPair keys) {
        return road.as("DISCIPLINE", COUNTY)
                .contentType(ContentType.BINARY)
                .body(keys.getPublic().getEncoded())
                .post("/complaints/keys");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(byte[] sealed) throws Exception {
        int wrapped = 3072 / 8;
        Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
        unwrap.init(
                Cipher.DECRYPT_MODE,
                DISCIPLINE.getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] secret = unwrap.doFinal(sealed, 0, wrapped);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(secret, "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(sealed, wrapped, wrapped + 12)));
        return new String(cipher.doFinal(sealed, wrapped + 12, sealed.length - wrapped - 12), StandardCharsets.UTF_8)
                .strip();
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
