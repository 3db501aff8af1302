package cn.liangxian.audit;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.payable;
import static cn.liangxian.audit.register.Stimuli.treasuryDay;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What desks and agencies do with their deadlines, in the days between the first handoffs and the end of the campaign. */
abstract class DeadlineDesks extends DeskPages {

    private static final String TREASURY_DAY = "reconciliation-treasury-day-received:";
    private static final String MISSED = "collection-payable-roster-issued:370404102";

    @Test
    @Order(10)
    void aDepartmentSeesItsObligationsByDueDatePageByPage() {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = road.as("TREASURY", "370404")
                    .queryParam("after", next)
                    .queryParam("limit", 3)
                    .get("/obligations");
            page.then().statusCode(200).body("obligations.obligation.owner", everyItem(equalTo("TREASURY")));
            List<String> due = page.path("obligations.obligation.due");
            seen.addAll(due);
            next = page.path("next");
        }
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(14, seen.size(), "two insurances on each of seven days");
        road.as("TREASURY", "370404").get("/obligations?after=nonsense").then().statusCode(400);
    }

    @Test
    @Order(11)
    void anOpenObligationSaysForWhatSinceWhenUntilWhenAndOnWhomItWaits() {
        road.as("TREASURY", "370404")
                .get("/obligations/" + TREASURY_DAY + "PENSION:2023-10-20")
                .then()
                .body("entry.standing", equalTo("DUE_SOON"))
                .body("entry.obligation.clause", equalTo("yicheng-2024/附件-b"))
                .body("entry.obligation.assumed", equalTo(true))
                .body("entry.waiting.waitsFor", equalTo("reconciliation-treasury-day-received"))
                .body("entry.waiting.en", equalTo("the handoff is awaited"))
                .body("entry.waiting.on", equalTo("TREASURY"))
                .body("entry.waiting.since", equalTo("2023-10-20"))
                .body("entry.waiting.until", equalTo("2023-10-23"))
                .body(
                        "entry.awaitedBy",
                        hasItems("reconciliation-day-balanced", "reconciliation-entitlement-recorded"));
    }

    @Test
    @Order(11)
    void whatCannotBeginYetSaysBecauseOfWhom() {
        String balance = "blocked.find { it.handoff == 'reconciliation-day-balanced' && it.because == '" + TREASURY_DAY
                + "PENSION:2023-10-20' }";
        for (String department : List.of("AUDIT_BUREAU", "TREASURY")) {
            road.as(department, "370404")
                    .get("/waiting?limit=500")
                    .then()
                    .statusCode(200)
                    .body(balance + ".zh", equalTo("暂不能开始"))
                    .body(balance + ".en", equalTo("cannot begin yet"))
                    .body(balance + ".on", equalTo("TREASURY"))
                    .body(balance + ".since", equalTo("2023-10-20"))
                    .body(balance + ".until", equalTo("2023-10-23"))
                    .body(balance + ".owner", equalTo("TAX"));
        }
        String entitlement = "blocked.find { it.handoff == 'reconciliation-entitlement-recorded' && it.because == '"
                + TREASURY_DAY + "PENSION:2023-10-20' }";
        road.as("SOCIAL_INSURANCE", "370404")
                .get("/waiting?limit=500")
                .then()
                .body(entitlement + ".waitsFor", equalTo("reconciliation-payment-details-passed"));
        road.as("EDUCATION", "370404")
                .get("/waiting?limit=500")
                .then()
                .body("blocked.handoff.unique()", equalTo(List.of("enrollment-uninsured-students-explained")))
                .body("blocked.on.unique()", equalTo(List.of("MEDICAL_INSURANCE")));
    }

    @Test
    @Order(12)
    void whoeverOwesAHandoffMayConfirmThatThereIsNothingWhereThePolicyAllowsIt() {
        String medical = TREASURY_DAY + "MEDICAL:2023-10-20";
        zero("FINANCE", medical).statusCode(403);
        zero("TREASURY", medical).statusCode(200);
        road.stands(medical, "MET_ON_TIME");
        road.as("TREASURY", "370404")
                .get("/obligations/" + medical)
                .then()
                .body("entry.manner", equalTo("CONFIRMED_ZERO"))
                .body("entry.waiting", nullValue());
        zero("TREASURY", medical).statusCode(409).body("code", equalTo("not-owed-any-more"));
        zero("TAX", MISSED).statusCode(409).body("code", equalTo("zero-not-allowed"));
        told("met", medical);
    }

    @Test
    @Order(13)
    void aSecondPersonOfAnotherDepartmentAgreesToAWaiverAndNobodyToTheirOwn() {
        ask("TOWNSHIP", "370404001", MISSED, "WAIVE").statusCode(404);
        ask("EDUCATION", "370404", MISSED, "WAIVE").statusCode(403);
        ask("TAX", "370404", "collection-payable-roster-issued:370404001", "WAIVE")
                .statusCode(409)
                .body("code", equalTo("not-waivable"));
        String id = ask("TAX", "370404", MISSED, "WAIVE")
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("waitsFor", equalTo("等待另一部门的第二人审批"))
                .body("waitsForEn", equalTo("a second person, of another department, has to decide"))
                .extract()
                .path("waiverId");
        ask("TOWNSHIP", "370404102", MISSED, "WAIVE").statusCode(409).body("code", equalTo("waiver-pending"));
        decide("TAX", "370404", id, true).statusCode(403).body("code", equalTo("waiver-own"));
        decide("TOWNSHIP", "370404001", id, true).statusCode(404);
        assertEquals("MISSED", road.standing(MISSED));
        decide("TOWNSHIP", "370404102", id, true).statusCode(200).body("approver", equalTo("TOWNSHIP"));
        assertEquals("WAIVED", road.standing(MISSED));
        decide("COUNTY_GOVERNMENT", "370404", id, false).statusCode(409).body("code", equalTo("waiver-decided"));
        told("waived", MISSED);
        road.takes(on("2023-10-21", payable("370404102")));
        assertEquals("WAIVED", road.standing(MISSED), "what comes now changes nothing");
    }

    @Test
    @Order(14)
    void whatShouldNotHaveBeenOpenedIsVoidWhenASecondPersonAgrees() {
        String roster = "enrollment-roster-delivered:PENSION";
        String refused =
                ask("SOCIAL_INSURANCE", "370404", roster, "VOID").extract().path("waiverId");
        decide("COUNTY_GOVERNMENT", "370404", refused, false).body("state", equalTo("REFUSED"));
        assertEquals("MISSED", road.standing(roster));
        String agreed =
                ask("SOCIAL_INSURANCE", "370404", roster, "VOID").extract().path("waiverId");
        road.as("AUDIT_BUREAU", "370404")
                .get("/waivers?pending=true")
                .then()
                .body("waivers.waiverId", equalTo(List.of(agreed)))
                .body("waivers[0].requestedOn", notNullValue())
                .body("waivers[0].waitsUntil", notNullValue())
                .body("waivers[0].waitsOn", hasItem("COUNTY_GOVERNMENT"))
                .body("waivers.findAll { it.waitsOn.contains(it.owner) }", equalTo(List.of()));
        decide("AUDIT_BUREAU", "370404", agreed, true).statusCode(200);
        assertEquals("VOID", road.standing(roster));
        told("voided", roster);
    }

    @Test
    @Order(15)
    @Clause("yicheng-2024/七")
    void eachStepOfTheLadderIsTakenOnceOnItsDay() {
        String parked = "collection-payable-roster-issued:370404103";
        road.opens("2023-10-22");
        road.as("TAX", "370404")
                .get("/obligations/" + parked)
                .then()
                .body("entry.steps.find { it.name == 'remind' }.taken", equalTo(true))
                .body("entry.steps.find { it.name == 'urge' }.taken", equalTo(false))
                .body("entry.steps.find { it.name == 'urge' }.zh", equalTo("逾期催办"))
                .body("entry.steps.find { it.name == 'urge' }.en", equalTo("urging when overdue"))
                .body("entry.steps.find { it.name == 'urge' }.on", equalTo("2023-10-23"));
        road.opens("2023-10-24");
        road.as("TAX", "370404")
                .get("/obligations/" + parked)
                .then()
                .body("entry.steps.find { it.name == 'urge' }.taken", equalTo(true))
                .body("entry.steps.find { it.name == 'urge' }.to", equalTo(List.of("TAX", "TOWNSHIP")))
                .body("entry.steps.find { it.name == 'circulate' }.on", equalTo("2023-10-27"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> road.as("TAX", "370404")
                .get("/events?topic=audit-deadline-escalated-v1&subject=" + parked)
                .then()
                .body("events.payload.step", equalTo(List.of("remind", "urge")))
                .body("events[1].payload.zh", equalTo("逾期催办"))
                .body("events[1].payload.en", equalTo("urging when overdue"))
                .body("events[1].payload.obligation.owner", equalTo("TAX"))
                .body("events[1].payload.on", equalTo("2023-10-23")));
    }

    @Test
    @Order(16)
    void latenessIsAttributedToItsOrigin() {
        String balance = "reconciliation-day-balanced:PENSION:2023-10-20";
        road.takes(on("2023-10-26", treasuryDay("2023-10-20", Insurance.PENSION)));
        road.stands(TREASURY_DAY + "PENSION:2023-10-20", "MET_LATE");
        road.as("TAX", "370404")
                .get("/obligations/" + balance)
                .then()
                .body("entry.obligation.due", equalTo("2023-10-27"))
                .body("entry.obligation.inherited", hasSize(1))
                .body("entry.obligation.inherited[0].owner", equalTo("TREASURY"))
                .body("entry.obligation.inherited[0].days", equalTo(3));
        told("opened", balance);
    }

    @Test
    @Order(17)
    void theDeadlinesAreShownAsRulesAndAsACalendar() {
        road.as("VILLAGE", "370404001001")
                .get("/deadlines")
                .then()
                .body("find { it.handoff == 'subsidy-funds-applied' }.due", equalTo("2023-12-22"))
                .body("find { it.handoff == 'subsidy-funds-applied' }.zero", equalTo(true))
                .body("find { it.handoff == 'reconciliation-day-balanced' }.due", nullValue());
        String due = "days.find { it.due == '2023-10-20' && it.handoff == 'collection-payable-roster-issued' }";
        var first = road.as("TAX", "370404").get("/deadlines/calendar?from=2023-10-01&limit=1");
        first.then().body("days.due.unique()", hasSize(1));
        road.as("TAX", "370404")
                .get("/deadlines/calendar?from=2023-10-01&after=" + first.path("next"))
                .then()
                .body(due + ".obligations", equalTo(7))
                .body(due + ".missed", equalTo(1))
                .body("days.due", hasItem("2023-12-22"));
    }

    private ValidatableResponse zero(String department, String obligation) {
        return post(
                department,
                "370404",
                "/zero-confirmations",
                "{\"obligationId\":\"" + obligation + "\",\"reason\":\"当日无入库\"}");
    }

    private ValidatableResponse ask(String department, String area, String obligation, String kind) {
        String body = "{\"obligationId\":\"%s\",\"kind\":\"%s\",\"reason\":\"清册重复\"}".formatted(obligation, kind);
        return post(department, area, "/waivers", body);
    }

    private ValidatableResponse decide(String department, String area, String waiver, boolean approved) {
        String body = "{\"approved\":" + approved + ",\"reason\":\"情况属实\"}";
        return post(department, area, "/waivers/" + waiver + "/decision", body);
    }

    private ValidatableResponse post(String department, String area, String path, String body) {
        return road.as(department, area)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** The register has handed it over. */
    private void told(String what, String obligation) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> road.as("TAX", "370404")
                .get("/events?topic=audit-deadline-" + what + "-v1&subject=" + obligation)
                .then()
                .body("events.size()", org.hamcrest.Matchers.greaterThan(0)));
    }
}
