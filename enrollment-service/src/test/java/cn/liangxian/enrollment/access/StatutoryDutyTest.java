package cn.liangxian.enrollment.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.SpecialGroupListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import cn.liangxian.policy.PersonalDataTerms;
import cn.liangxian.policy.Policy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the departments of a county may use each other's personal data for: their duties in the notice and nothing else. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class StatutoryDutyTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130206";
    private static final String VILLAGE = TOWNSHIP + "001";

    @Inject
    County county;

    @Inject
    Policy policy;

    private final String number = County.newNumber(LocalDate.of(1961, 2, 3), true);
    private UUID key;

    @BeforeEach
    void aResidentOfAListOfCivilAffairs() {
        county.openDay();
        key = county.resident(number, "张三丰", VILLAGE);
        list("城乡低保").statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    @Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十条(3)"})
    void dataAreShownForADutyOfTheReadersDepartmentAloneAndEachLookIsToldToWhoProvidedThem() {
        refused(unmask("MEDICAL_INSURANCE", null, "核对参保登记"));
        refused(unmask("MEDICAL_INSURANCE", "MARKETING", "商业推广"));
        refused(unmask("MEDICAL_INSURANCE", "COLLECTION", "核对参保登记"));
        refused(unmask("TAX", "REGISTRATION", "核对参保登记"));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));

        as("TAX", COUNTY)
                .get("/desk/persons/one?key=" + key)
                .then()
                .body(containsString("value=\"COLLECTION\""), not(containsString("value=\"REGISTRATION\"")));
        unmask("TAX", "COLLECTION", "联系缴费人").statusCode(200).body(containsString("张三丰"), containsString("不得提供给第三方"));
        PersonalDataAccessed told = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(this::toldOfTheResident, found -> found.size() == 1)
                .get(0);
        assertEquals(List.of(Department.PUBLIC_SECURITY, Department.CIVIL_AFFAIRS), told.providers());
        assertEquals("COLLECTION", told.duty());
        assertEquals(Department.TAX, told.reader());

        for (String provider : List.of("PUBLIC_SECURITY", "CIVIL_AFFAIRS")) {
            as(provider, COUNTY)
                    .get("/personal-data/accesses")
                    .then()
                    .statusCode(200)
                    .body("accessId", hasItem(told.accessId()));
        }
        as("CIVIL_AFFAIRS", COUNTY)
                .get("/personal-data/accesses?before=" + told.accessId())
                .then()
                .body("accessId", not(hasItem(told.accessId())));
        as("DISABLED_FEDERATION", COUNTY)
                .get("/personal-data/accesses")
                .then()
                .body("accessId", not(hasItem(told.accessId())));
        as("CIVIL_AFFAIRS", "653130101")
                .get("/personal-data/accesses")
                .then()
                .body("accessId", not(hasItem(told.accessId())));
    }

    @Test
    @Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十八条(4)", "bachu-2022/第二十九条"})
    void aTownshipLearnsWhomOfItsResidentsToCallForItsOwnDutiesAndOfNobodyElse() {
        as("TOWNSHIP", TOWNSHIP)
                .get("/desk/persons/one?key=" + key)
                .then()
                .statusCode(200)
                .body(
                        containsString("张**"),
                        not(containsString(number)),
                        containsString("value=\"DEBIT_FAILED\""),
                        not(containsString("value=\"COLLECTION\"")));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
        refused(unmask("TOWNSHIP", TOWNSHIP, key, "COLLECTION", "通知存足余额"));
        unmask("TOWNSHIP", TOWNSHIP, key, "DEBIT_FAILED", "通知存足余额")
                .statusCode(200)
                .body(containsString("张三丰"), containsString(number));
        unmask("VILLAGE", VILLAGE, key, "GUIDANCE", "引导银行柜面缴费").statusCode(200);
        for (String elsewhere : List.of("653130101", TOWNSHIP + "002")) {
            String department = elsewhere.length() > TOWNSHIP.length() ? "VILLAGE" : "TOWNSHIP";
            as(department, elsewhere).get("/desk/persons/one?key=" + key).then().statusCode(404);
            unmask(department, elsewhere, key, "GUIDANCE", "引导银行柜面缴费").statusCode(404);
        }
        as("TOWNSHIP", TOWNSHIP).get("/desk/persons/one").then().statusCode(400);
        as("SCHOOL", TOWNSHIP).get("/desk/persons/one?key=" + key).then().statusCode(403);
        assertEquals(2, county.count("select count(*) from data_access where person_key = ?", key));
        as("CIVIL_AFFAIRS", COUNTY)
                .get("/personal-data/accesses?limit=2")
                .then()
                .body("duty", equalTo(List.of("GUIDANCE", "DEBIT_FAILED")))
                .body("reader", equalTo(List.of("VILLAGE", "TOWNSHIP")));
    }

    @Test
    @Clause("bachu-2022/第二十条(1)")
    void theQueryServiceAndTheNamesOfAListAskForADutyToo() {
        query("MEDICAL_INSURANCE", "COLLECTION").statusCode(403).body("code", equalTo("purpose-not-a-duty"));
        query("MEDICAL_INSURANCE", "REGISTRATION").statusCode(200).body("personKey", equalTo(key.toString()));
        assertEquals(1, county.count("select count(*) from data_access where person_key = ?", key));

        UUID student = county.resident(County.newNumber(LocalDate.of(2012, 2, 3), true), "学生某", VILLAGE, true, null);
        String list = as("EDUCATION", TOWNSHIP)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/uninsured-students")
                .then()
                .statusCode(201)
                .extract()
                .path("lists[0].listId");
        names(list, "REGISTRATION").statusCode(403).body("code", equalTo("purpose-not-a-duty"));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", student));
        names(list, "STUDENTS").statusCode(200).body("students.name", hasItem("学生某"));
        assertEquals(1, county.count("select count(*) from data_access where person_key = ? and of_list", student));
    }

    @Test
    @Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十条(3)"})
    void askingForAResidentByNumberIsALookForADutyThoughWhatIsShownIsMasked() {
        refused(find("TAX", COUNTY, number, null));
        refused(find("TAX", COUNTY, number, "REGISTRATION"));
        refused(find("TAX", COUNTY, County.newNumber(LocalDate.of(1971, 2, 3), true), "REGISTRATION"));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
        find("TAX", COUNTY, number, "COLLECTION")
                .statusCode(200)
                .body(containsString("张**"), not(containsString(number)), containsString("\"COLLECTION\" selected"));
        assertEquals(
                1,
                county.count(
                        "select count(*) from data_access where person_key = ? and duty = 'COLLECTION' and not of_list",
                        key));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> toldOfTheResident().size() == 1);
    }

    @Test
    @Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十条(3)"})
    void aProgramLooksAResidentUpUnderTheSameDutiesAsAClerk() {
        person("TAX", null).statusCode(403).body("code", equalTo("purpose-not-a-duty"));
        person("TAX", "REGISTRATION").statusCode(403).body("code", equalTo("purpose-not-a-duty"));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
        person("TAX", "COLLECTION")
                .statusCode(200)
                .body("person.name", equalTo("张**"), "statuses[0].listedBy", equalTo("CIVIL_AFFAIRS"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> toldOfTheResident().size() == 1);
        assertEquals("COLLECTION", toldOfTheResident().get(0).duty());
    }

    @ParameterizedTest
    @CsvSource({"CHANNEL, REGISTRATION", "CHANNEL, COLLECTION"})
    @Clause("bachu-2022/第二十条(2)")
    void whoHasNoDutyIsAThirdPartyAndIsToldNothing(String department, String duty) {
        as(department, COUNTY)
                .get("/personal-data/duties")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        query(department, duty)
                .statusCode(403)
                .body("code", equalTo("purpose-not-a-duty"))
                .body(not(containsString(key.toString())));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
    }

    @Test
    @Clause("bachu-2022/第二十条(2)")
    void whoLooksUpMoreResidentsThanADayAllowsIsStoppedSinceThatIsASupplyToOthers() {
        int allowed = policy.personalData().map(PersonalDataTerms::perDay).orElseThrow();
        String reader = "tax-" + TOWNSHIP;
        for (int seen = 1; seen < allowed; seen++) {
            UUID other =
                    county.resident(County.newNumber(LocalDate.of(1970, 1, 1).plusDays(seen), true), "某人", VILLAGE);
            county.jdbi()
                    .useHandle(h -> h.execute(
                            "insert into data_access values (?, ?, '征缴', '{PUBLIC_SECURITY}', 'TAX', ?, ?, ?)",
                            UUID.randomUUID(),
                            other,
                            TOWNSHIP,
                            County.DAY,
                            reader));
        }
        String another = County.newNumber(LocalDate.of(1962, 2, 3), true);
        UUID one = county.resident(another, "某人", VILLAGE);
        unmask("TAX", TOWNSHIP, key, "COLLECTION", "联系缴费人").statusCode(200);
        unmask("TAX", TOWNSHIP, one, "COLLECTION", "联系缴费人").statusCode(429);
        find("TAX", TOWNSHIP, another, "COLLECTION").statusCode(429);
        person("TAX", TOWNSHIP, another, "COLLECTION").statusCode(429).body("code", equalTo("too-many-accesses"));
        find("TAX", TOWNSHIP, number, "COLLECTION").statusCode(200);
        unmask("TAX", TOWNSHIP, key, "COLLECTION", "联系缴费人").statusCode(200);
        unmask("TAX", COUNTY, one, "COLLECTION", "联系缴费人").statusCode(200);
    }

    @Test
    @Clause({"bachu-2022/第二十条(2)", "bachu-2022/第十九条(2)"})
    void whatIsHandedOverNamesAResidentByKeyAlone() {
        unmask("TAX", "COLLECTION", "联系缴费人").statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> toldOfTheResident().size() == 1);
        for (Class<? extends Handoff> type : List.of(PersonalDataAccessed.class, SpecialGroupListed.class)) {
            county.records(Handoff.termsOf(type).topic()).forEach(record -> {
                String text = new String(record.value(), StandardCharsets.UTF_8);
                assertFalse(text.contains(number) || text.contains("张三丰"), text);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★一年", "秘 密 ★ 长期", "绝密★", "商业秘密"})
    @Clause("bachu-2022/第十九条(2)")
    void aFileThatBearsAMarkOfSecrecyIsRefusedAndNotKept(String title) {
        String list = list(title)
                .statusCode(422)
                .body("code", equalTo("classified-file"))
                .extract()
                .path("listId");
        assertEquals(0, county.count("select count(*) from special_group_file where list_id = ?::uuid", list));
        list("不含秘密").statusCode(200);
    }

    private List<PersonalDataAccessed> toldOfTheResident() {
        return county.handedOver(PersonalDataAccessed.class).stream()
                .filter(each -> each.personKey().equals(key.toString()))
                .toList();
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(403).body(containsString("查阅用途不属于本部门法定职责"), not(containsString("张三丰")));
    }

    private ValidatableResponse unmask(String department, String duty, String words) {
        return unmask(department, COUNTY, key, duty, words);
    }

    private static ValidatableResponse unmask(String department, String area, UUID person, String duty, String words) {
        RequestSpecification request = as(department, area)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", person.toString())
                .formParam("purpose", words);
        return (duty == null ? request : request.formParam("duty", duty))
                .post("/desk/persons/unmask")
                .then();
    }

    private static ValidatableResponse find(String department, String area, String number, String duty) {
        RequestSpecification request = as(department, area)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("idNumber", number)
                .formParam("purpose", "联系缴费人");
        return (duty == null ? request : request.formParam("duty", duty))
                .post("/desk/persons")
                .then();
    }

    private ValidatableResponse person(String department, String duty) {
        return person(department, COUNTY, number, duty);
    }

    private static ValidatableResponse person(String department, String area, String number, String duty) {
        Map<String, String> query = new HashMap<>(Map.of("idNumber", number, "purpose", "联系缴费人"));
        if (duty != null) {
            query.put("duty", duty);
        }
        return as(department, area)
                .contentType("application/json; charset=UTF-8")
                .body(query)
                .post("/persons/query")
                .then();
    }

    private ValidatableResponse query(String department, String duty) {
        return as(department, COUNTY)
                .contentType("application/json; charset=UTF-8")
                .body(Map.of("idNumber", number, "insurance", "MEDICAL", "purpose", "窗口查询", "duty", duty))
                .post("/registrations/query")
                .then();
    }

    private static ValidatableResponse names(String list, String duty) {
        return as("EDUCATION", TOWNSHIP)
                .queryParam("purpose", "联系家长")
                .queryParam("duty", duty)
                .get("/uninsured-students/" + list)
                .then();
    }

    private ValidatableResponse list(String title) {
        String rows = title + "\n姓名,身份证号\n张三丰," + number + "\n";
        return as("CIVIL_AFFAIRS", COUNTY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "list.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8")
                .multiPart(
                        "declaration",
                        """
                        {"category":"DIBAO","area":"%s","listDate":"2023-09-20","declaredCount":1,"signedBy":"局长",
                         "sealed":true,"carrier":null,"confirmedZero":false}"""
                                .formatted(TOWNSHIP),
                        "application/json; charset=UTF-8")
                .post("/special-groups")
                .then();
    }

    private static RequestSpecification as(String department, String area) {
        return given().auth().oauth2(TestRealm.token(department, area));
    }
}
