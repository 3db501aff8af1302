package cn.liangxian.enrollment.assessment;

import static cn.liangxian.enrollment.County.VILLAGE;
import static cn.liangxian.enrollment.Desk.MEDICAL;
import static cn.liangxian.enrollment.Desk.PENSION;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agencies assess payments in special cases at their desks; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class AssessmentsPageTest {

    private static final String PAGE = "/desk/assessments";

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(1970, 7, 8), true);
    private String person;
    private String assessment;

    @BeforeEach
    void somebodyAsksForAPaymentOfAnEarlierYear() {
        county.openDay();
        person = county.resident(number, "张三丰", VILLAGE).toString();
        assessment = PENSION.post(
                        "/assessments",
                        "{\"idNumber\":\"%s\",\"insurance\":\"PENSION\",\"kind\":\"INTERRUPTION\",\"feeYear\":2021}"
                                .formatted(number))
                .statusCode(201)
                .extract()
                .path("assessmentId");
    }

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(二)-c"})
    void thePensionAgencyStatesTheAmountOfAnEarlierYearAndTheRequestWaitsNoMore() {
        PENSION.get(PAGE)
                .statusCode(200)
                .body(
                        containsString(person),
                        containsString("中断补缴"),
                        containsString("2023-10-11 <span class=\"assumed\""))
                .body(not(containsString(number)), not(containsString("张三丰")));
        assess(PENSION, "YES", "350.00", "").statusCode(303);
        PENSION.get(PAGE).body(not(containsString(person)));
        AssessmentMade made =
                county.handed(AssessmentMade.class, one -> one.assessmentId().equals(assessment));
        assertEquals(Fen.ofYuan(350), made.amount());
        assess(PENSION, "NO", "", "未中断").statusCode(409).body(containsString("核定已作出"));
    }

    @Test
    @Clause("yicheng-2024/五(二)-c")
    void anAmountOrAReasonThatIsMissingIsNamed() {
        assess(PENSION, "YES", "", "").statusCode(422).body(containsString("金额：2021年度"));
        assess(PENSION, "YES", "360", "").statusCode(422).body(containsString("金额：没有该档次"));
        assess(PENSION, "YES", "many", "").statusCode(400).body(containsString("金额格式不正确"));
        assess(PENSION, "NO", "", " ").statusCode(422).body(containsString("原因：须说明理由"));
        PENSION.form(PAGE + "/outcome").statusCode(400).body(containsString("处理结果：缺失"));
        PENSION.get(PAGE).body(containsString(person));
    }

    @Test
    void eachAgencySeesItsOwnInsuranceAndArea() {
        MEDICAL.get(PAGE).statusCode(200).body(not(containsString(person)));
        assess(MEDICAL, "YES", "350", "").statusCode(404);
        Desk elsewhere = new Desk("SOCIAL_INSURANCE", "370404101");
        elsewhere.get(PAGE).statusCode(200).body(not(containsString(person)));
        assess(elsewhere, "YES", "350", "").statusCode(404);
        assess(new Desk("TAX", County.CODE), "YES", "350", "").statusCode(403);
    }

    private ValidatableResponse assess(Desk desk, String outcome, String amount, String reason) {
        return desk.form(PAGE + "/outcome", "id", assessment, "outcome", outcome, "amount", amount, "reason", reason);
    }
}
