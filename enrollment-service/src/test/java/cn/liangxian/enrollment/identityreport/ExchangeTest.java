package cn.liangxian.enrollment.identityreport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.HouseholdsUpdated;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.enrollment.ExchangeHandoff.IdentityChangeReported;
import cn.liangxian.enrollment.feed.ListFiles;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.policy.Policy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How departments tell the agencies what they know; the business date 2023-10-08 lies in the campaign. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class ExchangeTest {

    private static final String CODE = "653130";
    private static final String TOWNSHIP = "653130101";
    private static final String VILLAGE = TOWNSHIP + "001";

    @Inject
    County county;

    @Inject
    Policy policy;

    private final String id = County.newNumber(LocalDate.of(1980, 1, 2), true);

    @BeforeEach
    void open() {
        county.openDay();
    }

    @ParameterizedTest
    @CsvSource({"CIVIL_AFFAIRS, DIBAO", "RURAL_REVITALIZATION, AT_RISK", "DISABLED_FEDERATION, SEVERELY_DISABLED"})
    @Clause({"bachu-2022/第十条(3)", "bachu-2022/第十一条(3)", "bachu-2022/第十三条(3)", "bachu-2022/第七条(7)"})
    void aDepartmentReportsWhoseStatusChangedAndAnAgencyPassesItToTax(String department, String category) {
        String key = county.resident(id, "甲", VILLAGE).toString();
        report("FINANCE", category, "2023-09-27").statusCode(403);
        report(department, category, "2023-10-09").statusCode(422).body("code", equalTo("identity-change-in-future"));
        String report = report(department, category, "2023-09-27")
                .statusCode(201)
                .body("personKey", equalTo(key), "carrier", equalTo("ELECTRONIC"))
                .extract()
                .path("reportId");
        IdentityChangeReported told = county.handed(
                IdentityChangeReported.class, one -> one.reportId().equals(report));
        assertEquals(Department.valueOf(department), told.department());
        assertEquals(LocalDate.of(2023, 9, 27), told.changedOn());
        assertEquals(County.DAY, told.reportedOn());
        desk("SOCIAL_INSURANCE").get("/identity-reports").body("reportId", hasItem(report));
        desk("SOCIAL_INSURANCE").get("/identity-reports?after=" + report).body("reportId", not(hasItem(report)));

        String passing = "/identity-reports/" + report + "/passing";
        desk(department).post(passing, "").statusCode(403);
        desk("SOCIAL_INSURANCE").post(passing, "").statusCode(201).body("passedOn", equalTo(County.DAY.toString()));
        desk("MEDICAL_INSURANCE").post(passing, "").statusCode(409).body("code", equalTo("identity-report-passed-on"));
        desk("SOCIAL_INSURANCE").get("/identity-reports").body("reportId", not(hasItem(report)));
        IdentityChanged passed = county.handed(IdentityChanged.class, one -> report.equals(one.reportId()));
        assertEquals(key, passed.personKey());
        assertEquals(category, passed.status().category());
        assertEquals(
                1,
                county.count(
                        "select count(*) from identity where person_key = ?::uuid and category = ?", key, category));
    }

    @ParameterizedTest
    @CsvSource({"CIVIL_AFFAIRS, ORPHAN", "RURAL_REVITALIZATION, MONITORED", "DISABLED_FEDERATION, SEVERELY_DISABLED"})
    @Clause({"bachu-2022/第十条(2)", "bachu-2022/第十一条(2)", "bachu-2022/第十三条(2)"})
    void aListWithoutTheLeadersSignatureOrWithoutTheSealIsNotApplied(String department, String category) {
        String key = county.resident(id, "甲", VILLAGE).toString();
        list(department, category, "null", true, "null", 1).statusCode(422).body("code", equalTo("not-signed"));
        list(department, category, "\"局长\"", false, "null", 1).statusCode(422).body("code", equalTo("not-sealed"));
        assertEquals(0, county.count("select count(*) from identity where person_key = ?::uuid", key));
        list(department, category, "\"局长\"", true, "null", 1).statusCode(200).body("grade", equalTo("ACCEPTED"));
        assertEquals(1, county.count("select count(*) from identity where person_key = ?::uuid", key));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    @Clause({"bachu-2022/第十七条(1)", "bachu-2022/第十七条(2)"})
    void aListTellsByWhichOfTheFourWaysItCame(Carrier carrier) {
        county.resident(id, "甲", VILLAGE);
        list("CIVIL_AFFAIRS", "DIBAO", "\"局长\"", true, "\"courier\"", 1)
                .statusCode(422)
                .body("code", equalTo("carrier-unknown"));
        String list = list("CIVIL_AFFAIRS", "DIBAO", "\"局长\"", true, "\"" + carrier + "\"", 1)
                .statusCode(200)
                .extract()
                .path("listId");
        SpecialGroupListed listed =
                county.handed(SpecialGroupListed.class, one -> one.listId().equals(list));
        assertEquals(carrier, Carrier.valueOf(listed.carrier().toUpperCase(Locale.ROOT)));
    }

    @Test
    @Clause({"bachu-2022/第十八条", "bachu-2022/第十九条(1)"})
    void whatADepartmentSharesIsKeptAsItCameAndIsCompleteAndCorrectOrNamed() {
        county.resident(id, "甲", VILLAGE);
        list("CIVIL_AFFAIRS", "DIBAO", "\"局长\"", true, "null", 2)
                .statusCode(200)
                .body("grade", equalTo("PARTIAL"), "reasonCode", equalTo("count-differs"), "accepted", equalTo(0));
        String list = list("CIVIL_AFFAIRS", "DIBAO", "\"局长\"", true, "null", 2, "乙,12345")
                .statusCode(200)
                .body("grade", equalTo("ACCEPTED_WITH_ERRORS"), "accepted", equalTo(1))
                .body("errors.row", contains(3))
                .extract()
                .path("listId");
        String back = desk("CIVIL_AFFAIRS")
                .get("/special-groups/" + list + "/errors")
                .statusCode(200)
                .extract()
                .asString();
        assertEquals("姓名,身份证号,错误原因\r\n甲," + id + ",\r\n乙,12345,身份证号：身份证号格式不正确\r\n", back);
        desk("DISABLED_FEDERATION").get("/special-groups/" + list).statusCode(404);
    }

    @Test
    @Clause("bachu-2022/第七条(2)")
    void eachAgencyRegistersForItsOwnInsuranceAndTellsTax() {
        String body = "{\"idNumber\":\"%s\",\"name\":\"甲\",\"village\":\"%s\",\"insurance\":\"%s\"}";
        desk("MEDICAL_INSURANCE")
                .post("/registrations", body.formatted(id, VILLAGE, "PENSION"))
                .statusCode(403);
        desk("TAX")
                .post("/registrations", body.formatted(id, VILLAGE, "PENSION"))
                .statusCode(403);
        for (Map.Entry<String, Insurance> agency : Map.of(
                        "MEDICAL_INSURANCE", Insurance.MEDICAL, "SOCIAL_INSURANCE", Insurance.PENSION)
                .entrySet()) {
            String key = desk(agency.getKey())
                    .post("/registrations", body.formatted(id, VILLAGE, agency.getValue()))
                    .statusCode(201)
                    .extract()
                    .path("personKey");
            county.handed(
                    PersonRegistered.class, one -> one.personKey().equals(key) && one.insurance() == agency.getValue());
        }
    }

    @Test
    @Clause("bachu-2022/第二条")
    void onlyTheTwoInsurancesAreTakenAndOnlyInsideTheCounty() {
        String body = "{\"idNumber\":\"%s\",\"name\":\"甲\",\"village\":\"%s\",\"insurance\":\"%s\"}";
        assertEquals(EnumSet.of(Insurance.PENSION, Insurance.MEDICAL), EnumSet.copyOf(policy.insurances()));
        desk("MEDICAL_INSURANCE")
                .post("/registrations", body.formatted(id, VILLAGE, "UNEMPLOYMENT"))
                .statusCode(400);
        desk("MEDICAL_INSURANCE")
                .post("/registrations", body.formatted(id, "653131101001", "MEDICAL"))
                .statusCode(404);
        desk("MEDICAL_INSURANCE")
                .post("/registrations", body.formatted(id, "653130999001", "MEDICAL"))
                .statusCode(422)
                .body("code", equalTo("village-unknown"));
        assertEquals(0, county.count("select count(*) from person where id_number = ?", id));
    }

    @Test
    @Clause("bachu-2022/第十二条")
    void thePoliceHandOverTheLatestHouseholdsOfAQuarterAndWhoOnlyLivesHere() {
        String stranger = County.newNumber(LocalDate.of(1985, 3, 4), false);
        String rows = "idNumber,name,village,registeredHere,residesHere\n"
                + id + ",甲," + VILLAGE + ",true,true\n"
                + stranger + ",乙," + VILLAGE + ",false,true\n";
        String feed = households(rows, "").extract().path("feedId");
        HouseholdsUpdated updated =
                county.handed(HouseholdsUpdated.class, one -> one.feedId().equals(feed));
        assertEquals("2023-Q3", updated.quarter());
        assertEquals(1, updated.floating());
        assertEquals(2, updated.residents());
        String late = households(rows, "&quarter=2023-Q2").extract().path("feedId");
        assertEquals(
                "2023-Q2",
                county.handed(HouseholdsUpdated.class, one -> one.feedId().equals(late))
                        .quarter());
    }

    private ValidatableResponse households(String rows, String quarter) {
        return given().auth()
                .oauth2(TestRealm.token("PUBLIC_SECURITY", CODE))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Declared-Count", 2)
                .contentType("text/csv")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/households?area=" + TOWNSHIP + quarter)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse report(String department, String category, String changedOn) {
        return desk(department)
                .post(
                        "/identity-reports",
                        "{\"idNumber\":\"%s\",\"category\":\"%s\",\"from\":\"2023-09-27\",\"changedOn\":\"%s\"}"
                                .formatted(id, category, changedOn));
    }

    private ValidatableResponse list(
            String department,
            String category,
            String signedBy,
            boolean sealed,
            String carrier,
            int declared,
            String... more) {
        String rows = "姓名,身份证号\n甲," + id + "\n" + String.join("\n", more);
        return given().auth()
                .oauth2(TestRealm.token(department, CODE))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", ListFiles.text(rows, StandardCharsets.UTF_8).toFile())
                .multiPart(
                        "declaration",
                        """
                        {"category":"%s","area":"%s","listDate":"2023-09-20","declaredCount":%d,"signedBy":%s,
                         "sealed":%b,"carrier":%s,"confirmedZero":false}"""
                                .formatted(category, TOWNSHIP, declared, signedBy, sealed, carrier),
                        "application/json; charset=UTF-8")
                .post("/special-groups")
                .then();
    }

    private static Desk desk(String department) {
        return new Desk(department, CODE);
    }
}
