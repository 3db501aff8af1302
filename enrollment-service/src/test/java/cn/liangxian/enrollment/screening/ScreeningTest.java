package cn.liangxian.enrollment.screening;

import static cn.liangxian.enrollment.Desk.POLICE;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.ScreeningHandoff.DoubtDecided;
import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Special-group identities are screened by the agencies and each doubt is decided; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class ScreeningTest {

    /** Ten workdays after the day of the screening. */
    private static final String UNTIL = "2023-10-20";

    private static final String TOWNSHIP = "370404104";
    private static final String VILLAGE = TOWNSHIP + "009";

    private static final Desk PENSION = new Desk("SOCIAL_INSURANCE", TOWNSHIP);
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", TOWNSHIP);

    @Inject
    County county;

    @BeforeEach
    void nobodyLivesInTheVillage() {
        county.openDay();
        county.jdbi()
                .useHandle(h -> h.execute(
                        "update person set village = ?, township = ? where village = ?",
                        "370404103009",
                        "370404103",
                        VILLAGE));
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"})
    void screeningFindsWhoIsListedTooYoungWhoIsMissingAndWhoHasLeftAndAsksOnce() {
        UUID young = resident(County.DAY.minusYears(70).plusDays(1), "AGED_70");
        UUID old = resident(County.DAY.minusYears(70), null);
        resident(County.DAY.minusYears(70), "AGED_70");
        resident(County.DAY.minusYears(70).plusDays(1), null);
        String dead = County.newNumber(LocalDate.of(1960, 1, 1), true);
        resident(dead, "DIBAO");
        POLICE.household("{\"idNumber\":\"%s\",\"name\":\"某人\",\"village\":\"%s\",\"change\":\"DEATH\"}"
                .formatted(dead, VILLAGE));
        String screening = screen(PENSION)
                .body("screened", equalTo(4))
                .body("doubts.'listed-before-70'", equalTo(1), "doubts.'over-70-not-listed'", equalTo(1))
                .body("doubts.left", equalTo(1), "doubts", aMapWithSize(3))
                .extract()
                .path("screeningId");
        screen(PENSION).body("doubts", aMapWithSize(0));
        IdentitiesScreened told = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(IdentitiesScreened.class).stream()
                                .filter(one -> one.screeningId().equals(screening))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        assertEquals(TOWNSHIP, told.area());

        String tooYoung = doubtAbout(PENSION, young);
        decide(PENSION, tooYoung, "PASSED_ON", null, null).statusCode(422).body("code", equalTo("doubt-outcome"));
        decide(PENSION, tooYoung, "ENDED", null, "2023-10-09").statusCode(422).body("code", equalTo("doubt-last-day"));
        decide(PENSION, tooYoung, "ENDED", null, "2023-10-07").statusCode(201).body("outcome", equalTo("ENDED"));
        decide(PENSION, tooYoung, "ENDED", null, "2023-10-07").statusCode(409).body("code", equalTo("doubt-decided"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(LocalDate.of(2023, 10, 7)),
                        county.handedOver(IdentityChanged.class).stream()
                                .filter(changed -> changed.personKey().equals(young.toString()))
                                .map(changed -> changed.status().until())
                                .toList()));

        String missing = doubtAbout(PENSION, old);
        decide(PENSION, missing, "ENDED", null, "2023-10-07").statusCode(422).body("code", equalTo("doubt-outcome"));
        decide(PENSION, missing, "PASSED_ON", "请老龄委核实", null).statusCode(201).body("outcome", equalTo("PASSED_ON"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(ScreeningOutcome.PASSED_ON),
                        county.handedOver(DoubtDecided.class).stream()
                                .filter(decided -> decided.personKey().equals(old.toString()))
                                .map(DoubtDecided::outcome)
                                .toList()));
        screen(PENSION).body("doubts.'over-70-not-listed'", equalTo(1), "doubts", aMapWithSize(1));
    }

    @Test
    @Clause("yicheng-2024/四(四)1-c")
    void aStatusThatIsKeptNeedsAReasonAndIsNotDoubtedAgain() {
        UUID orphan = resident(County.DAY.minusYears(18), "ORPHAN");
        screen(MEDICAL).body("doubts.'orphan-of-age'", equalTo(1));
        String doubt = doubtAbout(MEDICAL, orphan);
        MEDICAL.request()
                .get("/screenings/doubts?limit=2000")
                .then()
                .body("find { it.doubtId == '" + doubt + "' }.waitsUntil", equalTo(UNTIL))
                .body("find { it.doubtId == '" + doubt + "' }.untilAssumed", equalTo(true))
                .body(
                        "find { it.doubtId == '" + doubt + "' }.waitsOn",
                        equalTo(List.of("SOCIAL_INSURANCE", "MEDICAL_INSURANCE")));
        decide(MEDICAL, doubt, "KEPT", null, null).statusCode(422).body("code", equalTo("reason-needed"));
        decide(MEDICAL, doubt, "KEPT", "在读", null)
                .statusCode(201)
                .body("waitsUntil", nullValue(), "waitsOn", equalTo(List.of()));
        screen(MEDICAL).body("doubts.'orphan-of-age'", nullValue());
    }

    @Test
    void anAgencyDecidesADoubtAtItsDeskAndIsOfferedWhatFits() {
        UUID orphan = resident(County.DAY.minusYears(18), "ORPHAN");
        screen(MEDICAL).body("doubts.'orphan-of-age'", equalTo(1));
        MEDICAL.request()
                .cookie("language", "zh")
                .get("/desk/doubts")
                .then()
                .statusCode(200)
                .body(
                        containsString(orphan.toString()),
                        containsString("孤儿已成年且不在校"),
                        containsString("四(四)1-c <span class=\"assumed\""),
                        containsString(UNTIL + " <span class=\"assumed\""),
                        containsString("身份已终止"));
        MEDICAL.request()
                .get("/screenings/doubts?after=" + doubtAbout(MEDICAL, orphan))
                .then()
                .body("doubtId", not(hasItem(doubtAbout(MEDICAL, orphan))));
        atTheDesk(doubtAbout(MEDICAL, orphan), "KEPT", "").statusCode(422).contentType("text/html");
        atTheDesk(doubtAbout(MEDICAL, orphan), "KEPT", "在读").statusCode(303);
        MEDICAL.request()
                .cookie("language", "en")
                .get("/desk/doubts")
                .then()
                .statusCode(200)
                .body(not(containsString(orphan.toString())));
    }

    private static ValidatableResponse atTheDesk(String doubt, String outcome, String reason) {
        return MEDICAL.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("id", doubt)
                .formParam("outcome", outcome)
                .formParam("reason", reason)
                .formParam("lastDay", "")
                .post("/desk/doubts/decide")
                .then();
    }

    @Test
    void onlyTheAgenciesScreen() {
        Desk tax = new Desk("TAX", County.CODE);
        tax.post("/screenings", "{}").statusCode(403);
        tax.get("/screenings/doubts").statusCode(403);
        tax.get("/desk/doubts").statusCode(403);
        tax.get("/desk/failures").statusCode(403);
    }

    private UUID resident(LocalDate birth, String category) {
        return resident(County.newNumber(birth, true), category);
    }

    /** A man of the village, listed by the department of the category. */
    private UUID resident(String number, String category) {
        UUID key = county.resident(number, "某人", VILLAGE);
        if (category != null) {
            String department = category.equals("AGED_70") ? "AGEING_COMMITTEE" : "CIVIL_AFFAIRS";
            new Desk(department, TOWNSHIP).lists(category, "某人," + number + ",2023-01-01");
        }
        return key;
    }

    private static ValidatableResponse screen(Desk agency) {
        return agency.post("/screenings", "{}").statusCode(201);
    }

    private static String doubtAbout(Desk agency, UUID person) {
        return agency.get("/screenings/doubts?limit=2000")
                .statusCode(200)
                .extract()
                .path("find { it.personKey == '" + person + "' }.doubtId");
    }

    private static ValidatableResponse decide(
            Desk agency, String doubt, String outcome, String reason, String lastDay) {
        return agency.post(
                "/screenings/doubts/" + doubt + "/decision",
                "{\"outcome\":\"%s\",\"reason\":%s,\"lastDay\":%s}"
                        .formatted(outcome, quoted(reason), quoted(lastDay)));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
