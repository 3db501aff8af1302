package cn.liangxian.reconciliation.entitlement;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "medical-insurance")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "MEDICAL_INSURANCE"), @Claim(key = "area", value = "370404")})
class EntitlementResourceTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    private final String a = Uuid7.next() + "-a";
    private final String b = Uuid7.next() + "-b";
    private LocalDate date;
    private String details;

    @BeforeEach
    void twoClaimsPassed() {
        date = dates.openUnused();
        tax.receives(
                full(a, MEDICAL, FEE, date),
                full(b, MEDICAL, FEE, date),
                sum(date, MEDICAL, 2, 2 * FEE, 0, 0),
                nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1, row("v-" + a, FEE), row("v-" + b, FEE)), day(date, PENSION, 1));
        details = agency.detailsOf(a, MEDICAL);
    }

    @Test
    void whoIsBookedIsEntitledFromTheFirstDayAfterTheWaitingPeriod() {
        book(details, a).statusCode(201).body("recorded", equalTo(1), "known", equalTo(0), "open", equalTo(1));
        EntitlementRecorded recorded = HandedOver.await(
                        1, EntitlementRecorded.class, r -> r.personKey().equals(a))
                .get(0);
        assertEquals(
                new EntitlementRecorded(
                        a, MEDICAL, TaxDesk.FEE_YEAR, Fen.of(FEE), details, date.plusDays(31), date.plusDays(1)),
                recorded,
                "paid in 2024: 30 days of waiting, the day of payment not counted");
    }

    @Test
    void aClaimIsBookedOnceHoweverOftenItIsSent() {
        book(details, a, a).statusCode(201).body("recorded", equalTo(1), "known", equalTo(0));
        book(details, a, b).statusCode(201).body("recorded", equalTo(1), "known", equalTo(1), "open", equalTo(0));
        assertEquals(
                2,
                HandedOver.await(
                                2, EntitlementRecorded.class, r -> r.detailsId().equals(details))
                        .size());
    }

    @Test
    void somebodyWhoIsNotInTheDetailsMakesTheWholeBookingRefused() {
        book(details, a, "stranger")
                .statusCode(422)
                .body("code", equalTo("not-in-details"), "errors", hasSize(1), "errors[0].row", equalTo(2));
        book(details, a).body("recorded", equalTo(1));
    }

    @Test
    void detailsThatNobodyPassedAreUnknown() {
        book(Uuid7.next().toString(), a).statusCode(404).body("code", equalTo("details-unknown"));
        book("rubbish", a).statusCode(404);
        book(details).statusCode(422).body("code", equalTo("entitlement-malformed"));
    }

    @Test
    @TestSecurity(user = "social-insurance")
    @OidcSecurity(
            claims = {@Claim(key = "department", value = "SOCIAL_INSURANCE"), @Claim(key = "area", value = "370404")})
    void theDetailsOfTheOtherInsuranceDoNotExistForAnAgency() {
        book(details, a).statusCode(404);
        given().get("/details/" + details).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "tax")
    @OidcSecurity(claims = {@Claim(key = "department", value = "TAX"), @Claim(key = "area", value = "370404")})
    void taxDoesNotBookEntitlements() {
        book(details, a).statusCode(403);
    }

    @Test
    void theDetailsAreHandedOverOnceAndSayWhoIsBooked() {
        PaymentDetailsPassed passed = HandedOver.await(
                        1, PaymentDetailsPassed.class, p -> p.detailsId().equals(details))
                .get(0);
        assertEquals(Fen.of(2 * FEE), passed.total());
        assertEquals(
                List.of(date, date),
                passed.claims().stream().map(c -> c.completedOn()).toList());
        book(details, b);
        given().get("/details/" + details)
                .then()
                .statusCode(200)
                .body("$", hasSize(2), "find { it.personKey == '%s' }.benefitFrom".formatted(a), equalTo(null));
    }

    private static ValidatableResponse book(String details, String... persons) {
        return given().contentType("application/json")
                .header("Idempotency-Key", Uuid7.next().toString())
                .body(Map.of("detailsId", details, "entitled", List.of(persons)))
                .post("/entitlements")
                .then();
    }
}
