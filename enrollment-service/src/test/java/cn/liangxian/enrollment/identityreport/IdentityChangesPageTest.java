package cn.liangxian.enrollment.identityreport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.ExchangeHandoff.IdentityChangeReported;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clerks report and pass on changed statuses at their desks; the business date 2023-10-08 lies in the campaign. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class IdentityChangesPageTest {

    private static final String PAGE = "/desk/identity-changes";
    private static final String CODE = "653130";
    private static final String TOWNSHIP = "653130103";
    private static final String VILLAGE = TOWNSHIP + "001";
    private static final Desk CIVIL_AFFAIRS = new Desk("CIVIL_AFFAIRS", CODE);
    private static final Desk DISABLED = new Desk("DISABLED_FEDERATION", CODE);
    private static final Desk AGENCY = new Desk("MEDICAL_INSURANCE", TOWNSHIP);

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(1980, 1, 2), true);
    private String person;

    @BeforeEach
    void aResidentAndNobodyElsesReports() {
        county.openDay();
        county.jdbi()
                .useHandle(h -> h.execute(
                        "update person set village = ?, township = ? where township = ?",
                        "653130102001",
                        "653130102",
                        TOWNSHIP));
        person = county.resident(number, "张三丰", VILLAGE).toString();
    }

    @Test
    @Clause({"bachu-2022/第十条(3)", "bachu-2022/第七条(7)"})
    void aDepartmentReportsAtItsDeskAndTheAgencySeesByWhenAndPassesThoseChosenOnTogether() {
        String inTime = reported("DIBAO", "2023-09-27");
        String late = reported("ORPHAN", "2023-09-11");
        page(CIVIL_AFFAIRS, "")
                .body(containsString("张**"), not(containsString("张三丰")), not(containsString(number)))
                .body(not(containsString("data-check-all")));
        page(DISABLED, "").body(not(containsString("张**")));
        page(AGENCY, "")
                .body(containsString(inTime), containsString(late))
                .body(containsString("张**"), not(containsString("张三丰")), not(containsString(number)))
                .body(
                        containsString("<td class=\"nowrap\">2023-10-12 "),
                        containsString("<td class=\"nowrap late-text\">2023-09-20 "))
                .body(containsString("<td class=\"nowrap\">2023-10-10 "));
        page(new Desk("MEDICAL_INSURANCE", "653130102"), "").body(not(containsString(inTime)));

        form(AGENCY, PAGE + "/pass", "id", inTime, "id", late).statusCode(303);
        page(AGENCY, "?done=2").body(not(containsString(inTime)), containsString("已办理（条） <b>2</b>"));
        page(AGENCY, "?passed=true").body(containsString(person), containsString(County.DAY.toString()));
        county.handed(IdentityChanged.class, one -> inTime.equals(one.reportId()));
        county.handed(IdentityChanged.class, one -> late.equals(one.reportId()));
    }

    @Test
    @Clause("bachu-2022/第七条(7)")
    void whenOneOfThoseChosenCannotBePassedOnNoneIsAndItsPlaceIsNamed() {
        String first = reported("DIBAO", "2023-09-27");
        String second = reported("ORPHAN", "2023-09-27");
        form(AGENCY, PAGE + "/pass", "id", second).statusCode(303);
        form(AGENCY, PAGE + "/pass", "id", first, "id", second)
                .statusCode(409)
                .contentType("text/html")
                .body(containsString("身份变更已反馈税务"), containsString("第2行身份变更：身份变更已反馈税务"));
        form(AGENCY, PAGE + "/pass").statusCode(400);
        page(AGENCY, "").body(containsString(first), not(containsString(second)));
        assertEquals(
                0,
                county.count(
                        "select count(*) from identity where person_key = ?::uuid and category = 'DIBAO'", person));
    }

    @Test
    @Clause("bachu-2022/第十条(3)")
    void aReportThatIsNotCompleteOrNotForTheDepartmentIsRefusedWithItsField() {
        report(CIVIL_AFFAIRS, number, "DIBAO", "2023-10-09")
                .statusCode(422)
                .body(containsString("变更日：当前业务日为2023-10-08"));
        report(CIVIL_AFFAIRS, number, "DIBAO", "").statusCode(400).body(containsString("变更日：必填"));
        report(CIVIL_AFFAIRS, County.newNumber(LocalDate.of(1981, 1, 2), true), "DIBAO", "2023-09-27")
                .statusCode(404)
                .body(containsString("身份证号：登记库中没有此人"));
        report(DISABLED, number, "DIBAO", "2023-09-27").statusCode(403);
        report(new Desk("CIVIL_AFFAIRS", "653130102"), number, "DIBAO", "2023-09-27")
                .statusCode(404);
        report(AGENCY, number, "DIBAO", "2023-09-27").statusCode(403);
        form(CIVIL_AFFAIRS, PAGE + "/pass").statusCode(403);
        form(CIVIL_AFFAIRS, PAGE + "/change").statusCode(403);
        report(new Desk("TAX", CODE), number, "DIBAO", "2023-09-27").statusCode(403);
        assertEquals(0, county.count("select count(*) from identity_report where person_key = ?::uuid", person));
    }

    @Test
    @Clause("bachu-2022/第七条(7)")
    void anAgencyRegistersAChangeOfWhichItLearnsItself() {
        change("2023-09-01", "2023-08-31").statusCode(422).body(containsString("结束日期：结束日期早于开始日期"));
        change("2023-09-01", "").statusCode(303);
        IdentityChanged changed =
                county.handed(IdentityChanged.class, one -> one.personKey().equals(person));
        assertEquals("DIBAO", changed.status().category());
    }

    private ValidatableResponse change(String from, String until) {
        return form(AGENCY, PAGE + "/change", "idNumber", number, "category", "DIBAO", "from", from, "until", until);
    }

    /** The id of a report of civil affairs. */
    private String reported(String category, String changedOn) {
        report(CIVIL_AFFAIRS, number, category, changedOn).statusCode(303);
        return county.handed(
                        IdentityChangeReported.class,
                        one -> one.personKey().equals(person)
                                && one.status().category().equals(category))
                .reportId();
    }

    private static ValidatableResponse report(Desk desk, String number, String category, String changedOn) {
        return form(
                desk,
                PAGE,
                "idNumber",
                number,
                "category",
                category,
                "from",
                "2023-09-01",
                "changedOn",
                changedOn,
                "carrier",
                "PAPER");
    }

    private static ValidatableResponse page(Desk desk, String query) {
        return desk.get(PAGE + query).statusCode(200);
    }

    private static ValidatableResponse form(Desk desk, String path, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "key";
        all[fields.length + 1] = UUID.randomUUID().toString();
        return desk.form(path, all);
    }
}
