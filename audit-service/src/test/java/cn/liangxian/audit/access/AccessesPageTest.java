package cn.liangxian.audit.access;

import static cn.liangxian.audit.register.Stimuli.on;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CashHandoff.CashPaperSeen;
import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.local.TestRealm;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose data were looked at, by whom and for which of the duties that the notice names. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AccessesPageTest {

    private static final String COUNTY = "653130";

    @Inject
    Road road;

    @Test
    @Clause({"bachu-2022/第二十条(1)", "bachu-2022/第二十条(3)"})
    void whoProvidedDataSeesForWhichDutyTheyWereLookedAtAndWhichDutiesThereAre() {
        road.begins();
        road.opens("2023-10-09");
        road.takes(on("2023-10-09", look("for-collection", "COLLECTION")));
        road.takes(on("2023-10-09", look("for-what-was", "NO_DUTY_ANY_MORE")));

        page("CIVIL_AFFAIRS", "zh")
                .body(
                        containsString("可用于的法定职责"),
                        containsString("核实异常数据"),
                        containsString("第七条(4)"),
                        containsString("推定"))
                .body(allOf(containsString("for-collection"), containsString("<td>征缴</td><td>联系缴费人</td>")))
                .body(allOf(containsString("for-what-was"), containsString("<td>NO_DUTY_ANY_MORE</td>")));
        page("DISCIPLINE", "en").body(containsString("Statutory duty"), containsString("<td>collection</td>"));
        page("VETERANS", "zh").body(containsString("核实异常数据"), not(containsString("for-collection")));
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void whoseTokenIsNoGoodIsRefusedAlsoWhereEveryLookOfTheBureauIsNoted() {
        for (String token : List.of(
                TestRealm.forged("AUDIT_BUREAU", COUNTY),
                TestRealm.expired("AUDIT_BUREAU", COUNTY),
                TestRealm.ofOtherAudience("AUDIT_BUREAU", COUNTY),
                TestRealm.unsigned("AUDIT_BUREAU", COUNTY))) {
            given().auth().oauth2(token).get("/deadlines").then().statusCode(401);
        }
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void aTownshipSeesWhoLookedAtItsCashPapersAndNobodyElsesAndWhoWatchesOverAllSeesBoth() {
        road.begins();
        road.opens("2023-10-09");
        road.takes(on("2023-10-09", look("for-collection", "COLLECTION")));
        road.takes(on("2023-10-09", seen("entry-1", "who-paid-in-cash", "653130101")));
        road.takes(on("2023-10-09", seen("ledger-1", null, "653130102")));

        road.page("TOWNSHIP", "653130101", "/desk/accesses", "zh")
                .body(containsString("who-paid-in-cash"), containsString("查看现金代收的签字与指印"))
                .body(not(containsString("查看现金台账扫描件")), not(containsString("for-collection")));
        road.page("TOWNSHIP", "653130102", "/desk/accesses", "en")
                .body(containsString("Scan of a cash ledger"), not(containsString("who-paid-in-cash")));
        page("DISCIPLINE", "zh")
                .body(containsString("who-paid-in-cash"), containsString("查看现金台账扫描件"))
                .body(containsString("for-collection"));
        page("CIVIL_AFFAIRS", "zh").body(containsString("for-collection"), not(containsString("who-paid-in-cash")));
        road.as("TREASURY", COUNTY).get("/desk/accesses").then().statusCode(403);
    }

    private static CashPaperSeen seen(String paper, String person, String township) {
        return new CashPaperSeen(
                "look-" + paper, paper, person, township, Department.TAX, COUNTY, LocalDate.of(2023, 10, 9));
    }

    private static PersonalDataAccessed look(String person, String duty) {
        return new PersonalDataAccessed(
                "look-" + person,
                person,
                List.of(Department.PUBLIC_SECURITY, Department.CIVIL_AFFAIRS),
                Department.TAX,
                COUNTY,
                "联系缴费人",
                LocalDate.of(2023, 10, 9),
                duty);
    }

    private ValidatableResponse page(String department, String language) {
        return road.as(department, COUNTY)
                .cookie("language", language)
                .get("/desk/accesses")
                .then()
                .statusCode(200);
    }
}
