package cn.liangxian.subsidy.application;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import cn.liangxian.subsidy.SubsidyHandoff.FundsApplied;
import cn.liangxian.subsidy.SubsidyHandoff.FundsPaidIn;
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.LapseReason;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyListConfirmed;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.statement.Statements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs on behalf are on 2023-11-10, subsidies are applied for on 12-21 and 2024-01-12. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LapsingTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);

    private static final LocalDate SUBSIDY_RUN = LocalDate.of(2023, 12, 21);

    @Inject
    Neighbours neighbours;

    @Inject
    Statements statements;

    @BeforeEach
    void newCampaign() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
    }

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void theListOfThoseWhoArePaidForIsConfirmedWithItsRules() {
        rostered(Resident.born("1950-01-01"), Resident.born("1960-01-01"), Resident.born("1990-01-01"));
        neighbours.opens("2023-11-10");
        ProxyListConfirmed list = neighbours.received(ProxyListConfirmed.class).get(0);
        assertEquals(Map.of("district-full", 1, "district-half", 1), list.persons());
        assertEquals(2, list.heads());
        assertEquals(Fen.ofYuan(380 + 190), list.amount());
        assertEquals(
                list.listId(), neighbours.received(FundsApplied.class).get(0).applicationId());
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void aContributionThatWentBackBeforeTheRunIsNotSubsidized() {
        Resident resident = Resident.born("1990-01-01");
        rostered(resident);
        neighbours.opens("2023-12-20");
        LocalDate day = LocalDate.of(2023, 12, 20);
        ContributionPaid paid = resident.paysMedical(380, 380, "2023-12-20");
        neighbours.hand(day, paid, refund(paid, "2023-12-20"));
        neighbours.opens("2023-12-21");
        assertEquals(List.of(), neighbours.received(FundsApplied.class));
        assertEquals(List.of(), neighbours.received(ProxyLapsed.class));
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-3")
    void afterAWrongTierWentBackTheTierPaidLastIsSubsidized() {
        Resident resident = Resident.born("1990-01-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.pension(roster, 350, resident));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.PENSION, 1));
        neighbours.opens("2023-12-19");
        ContributionPaid wrong = resident.paysPension(800, 800, 800, "2023-12-19");
        neighbours.hand(LocalDate.of(2023, 12, 19), wrong, refund(wrong, "2023-12-19"));
        neighbours.opens("2023-12-20");
        neighbours.hand(LocalDate.of(2023, 12, 20), resident.paysPension(350, 350, 350, "2023-12-20"));
        neighbours.opens("2023-12-21");
        assertEquals(
                List.of(Fen.ofYuan(30)),
                neighbours.received(FundsApplied.class).stream()
                        .map(FundsApplied::amount)
                        .toList());
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void aSubsidyLapsesWhenTheContributionGoesBackAndIsAppliedForAnewWhenItIsPaidAgain() {
        Resident resident = Resident.born("1990-01-01");
        rostered(resident);
        neighbours.opens("2023-12-20");
        ContributionPaid paid = resident.paysMedical(380, 380, "2023-12-20");
        neighbours.hand(LocalDate.of(2023, 12, 20), paid);
        neighbours.opens("2023-12-21");
        assertEquals(1, neighbours.received(FundsApplied.class).size());
        RefundListed surplus = refund(paid, "2023-12-21", null);
        neighbours.hand(LocalDate.of(2023, 12, 21), surplus);
        assertEquals(List.of(), neighbours.received(ProxyLapsed.class), "a surplus was never paid for the claim");
        neighbours.hand(LocalDate.of(2023, 12, 21), refund(paid, "2023-12-21"));
        ProxyLapsed lapsed = neighbours.received(ProxyLapsed.class).get(0);
        assertEquals(Purpose.FISCAL_SUBSIDY, lapsed.purpose());
        assertEquals(LapseReason.REFUNDED, lapsed.reason());
        assertEquals(Fen.ofYuan(640), lapsed.amount());
        assertFalse(lapsed.paid());
        neighbours.hand(LocalDate.of(2023, 12, 21), resident.paysMedical(380, 380, "2023-12-21"));
        neighbours.opens("2024-01-12");
        assertEquals(2, neighbours.received(FundsApplied.class).size());
    }

    @Test
    @Clause("yicheng-2024/四(一)医疗-2")
    void aSubsidyLapsesOnceWhenTheContributionGoesBackInTwoPartsAndIsAppliedForAnewWhenBothArePaidAgain() {
        Resident resident = Resident.born("1990-01-01");
        rostered(resident);
        neighbours.opens("2023-12-20");
        ContributionPaid paid = resident.paysMedical(380, 380, "2023-12-20");
        neighbours.hand(LocalDate.of(2023, 12, 20), paid);
        neighbours.opens("2023-12-21");
        LocalDate day = LocalDate.of(2023, 12, 21);
        neighbours.hand(day, refund(paid, "2023-12-21", Fen.ofYuan(190), Fen.ofYuan(190)));
        neighbours.hand(day, refund(paid, "2023-12-21", Fen.ofYuan(190), Fen.ZERO));
        assertEquals(1, neighbours.received(ProxyLapsed.class).size());
        neighbours.hand(day, resident.paysMedical(190, 190, "2023-12-21"));
        neighbours.opens("2024-01-12");
        assertEquals(1, neighbours.received(FundsApplied.class).size(), "a half is owed: both parts had gone");
        neighbours.hand(LocalDate.of(2024, 1, 12), resident.paysMedical(190, 380, "2024-01-12"));
        neighbours.opens("2024-12-31");
        assertEquals(2, neighbours.received(FundsApplied.class).size());
    }

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void aPaymentOnBehalfLapsesWhenItsStatusHadEndedBeforeTheRunAndNotWhenItEndsOnItsDate() {
        Resident before = Resident.born("1980-01-01", "DIBAO");
        Resident on = Resident.born("1980-01-01", "DIBAO");
        rostered(before, on);
        neighbours.opens("2023-11-10");
        assertEquals(2, neighbours.received(FundsApplied.class).get(0).heads());
        LocalDate run = LocalDate.of(2023, 11, 10);
        neighbours.hand(run, ended(before, run.minusDays(1), run), ended(on, run, run));
        List<ProxyLapsed> lapsed = neighbours.received(ProxyLapsed.class);
        assertEquals(
                List.of(before.key()),
                lapsed.stream().map(ProxyLapsed::personKey).toList());
        assertEquals(LapseReason.STATUS_ENDED, lapsed.get(0).reason());
        assertEquals(Purpose.PROXY, lapsed.get(0).purpose());
        assertEquals(Fen.ofYuan(380), lapsed.get(0).amount());
    }

    @Test
    @TestSecurity(user = "finance")
    @OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
    void moneyThatComesForALapsedSubsidyGoesBackAndThatOfTheOthersToTheFund() {
        List<ContributionPaid> paid = twoHavePaid();
        neighbours.hand(SUBSIDY_RUN, refund(paid.get(0), "2023-12-21"));
        appropriateAll();
        assertEquals(Fen.ofYuan(640), statements.now().posted().get(Purpose.FISCAL_SUBSIDY));
        assertEquals(Fen.ofYuan(640), statements.now().returned().get(Purpose.FISCAL_SUBSIDY));
        assertEquals(1, neighbours.received(FundsPaidIn.class).get(0).heads());
        assertEquals(
                List.of(Fen.ofYuan(640)),
                neighbours.received(FundsReturned.class).stream()
                        .map(FundsReturned::amount)
                        .toList());
        assertEquals(Fen.ZERO, statements.now().open());
    }

    @Test
    @TestSecurity(user = "finance")
    @OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
    void aSubsidyThatWasPaidAndLapsesIsBookedAsToBeRecovered() {
        List<ContributionPaid> paid = twoHavePaid();
        appropriateAll();
        assertEquals(Fen.ZERO, statements.now().toRecover().get(Purpose.FISCAL_SUBSIDY));
        neighbours.hand(SUBSIDY_RUN, refund(paid.get(0), "2023-12-21"));
        assertTrue(neighbours.received(ProxyLapsed.class).get(0).paid());
        assertEquals(Fen.ofYuan(2 * 640), statements.now().posted().get(Purpose.FISCAL_SUBSIDY));
        assertEquals(Fen.ofYuan(640), statements.now().toRecover().get(Purpose.FISCAL_SUBSIDY));
        assertEquals(Fen.ZERO, statements.now().ledgerSum());
    }

    private List<ContributionPaid> twoHavePaid() {
        Resident one = Resident.born("1990-01-01");
        Resident other = Resident.born("1991-01-01");
        rostered(one, other);
        neighbours.opens("2023-12-20");
        List<ContributionPaid> paid =
                List.of(one.paysMedical(380, 380, "2023-12-20"), other.paysMedical(380, 380, "2023-12-20"));
        neighbours.hand(LocalDate.of(2023, 12, 20), paid.get(0), paid.get(1));
        neighbours.opens(SUBSIDY_RUN.toString());
        return paid;
    }

    private void appropriateAll() {
        FundsApplied applied = neighbours.received(FundsApplied.class).get(0);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuid7.next().toString())
                .body("{\"applicationId\":\"" + applied.applicationId() + "\",\"amount\":"
                        + applied.amount().amount() + "}")
                .post("/appropriations")
                .then()
                .statusCode(201);
    }

    private void rostered(Resident... residents) {
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, residents));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, residents.length));
    }

    private static IdentityChanged ended(Resident resident, LocalDate last, LocalDate told) {
        return new IdentityChanged(resident.key(), new Status("DIBAO", LocalDate.of(2020, 1, 1), last), told);
    }

    private static RefundListed refund(ContributionPaid paid, String on) {
        return refund(paid, on, Fen.ZERO);
    }

    private static RefundListed refund(ContributionPaid paid, String on, Fen paidInAll) {
        return refund(paid, on, paid.amount(), paidInAll);
    }

    private static RefundListed refund(ContributionPaid paid, String on, Fen amount, Fen paidInAll) {
        return new RefundListed(
                Uuid7.next().toString(),
                paid.paymentId(),
                paid.personKey(),
                paid.insurance(),
                amount,
                "PAID_IN_ERROR",
                "WECHAT",
                Uuid7.next().toString(),
                LocalDate.parse(on),
                null,
                2024,
                paidInAll);
    }
}
