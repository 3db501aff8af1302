package cn.liangxian.audit.policy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.audit.AuditHandoff.PolicyActivated;
import cn.liangxian.audit.AuditHandoff.SignOff;
import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Policy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From the sign-offs of a policy to its lapse; the tests follow the calendar. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyInForceTest {

    private static final String COUNTY = "653130";

    @Inject
    Road road;

    @Inject
    Jdbi jdbi;

    @Inject
    Policy policy;

    @Inject
    BusinessDay day;

    @Test
    @Order(1)
    @Clause("bachu-2022/第四条(二)")
    void itComesIntoForceOnceSocialMedicalAndTaxHaveAllSignedThisVeryText() {
        road.begins();
        opens("2022-06-02");
        standing()
                .body("state", equalTo("WAITING_FOR_SIGN_OFFS"))
                .body("waitingFor", contains("SOCIAL_INSURANCE", "MEDICAL_INSURANCE", "TAX"))
                .body("waitingUntil", equalTo("2022-06-01"));
        anyBusiness().statusCode(409).body("code", equalTo("policy-not-in-force"));
        assertRefusedAtTheDesk();

        signs("FINANCE", policy.digest()).statusCode(403).body("code", equalTo("policy-no-signatory"));
        signs("TAX", "0123456789abcdef").statusCode(409).body("code", equalTo("policy-text-differs"));
        signs("SOCIAL_INSURANCE", policy.digest()).statusCode(200);
        signs("SOCIAL_INSURANCE", policy.digest()).statusCode(200).body("signOffs", hasSize(1));
        signs("MEDICAL_INSURANCE", policy.digest()).statusCode(200);
        opens("2022-06-03");
        standing().body("waitingFor", contains("TAX")).body("activatedOn", nullValue());
        anyBusiness().statusCode(409);
        assertEquals(List.of(), handed(PolicyActivated.class));
        assertEquals(0, obligations(), "nobody owes by a text that is not in force");

        signs("TAX", policy.digest()).statusCode(200).body("state", equalTo("TO_COME"));
        opens("2022-06-04");
        standing()
                .body("state", equalTo("IN_FORCE"))
                .body("activatedOn", equalTo("2022-06-04"))
                .body("waitingFor", empty());
        anyBusiness().statusCode(200);
        assertTrue(obligations() > 0, "what the calendar asks for has begun");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        List.of(new PolicyActivated(
                                "bachu-2022",
                                policy.digest(),
                                policy.feeYear(),
                                COUNTY,
                                LocalDate.parse("2022-06-02"),
                                LocalDate.parse("2024-06-01"),
                                LocalDate.parse("2022-06-04"),
                                List.of(
                                        new SignOff(Department.SOCIAL_INSURANCE, LocalDate.parse("2022-06-02")),
                                        new SignOff(Department.MEDICAL_INSURANCE, LocalDate.parse("2022-06-02")),
                                        new SignOff(Department.TAX, LocalDate.parse("2022-06-03"))))),
                        handed(PolicyActivated.class)));
    }

    @Test
    @Order(2)
    @Clause("bachu-2022/第四十六条")
    void afterTwoYearsItLapsesByItself() {
        // the days between are not of interest: the calendar stands on the last but one
        jdbi.useHandle(h ->
                h.execute("insert into calendar_day (date, area, workday) values ('2024-05-31', ?, true)", COUNTY));
        opens("2024-06-01");
        standing().body("state", equalTo("IN_FORCE"));
        String asked = anyBusiness().statusCode(200).extract().path("enquiryId");
        opens("2024-06-02");
        standing().body("state", equalTo("LAPSED"));
        anyBusiness().statusCode(409).body("code", equalTo("policy-not-in-force"));
        assertRefusedAtTheDesk();
        road.posts("TAX", COUNTY, "/enquiries/" + asked + "/answer", null)
                .statusCode(200)
                .body("answeredOn", equalTo("2024-06-02"));
        road.as("TAX", COUNTY).get("/desk/mine").then().statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> handed(DayOpened.class).size() == 5);
        assertEquals(
                List.of("", "", policy.digest(), policy.digest(), ""),
                handed(DayOpened.class).stream().map(DayOpened::policy).toList());
    }

    private int obligations() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from obligation")
                .mapTo(Integer.class)
                .one());
    }

    private ValidatableResponse standing() {
        return road.as("VILLAGE", COUNTY).get("/policy").then().statusCode(200);
    }

    private ValidatableResponse signs(String department, String digest) {
        return road.posts(department, COUNTY, "/policy/sign-offs", Map.of("digest", digest));
    }

    /** Somebody asks tax how to pay. */
    private ValidatableResponse anyBusiness() {
        return road.posts("TAX", COUNTY, "/enquiries", Map.of("matter", "PAYMENT"));
    }

    /** The forms carry no Idempotency-Key in their header. */
    private void assertRefusedAtTheDesk() {
        formOfTheDesk("/desk/evaluation/report").statusCode(409).body(containsString("policy-not-in-force"));
    }

    private ValidatableResponse formOfTheDesk(String path) {
        return road.as("TAX", COUNTY)
                .formParam("id", "none")
                .formParam("reason", "无")
                .formParam("on", String.valueOf(day.last().orElse(null)))
                .formParam("key", "form-" + day.last().orElse(null))
                .post(path)
                .then();
    }

    private void opens(String date) {
        road.posts("CALENDAR", COUNTY, "/days", Map.of("date", date)).statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> LocalDate.parse(date).equals(day.last().orElse(null)));
    }

    private <T extends Handoff> List<T> handed(Class<T> type) {
        return jdbi.withHandle(h -> h.createQuery("select payload from event where topic = ? order by seq")
                .bind(0, Handoff.termsOf(type).topic())
                .map((row, context) -> {
                    try {
                        return HandoffJson.MAPPER.readValue(row.getBytes(1), type);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .list());
    }
}
