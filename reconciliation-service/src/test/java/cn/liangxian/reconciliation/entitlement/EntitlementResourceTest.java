package cn.liangxian.reconciliation.entitlement;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.forYear;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.onBehalf;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.EntitlementRecorded;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
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

    @Inject
    Neighbours neighbours;

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
    @Clause("yicheng-2024/四(二)-2")
    void whoIsBookedIsEntitledFromTheFirstDayAfterTheWaitingPeriod() {
        book(details, a).statusCode(201).body("recorded", equalTo(1), "known", equalTo(0), "open", equalTo(1));
        EntitlementRecorded recorded = HandedOver.await(
                        1, EntitlementRecorded.class, r -> r.personKey().equals(a))
                .get(0);
        assertEquals(
                new EntitlementRecorded(
                        a, MEDICAL, TaxDesk.FEE_YEAR, Fen.of(FEE), details, date.plusDays(31), date.plusDays(1), true),
                recorded,
                "paid in 2024: 30 days of waiting, the day of payment not counted, which no text says");
    }

    @Test
    @Clause({"yicheng-2024/四(二)-2", "yicheng-2024/四(一)医疗-5"})
    void aPaymentOnBehalfBeginsNoWaitAndTheOwnHalfDoes() {
        String full = Uuid7.next() + "-full";
        String half = Uuid7.next() + "-half";
        LocalDate own = dates.openUnused();
        LocalDate publicMoney = dates.openUnused();
        ContributionPaid forFull = onBehalf(full, MEDICAL, FEE, FEE, FEE, publicMoney);
        ContributionPaid forHalf = onBehalf(half, MEDICAL, FEE / 2, FEE, FEE, publicMoney);
        tax.receives(
                part(half, MEDICAL, FEE / 2, FEE, FEE / 2, "v-" + half, own),
                sum(own, MEDICAL, 1, FEE / 2, 0, 0),
                nothing(own, PENSION),
                forFull,
                forHalf,
                sum(publicMoney, MEDICAL, 2, FEE + FEE / 2, 0, 0),
                nothing(publicMoney, PENSION));
        treasury.reports(day(own, MEDICAL, 1, row("v-" + half, FEE / 2)), day(own, PENSION, 1));
        treasury.reports(day(publicMoney, MEDICAL, 1, row(forFull), row(forHalf)), day(publicMoney, PENSION, 1));
        book(agency.detailsOf(full, MEDICAL), full, half).statusCode(201).body("recorded", equalTo(2));
        assertEquals(publicMoney, benefitFrom(full));
        assertEquals(own.plusDays(31), benefitFrom(half));
    }

    @Test
    @Clause("yicheng-2024/四(三)3b")
    void whatIsPaidForAnEarlierFeeYearEntitlesFromTheDayOfThePayment() {
        String back = Uuid7.next() + "-back";
        LocalDate paidOn = dates.openUnused();
        tax.receives(
                forYear(TaxDesk.FEE_YEAR - 3, full(back, MEDICAL, 35_000, paidOn)),
                sum(paidOn, MEDICAL, 1, 35_000, 0, 0),
                nothing(paidOn, PENSION));
        treasury.reports(day(paidOn, MEDICAL, 1, row("v-" + back, 35_000)), day(paidOn, PENSION, 1));
        book(agency.detailsOf(back, MEDICAL), back).statusCode(201).body("recorded", equalTo(1));
        assertEquals(paidOn, benefitFrom(back), "no wait, as for the payments of the fee year in January, and no past");
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
                .body("code", equalTo("not-in-details"), "errors", hasSize(1), "errors[0].row", equalTo(2))
                .body("errors[0].message", equalTo("不在该明细内"), "errors[0].messageEn", equalTo("not in these details"));
        book(details, a).body("recorded", equalTo(1));
    }

    @Test
    void detailsThatNobodyPassedAreUnknown() {
        book(Uuid7.next().toString(), a).statusCode(404).body("code", equalTo("details-unknown"));
        book("rubbish", a).statusCode(404);
        book(details)
                .statusCode(422)
                .body("code", equalTo("entitlement-malformed"))
                .body("errors[0].message", equalTo("须为1至500人"));
    }

    @Test
    void theDetailsOfTheOtherInsuranceDoNotExistForAnAgency() {
        book(SOCIAL_INSURANCE, details, a).statusCode(404);
        neighbours.as(SOCIAL_INSURANCE).get("/details/" + details).then().statusCode(404);
    }

    @Test
    void taxDoesNotBookEntitlements() {
        book(TAX, details, a).statusCode(403);
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
        neighbours
                .as(MEDICAL_INSURANCE)
                .get("/details/" + details)
                .then()
                .statusCode(200)
                .body("$", hasSize(2), "find { it.personKey == '%s' }.benefitFrom".formatted(a), equalTo(null));
    }

    private static LocalDate benefitFrom(String person) {
        return HandedOver.await(1, EntitlementRecorded.class, r -> r.personKey().equals(person))
                .get(0)
                .benefitFrom();
    }

    private ValidatableResponse book(String details, String... persons) {
        return book(MEDICAL_INSURANCE, details, persons);
    }

    private ValidatableResponse book(Department department, String details, String... persons) {
        return neighbours.post(department, "/entitlements", Map.of("detailsId", details, "entitled", List.of(persons)));
    }
}
