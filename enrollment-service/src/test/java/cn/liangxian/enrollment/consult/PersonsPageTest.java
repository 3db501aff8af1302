package cn.liangxian.enrollment.consult;

import static cn.liangxian.enrollment.County.CODE;
import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.enrollment.AccessHandoff.PersonalDataAccessed;
import cn.liangxian.enrollment.County;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.TestStack;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal data are masked; who sees them says what for, and the departments that provided them are told. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "medical-clerk")
@OidcSecurity(claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = CODE)})
class PersonsPageTest {

    @Inject
    County county;

    @Inject
    Policy policy;

    @Inject
    BusinessDay day;

    @Inject
    Jdbi jdbi;

    private String number;
    private UUID key;

    @BeforeEach
    void aResident() {
        county.openDay();
        number = County.newNumber(LocalDate.of(1950, 3, 4), true);
        key = county.resident(number, "张三丰", VILLAGE);
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-1")
    void aPersonIsShownMaskedWithTheClauseOfWhatIsDue() {
        form("/desk/persons", "idNumber", number, "purpose", "窗口咨询应缴额")
                .then()
                .statusCode(200)
                .body(allOf(containsString("张**"), not(containsString("张三丰")), not(containsString(number))))
                .body(containsString(
                        "<td>医疗</td><td class=\"n\">380.00</td><td>代缴 380.00</td><td class=\"clause\">四(一)医疗-1 "))
                .body(containsString("<td>出生年 1950</td><td class=\"code\">" + policy.version() + "</td>"))
                .body(containsString(key.toString()))
                .body(containsString("value=\"窗口咨询应缴额\""));
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void whoeverAsksByNumberSaysWhatForThoughWhatIsShownIsMaskedAndTheProvidersAreTold() {
        form("/desk/persons", "idNumber", number)
                .then()
                .statusCode(400)
                .body(containsString("请填写查阅用途"), not(containsString("张**")));
        form("/desk/persons", "idNumber", number, "purpose", "核").then().statusCode(400);
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
        form("/desk/persons", "idNumber", number, "purpose", "窗口咨询应缴额").then().statusCode(200);
        assertEquals(1, county.count("select count(*) from data_access where person_key = ?", key));
        assertEquals("窗口咨询应缴额", told().purpose());
    }

    @Test
    void whatIsFoundByTheKeyOfAWorklistIsMaskedAndNeedsNoPurpose() {
        given().get("/desk/persons/one?key=" + key).then().statusCode(200).body(containsString("张**"));
        assertEquals(0, county.count("select count(*) from data_access where person_key = ?", key));
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-3")
    void whyAnAmountIsDueNamesTheStatusesInForceOnTheDayAndNoneThatEndedOrIsStillToCome() {
        LocalDate today = day.today();
        due(today.minusYears(1), today.minusDays(1))
                .body(containsString("<td>医疗</td><td class=\"n\">380.00</td><td>个人 380.00</td>"))
                .body(containsString("<td>出生年 1980</td>"), containsString("<td>低保对象</td>"));
        due(today.minusYears(1), today)
                .body(containsString("<td>医疗</td><td class=\"n\">380.00</td><td>代缴 380.00</td>"))
                .body(containsString("<td>出生年 1980、低保对象</td>"));
        due(today, null).body(containsString("<td>出生年 1980、低保对象</td>"));
        due(today.plusDays(1), null)
                .body(containsString("<td>医疗</td><td class=\"n\">380.00</td><td>个人 380.00</td>"))
                .body(containsString("<td>出生年 1980</td>"), containsString("<td>低保对象</td>"));
    }

    /** Somebody who is on the subsistence allowance from the one day to the other. */
    private ValidatableResponse due(LocalDate from, LocalDate until) {
        String resident = County.newNumber(LocalDate.of(1980, 3, 4), true);
        UUID person = county.resident(resident, "李四", VILLAGE);
        jdbi.useHandle(h -> h.execute("insert into identity values (?, 'DIBAO', ?, ?)", person, from, until));
        return form("/desk/persons", "idNumber", resident, "purpose", "窗口咨询应缴额")
                .then()
                .statusCode(200);
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void whoeverUnmasksSaysWhatForAndTheProvidersAreTold() {
        form("/desk/persons/unmask", "key", key.toString(), "purpose", "核")
                .then()
                .statusCode(400)
                .body(containsString("请填写查阅用途"));
        given().cookie("language", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", key.toString())
                .formParam("purpose", "核")
                .post("/desk/persons/unmask")
                .then()
                .statusCode(400)
                .body(containsString("Say what for, in 4 to 200 characters"));
        form("/desk/persons/unmask", "key", key.toString(), "purpose", "核对参保登记")
                .then()
                .statusCode(200)
                .body(containsString("张三丰"))
                .body(containsString(number));
        PersonalDataAccessed told = told();
        assertEquals(List.of(Department.PUBLIC_SECURITY), told.providers());
        assertEquals("核对参保登记", told.purpose());
        String topic = Handoff.termsOf(PersonalDataAccessed.class).topic();
        county.records(topic)
                .forEach(record -> assertFalse(
                        new String(record.value(), StandardCharsets.UTF_8).contains(number), "no ID number is told"));
    }

    @Test
    @TestSecurity(user = "civil-affairs")
    @OidcSecurity(claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = CODE)})
    void whoDoesNotServeResidentsMayNotLookThemUp() {
        form("/desk/persons", "idNumber", number, "purpose", "核对参保登记").then().statusCode(403);
        form("/desk/persons/unmask", "key", key.toString(), "purpose", "核对参保登记")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "medical-elsewhere")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404101")
            })
    void somebodyOfAnotherAreaIsNotThere() {
        form("/desk/persons", "idNumber", number, "purpose", "核对参保登记").then().statusCode(404);
        form("/desk/persons/unmask", "key", key.toString(), "purpose", "核对参保登记")
                .then()
                .statusCode(404);
    }

    private PersonalDataAccessed told() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(PersonalDataAccessed.class).stream()
                                .filter(each -> each.personKey().equals(key.toString()))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private static Response form(String path, String... fields) {
        var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }
}
