package cn.liangxian.reconciliation.redlist;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.entitlement.AgencyDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Somebody of the red list with every link of the chain, and how the agency mends the last of them at its desk. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RedListCaseTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    @Inject
    Neighbours neighbours;

    @Inject
    Jdbi jdbi;

    private final String person = Uuid7.next().toString();
    private final String drawer = "/desk/red-list/one?insurance=MEDICAL&year=" + TaxDesk.FEE_YEAR + "&person=" + person;

    @Test
    @Clause({"yicheng-2024/六(二)-b", "bachu-2022/第三十八条(4)"})
    void theAgencySeesWhereTheChainBrokeBooksAtItsDeskAndTheCaseIsFoundAmongTheResolved() {
        // months before those that other tests use one after the other, until the policy ends
        LocalDate paidOn = dates.open(LocalDate.of(2023, 10, 9));
        tax.receives(full(person, MEDICAL, FEE, paidOn), sum(paidOn, MEDICAL, 1, FEE, 0, 0), nothing(paidOn, PENSION));
        LocalDate listedOn = dates.open(paidOn.plusDays(30));
        neighbours
                .page(TAX, drawer)
                .statusCode(200)
                .body(containsString("未入国库"), containsString("尚未对账"), containsString("尚未回传经办机构"))
                .body(containsString("p-v-" + person + "-MEDICAL"), not(containsString("补记待遇")));
        treasury.reports(day(paidOn, MEDICAL, 1, row("v-" + person, FEE)), day(paidOn, PENSION, 1));
        dates.open(listedOn.plusDays(1));
        String details = agency.detailsOf(person, MEDICAL);
        neighbours
                .page(MEDICAL_INSURANCE, drawer)
                .body(containsString("经办机构未记账"), containsString(details), containsString("补记待遇"));
        neighbours.page(TAX, drawer).body(not(containsString("补记待遇")));
        neighbours.page(SOCIAL_INSURANCE, drawer).statusCode(404);

        books(SOCIAL_INSURANCE, details).statusCode(404).body(containsString("无此缴费明细"));
        books(TAX, details).statusCode(403);
        books(MEDICAL_INSURANCE, "").statusCode(422).body(containsString("待遇登记内容不完整"));
        books(MEDICAL_INSURANCE, details).statusCode(303).header("Location", endsWith("/desk/red-list"));
        neighbours
                .page(MEDICAL_INSURANCE, drawer)
                .body(containsString("已取得待遇资格"), not(containsString("尚未记账")))
                .body(not(containsString("补记待遇")));
        String before = "&after=" + person;
        neighbours.page(TAX, "/desk/red-list?resolved=false" + before).body(not(containsString("查看 " + person)));
        neighbours
                .page(TAX, "/desk/red-list?resolved=true" + before)
                .body(containsString("查看 " + person), containsString("已取得待遇资格"));
        neighbours
                .as(TAX)
                .queryParam("personKey", person)
                .queryParam("insurance", "MEDICAL")
                .queryParam("feeYear", TaxDesk.FEE_YEAR)
                .get("/red-list/case")
                .then()
                .statusCode(200)
                .body("listed.how", equalTo("ENTITLED"))
                .body("chain.paid[0].differs", equalTo(0))
                .body("chain.passed[0].detailsId", equalTo(details));
    }

    @Test
    void whoStandsThereWithTwoYearsIsCountedTwiceAndStaysOnTheListAfterAPageBetweenTheTwo() {
        String township = "370404010";
        for (int year : new int[] {2023, 2024}) {
            jdbi.useHandle(h -> h.execute(
                    """
                    insert into red_list (person_key, insurance, fee_year, township, paid, broken_link, owner, since, link_since)
                    values (?, 'MEDICAL', ?, ?, 38000, 'INCOMPLETE', 'TAX', '2024-01-02', '2024-01-02')""",
                    person,
                    year,
                    township));
        }
        assertEquals(
                List.of(2023, 2024),
                List.of(
                        fromPage(township, "").path("[0].feeYear"),
                        fromPage(township, person + "/MEDICAL/2023").path("[0].feeYear")));
        fromPage(township, person + "/MEDICAL/2024").then().body("", hasSize(0));
        neighbours
                .page(TOWNSHIP, township, "/desk/red-list", "zh")
                .body(containsString("<b>2</b>"), not(containsString("<b>1</b>")));
        neighbours.page(TOWNSHIP, "370404011", "/desk/red-list", "zh").body(not(containsString("<b>2</b>")));
    }

    private Response fromPage(String township, String after) {
        return given().auth()
                .oauth2(TestRealm.token("TOWNSHIP", township))
                .queryParam("after", after)
                .queryParam("limit", 1)
                .get("/red-list");
    }

    @Test
    void whoMayNotSeeTheListSeesNobodyOfIt() {
        neighbours.page(EDUCATION, drawer).statusCode(403);
        neighbours.as(EDUCATION).get("/red-list/case").then().statusCode(403);
        neighbours.as(TAX).get("/red-list/case").then().statusCode(404);
        neighbours.page(TOWNSHIP, "370404002", drawer, "zh").statusCode(404);
        neighbours.page(TAX, drawer.replace("MEDICAL", "NONE")).statusCode(400);
        neighbours
                .as(TAX)
                .queryParam("resolved", false)
                .get("/red-list")
                .then()
                .statusCode(200)
                .body("how", everyItem(nullValue()));
    }

    private ValidatableResponse books(Department department, String details) {
        return neighbours.sends(department, "/desk/red-list/booking", Map.of("details", details, "person", person));
    }
}
