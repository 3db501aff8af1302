package cn.liangxian.subsidy.application;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Applications at the desk: what was applied for, for whom, and what is short. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "finance")
@OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
class FundsPageTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);
    private static final String ASSUMED = "<span class=\"assumed\" title=\"文件未写明，此处按推定执行\">推定</span>";

    @Inject
    Neighbours neighbours;

    @Inject
    Jdbi jdbi;

    @Test
    void anApplicationNamesItsPeopleByKeyWithRuleAndClause() {
        Resident resident = Resident.born("1940-01-01");
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, resident));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 1));
        neighbours.opens("2023-11-10");
        String id = neighbours.received(FundsApplied.class).get(0).applicationId();
        given().get("/desk/funds")
                .then()
                .statusCode(200)
                .body(containsString(id))
                .body(containsString("2023-11-10 " + ASSUMED))
                .body(containsString("待拨付"))
                .body(containsString("财政应于何日前拨付 2023-11-17"));
        given().get("/desk/funds/application?id=" + id)
                .then()
                .statusCode(200)
                .body(containsString(resident.key()))
                .body(containsString("四(一)医疗-4 " + ASSUMED));
        given().get("/applications/" + id)
                .then()
                .body("waitsOn", equalTo("FINANCE"), "waitsUntil", equalTo("2023-11-17"));
        given().get("/applications/" + id + "/lines").then().body("assumed", equalTo(List.of(true)));
        assertEquals(true, neighbours.received(FundsApplied.class).get(0).assumed());
    }

    @Test
    @Clause("yicheng-2024/五(五)-a")
    void financeAppropriatesAtTheDeskAndIsToldWhatIsRefused() {
        String id = applied();
        String page = "/desk/funds/application?id=" + id;
        given().get(page).then().body(containsString("name=\"amount\""), containsString("value=\"380.00\""));
        appropriate(id, "").statusCode(400).body(containsString("请求格式错误"));
        appropriate(id, "many").statusCode(400);
        appropriate(id, "0").statusCode(422).body(containsString("拨付金额"));
        appropriate(id, "380.01").statusCode(422).contentType("text/html");
        appropriate(id, "100").statusCode(303).header("Location", endsWith(page));
        given().get(page)
                .then()
                .body(containsString("未足额拨付"), containsString("100.00"), containsString("value=\"280.00\""));
        appropriate(id, "280.00").statusCode(303);
        given().get(page).then().body(containsString("已足额拨付"));
        given().get("/applications/" + id).then().body("appropriated", equalTo(38_000), "state", equalTo("FUNDED"));
        assertEquals(1, neighbours.received(ProxyPaid.class).size());
    }

    @Test
    @TestSecurity(user = "agency")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    void whoIsNotFinanceSeesTheApplicationAndCannotAppropriate() {
        String id = applied();
        given().get("/desk/funds/application?id=" + id)
                .then()
                .statusCode(200)
                .body(containsString("待拨付"), not(containsString("name=\"amount\"")));
        appropriate(id, "380").statusCode(403);
        given().get("/applications/" + id).then().body("appropriated", equalTo(0));
    }

    private String applied() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, Resident.born("1940-01-01")));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 1));
        neighbours.opens("2023-11-10");
        return neighbours.received(FundsApplied.class).get(0).applicationId();
    }

    private static ValidatableResponse appropriate(String id, String yuan) {
        return given().redirects()
                .follow(false)
                .formParam("id", id)
                .formParam("amount", yuan)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/funds/application/appropriation")
                .then();
    }

    @Test
    void aRunThatWaitsSaysForWhatOnWhomAndUntilWhen() {
        Resident resident = Resident.born("1940-01-01");
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, 1));
        neighbours.opens("2023-11-10");
        given().get("/applications/runs")
                .then()
                .body("[0].state", equalTo("WAITING_FOR_LINES"), "[0].since", equalTo("2023-11-10"))
                .body("[0].waitsOn", equalTo(List.of("SOCIAL_INSURANCE", "MEDICAL_INSURANCE")))
                .body("[0].waitsUntil", equalTo("2023-11-10"), "[0].untilAssumed", equalTo(true));
        given().get("/desk/funds").then().body(containsString("待办单位"), containsString("人社、医保"));
        neighbours.hand(BEFORE, Resident.medical(roster, resident));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().get("/applications/runs")
                .then()
                .body("[0].state", equalTo("DONE"), "[0].waitsUntil", nullValue())
                .body("[0].waitsOn", equalTo(List.of())));
    }

    @Test
    void thePagesAreThereInBothLanguagesAndAnUnknownApplicationIsNot() {
        given().get("/desk/funds").then().statusCode(200).body(containsString("资金申请与拨付"));
        given().cookie("language", "en")
                .get("/desk/funds")
                .then()
                .statusCode(200)
                .body(containsString("Applications for funds"))
                .body(not(containsString("申请")));
        given().get("/desk/funds/application?id=" + Uuid7.next()).then().statusCode(404);
    }

    @Test
    void sponsorsAreNamedUnlessTheyMayBePersonsAndSweepsAreShownByTheMonth() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        for (String sponsor : new String[] {"峄城区慈善总会", "李四"}) {
            jdbi.useHandle(h -> h.execute(
                    "insert into sponsorship values (?, ?, 'p', 'MEDICAL', 2024, 38000, 'x', ?)",
                    Uuid7.next(),
                    sponsor,
                    BEFORE));
        }
        given().get("/desk/sponsors")
                .then()
                .statusCode(200)
                .body(containsString("峄城区慈善总会"))
                .body(containsString("李*"))
                .body(not(containsString("李四")));
        given().get("/sponsors")
                .then()
                .statusCode(200)
                .body("sponsor", hasItems("峄城区慈善总会", "李*"))
                .body("amount", hasItem(38_000));
        given().get("/desk/sweeps").then().statusCode(200).body(containsString("value=\"2023-10\""));
        given().cookie("language", "en")
                .get("/desk/sweeps?month=2023-09")
                .then()
                .statusCode(200)
                .body(containsString("Paid on behalf"));
        given().get("/desk/sweeps?month=September").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "education")
    @OidcSecurity(claims = {@Claim(key = "department", value = "EDUCATION"), @Claim(key = "area", value = "370404")})
    void aDepartmentWithoutAPartInItIsRefused() {
        given().get("/desk/funds").then().statusCode(403);
        given().get("/desk/sweeps").then().statusCode(403);
        given().get("/desk/sponsors").then().statusCode(403);
        given().get("/sponsors").then().statusCode(403);
        given().get("/desk/funds/application?id=" + Uuid7.next()).then().statusCode(403);
    }
}
