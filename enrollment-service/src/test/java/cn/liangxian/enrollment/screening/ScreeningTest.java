package cn.liangxian.enrollment.screening;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.ScreeningHandoff.DoubtDecided;
import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.TestStack;
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
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Special-group identities are screened by the agencies and each doubt is decided; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "social-insurance")
class ScreeningTest {

    /** Ten workdays after the day of the screening. */
    private static final String UNTIL = "2023-10-20";

    private static final String TOWNSHIP = "370404104";
    private static final String VILLAGE = TOWNSHIP + "009";

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
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = TOWNSHIP)})
    @Clause({"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"})
    void screeningFindsWhoIsListedTooYoungWhoIsMissingAndWhoHasLeftAndAsksOnce() {
        UUID young = resident(County.DAY.minusYears(70).plusDays(1), "AGED_70");
        UUID old = resident(County.DAY.minusYears(70), null);
        resident(County.DAY.minusYears(70), "AGED_70");
        resident(County.DAY.minusYears(70).plusDays(1), null);
        UUID dead = resident(LocalDate.of(1960, 1, 1), "DIBAO");
        county.jdbi().useHandle(h -> h.execute("update person set state = 'DECEASED' where person_key = ?", dead));
        String screening = screen().body("screened", equalTo(4))
                .body("doubts.'listed-before-70'", equalTo(1), "doubts.'over-70-not-listed'", equalTo(1))
                .body("doubts.left", equalTo(1), "doubts", aMapWithSize(3))
                .extract()
                .path("screeningId");
        screen().body("doubts", aMapWithSize(0));
        IdentitiesScreened told = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(IdentitiesScreened.class).stream()
                                .filter(one -> one.screeningId().equals(screening))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        assertEquals(TOWNSHIP, told.area());

        String tooYoung = doubtAbout(young);
        decide(tooYoung, "PASSED_ON", null, null).statusCode(422).body("code", equalTo("doubt-outcome"));
        decide(tooYoung, "ENDED", null, "2023-10-09").statusCode(422).body("code", equalTo("doubt-last-day"));
        decide(tooYoung, "ENDED", null, "2023-10-07").statusCode(201).body("outcome", equalTo("ENDED"));
        decide(tooYoung, "ENDED", null, "2023-10-07").statusCode(409).body("code", equalTo("doubt-decided"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(LocalDate.of(2023, 10, 7)),
                        county.handedOver(IdentityChanged.class).stream()
                                .filter(changed -> changed.personKey().equals(young.toString()))
                                .map(changed -> changed.status().until())
                                .toList()));

        String missing = doubtAbout(old);
        decide(missing, "ENDED", null, "2023-10-07").statusCode(422).body("code", equalTo("doubt-outcome"));
        decide(missing, "PASSED_ON", "请老龄委核实", null).statusCode(201).body("outcome", equalTo("PASSED_ON"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(ScreeningOutcome.PASSED_ON),
                        county.handedOver(DoubtDecided.class).stream()
                                .filter(decided -> decided.personKey().equals(old.toString()))
                                .map(DoubtDecided::outcome)
                                .toList()));
        screen().body("doubts.'over-70-not-listed'", equalTo(1), "doubts", aMapWithSize(1));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = TOWNSHIP)})
    @Clause("yicheng-2024/四(四)1-c")
    void aStatusThatIsKeptNeedsAReasonAndIsNotDoubtedAgain() {
        UUID orphan = resident(County.DAY.minusYears(18), "ORPHAN");
        screen().body("doubts.'orphan-of-age'", equalTo(1));
        String doubt = doubtAbout(orphan);
        given().get("/screenings/doubts?limit=2000")
                .then()
                .body("find { it.doubtId == '" + doubt + "' }.waitsUntil", equalTo(UNTIL))
                .body("find { it.doubtId == '" + doubt + "' }.untilAssumed", equalTo(true))
                .body(
                        "find { it.doubtId == '" + doubt + "' }.waitsOn",
                        equalTo(List.of("SOCIAL_INSURANCE", "MEDICAL_INSURANCE")));
        decide(doubt, "KEPT", null, null).statusCode(422).body("code", equalTo("reason-needed"));
        decide(doubt, "KEPT", "在读", null)
                .statusCode(201)
                .body("waitsUntil", nullValue(), "waitsOn", equalTo(List.of()));
        screen().body("doubts.'orphan-of-age'", nullValue());
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = TOWNSHIP)})
    void anAgencyDecidesADoubtAtItsDeskAndIsOfferedWhatFits() {
        UUID orphan = resident(County.DAY.minusYears(18), "ORPHAN");
        screen().body("doubts.'orphan-of-age'", equalTo(1));
        given().cookie("language", "zh")
                .get("/desk/doubts")
                .then()
                .statusCode(200)
                .body(
                        containsString(orphan.toString()),
                        containsString("孤儿已成年且不在校"),
                        containsString("四(四)1-c <span class=\"assumed\""),
                        containsString(UNTIL + " <span class=\"assumed\""),
                        containsString("身份已终止"));
        given().get("/screenings/doubts?after=" + doubtAbout(orphan))
                .then()
                .body("doubtId", not(hasItem(doubtAbout(orphan))));
        atTheDesk(doubtAbout(orphan), "KEPT", "").statusCode(422).contentType("text/html");
        atTheDesk(doubtAbout(orphan), "KEPT", "在读").statusCode(303);
        given().cookie("language", "en")
                .get("/desk/doubts")
                .then()
                .statusCode(200)
                .body(not(containsString(orphan.toString())));
    }

    private static ValidatableResponse atTheDesk(String doubt, String outcome, String reason) {
        return given().redirects()
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
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = County.CODE)})
    void onlyTheAgenciesScreen() {
        given().header("Idempotency-Key", "x").post("/screenings").then().statusCode(403);
        given().get("/screenings/doubts").then().statusCode(403);
        given().get("/desk/doubts").then().statusCode(403);
        given().get("/desk/failures").then().statusCode(403);
    }

    private UUID resident(LocalDate birth, String category) {
        UUID key = county.resident(County.newNumber(birth, true), "某人", VILLAGE);
        if (category != null) {
            county.jdbi()
                    .useHandle(h -> h.execute(
                            "insert into identity values (?, ?, ?, null)", key, category, LocalDate.of(2023, 1, 1)));
        }
        return key;
    }

    private static ValidatableResponse screen() {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/screenings")
                .then()
                .statusCode(201);
    }

    private static String doubtAbout(UUID person) {
        return given().get("/screenings/doubts?limit=2000")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.personKey == '" + person + "' }.doubtId");
    }

    private static ValidatableResponse decide(String doubt, String outcome, String reason, String lastDay) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body("{\"outcome\":\"%s\",\"reason\":%s,\"lastDay\":%s}"
                        .formatted(outcome, quoted(reason), quoted(lastDay)))
                .post("/screenings/doubts/" + doubt + "/decision")
                .then();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
