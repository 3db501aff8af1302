package cn.liangxian.enrollment.registration;

import static cn.liangxian.enrollment.County.VILLAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
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

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "social-insurance")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = County.CODE)})
class RegistrationTest {

    @Inject
    County county;

    private final String id = County.newNumber(LocalDate.of(1985, 7, 8), true);

    @BeforeEach
    void open() {
        county.openDay();
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-a", "yicheng-2024/五(二)-a", "yicheng-2024/四(四)1-b"})
    void somebodyNewIsRegisteredForTheFeeYear() {
        String key = register(id, "新人", VILLAGE, "PENSION")
                .statusCode(201)
                .body("kind", equalTo("REGISTERED"))
                .extract()
                .path("personKey");
        PersonRegistered registered = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> of(key), found -> found.size() == 1)
                .get(0);
        assertEquals(RegistrationKind.REGISTERED, registered.kind());
        assertEquals(VILLAGE, registered.village());
        assertEquals(LocalDate.of(2024, 1, 1), registered.firstMonth());
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-a", "yicheng-2024/五(二)-a"})
    void whoIsRegisteredAlreadyIsChangedAndKeepsTheKey() {
        String key = register(id, "新人", VILLAGE, "PENSION").extract().path("personKey");
        register(id, "新人", County.OTHER_VILLAGE, "PENSION")
                .statusCode(201)
                .body("kind", equalTo("CHANGED"), "personKey", equalTo(key));
    }

    @Test
    @Clause("yicheng-2024/五(二)-a")
    void aPensionRegistrationIsCancelledByItselfByThePensionAgencyAndTaxIsTold() {
        cancel(id, "PENSION").statusCode(404).body("code", equalTo("person-unknown"));
        String key = register(id, "新人", VILLAGE, "PENSION").extract().path("personKey");
        cancel(id, "MEDICAL").statusCode(403);
        cancel(id, "PENSION").statusCode(201).body("kind", equalTo("CANCELLED"), "personKey", equalTo(key));
        cancel(id, "PENSION").statusCode(409).body("code", equalTo("not-registered"));
        assertEquals(1, county.count("select count(*) from person where id_number = ? and state = 'LIVING'", id));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of(RegistrationKind.REGISTERED, RegistrationKind.CANCELLED),
                        of(key).stream().map(PersonRegistered::kind).toList()));
    }

    @Test
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = County.CODE)
            })
    @Clause({"yicheng-2024/三-4", "yicheng-2024/五(三)-a"})
    void whoseRegistrationInAnotherDistrictOfTheCityStandsIsCancelledForThatReasonAndNotRegisteredAgainInSilence() {
        register(id, "新人", VILLAGE, "MEDICAL").statusCode(201);
        cancel(id, "MEDICAL", "INSURED_NOWHERE").statusCode(400);
        String registration = cancel(id, "MEDICAL", "INSURED_IN_CITY")
                .statusCode(201)
                .body("kind", equalTo("CANCELLED"))
                .extract()
                .path("registrationId");
        assertEquals(
                1,
                county.count(
                        "select count(*) from registration where registration_id = ? and reason = 'INSURED_IN_CITY'",
                        UUID.fromString(registration)));
        register(id, "新人", VILLAGE, "MEDICAL").statusCode(422).body("detail", containsString("以当地参保登记为准"));
    }

    private static ValidatableResponse cancel(String id, String insurance) {
        return cancel(id, insurance, "OTHER_PENSION");
    }

    private static ValidatableResponse cancel(String id, String insurance, String reason) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"idNumber\":\"%s\",\"insurance\":\"%s\",\"reason\":\"%s\"}".formatted(id, insurance, reason))
                .post("/registrations/cancellation")
                .then();
    }

    @Test
    void anotherNameUnderAKnownNumberIsRefused() {
        register(id, "新人", VILLAGE, "PENSION").statusCode(201);
        register(id, "旧人", VILLAGE, "PENSION").statusCode(422).body("code", equalTo("name-differs"));
    }

    @Test
    @Clause("yicheng-2024/三-1")
    void whoIsNotEligibleIsRefusedWithTheClause() {
        String child = County.newNumber(LocalDate.of(2015, 7, 8), false);
        register(child, "儿童", VILLAGE, "PENSION").statusCode(422).body("code", equalTo("not-eligible"));
        assertEquals(0, county.count("select count(*) from person where id_number = ?", child));
    }

    @Test
    void aWrongNumberIsRefusedByField() {
        register("11010519491231002x1", "甲", VILLAGE, "PENSION")
                .statusCode(422)
                .body("code", equalTo("id-invalid"), "errors[0].field", equalTo("idNumber"));
    }

    @Test
    void anAgencyDoesNotRegisterForTheOtherInsurance() {
        register(id, "新人", VILLAGE, "MEDICAL").statusCode(403);
    }

    @Test
    void aVillageOfAnotherCountyIsNotFound() {
        register(id, "新人", "370403001001", "PENSION").statusCode(404);
    }

    @Test
    void anUnknownVillageOfTheCountyIsRefused() {
        register(id, "新人", "370404999001", "PENSION").statusCode(422).body("code", equalTo("village-unknown"));
    }

    @Test
    @Clause({"yicheng-2024/四(四)1-b", "yicheng-2024/五(三)-e"})
    void aStatusBeginsAndLaterEnds() {
        UUID key = county.resident(id, "某人", VILLAGE);
        change(key, "DIBAO", "2023-10-01", null).statusCode(201).body("status.until", nullValue());
        change(key, "DIBAO", "2023-10-05", "2023-11-30")
                .statusCode(201)
                .body("status.from", equalTo("2023-10-01"), "status.until", equalTo("2023-11-30"));
        assertEquals(1, county.count("select count(*) from identity where person_key = ?", key));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        java.util.Arrays.asList(null, LocalDate.of(2023, 11, 30)),
                        county.handedOver(IdentityChanged.class).stream()
                                .filter(changed -> changed.personKey().equals(key.toString()))
                                .map(changed -> changed.status().until())
                                .toList()));
    }

    @Test
    void anUnknownCategoryOrPersonOrAReversedPeriodIsRefused() {
        UUID key = county.resident(id, "某人", VILLAGE);
        change(key, "NO_SUCH", "2023-10-01", null).statusCode(422).body("code", equalTo("category-unknown"));
        change(key, "DIBAO", "2023-10-01", "2023-09-30").statusCode(422).body("code", equalTo("period-reversed"));
        change(UUID.randomUUID(), "DIBAO", "2023-10-01", null).statusCode(404).body("code", equalTo("person-unknown"));
    }

    private List<PersonRegistered> of(String key) {
        return county.handedOver(PersonRegistered.class).stream()
                .filter(registered -> registered.personKey().equals(key))
                .toList();
    }

    private static ValidatableResponse change(UUID key, String category, String from, String until) {
        String end = until == null ? "null" : "\"" + until + "\"";
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"personKey\":\"%s\",\"category\":\"%s\",\"from\":\"%s\",\"until\":%s}"
                        .formatted(key, category, from, end))
                .post("/identity-changes")
                .then();
    }

    private static ValidatableResponse register(String id, String name, String village, String insurance) {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json; charset=UTF-8")
                .body("{\"idNumber\":\"%s\",\"name\":\"%s\",\"village\":\"%s\",\"insurance\":\"%s\"}"
                        .formatted(id, name, village, insurance))
                .post("/registrations")
                .then();
    }
}
