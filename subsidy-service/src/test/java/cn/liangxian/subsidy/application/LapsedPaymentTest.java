package cn.liangxian.subsidy.application;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
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
import cn.liangxian.subsidy.SubsidyHandoff.FundsReturned;
import cn.liangxian.subsidy.SubsidyHandoff.LapseReason;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import cn.liangxian.subsidy.statement.Statement;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A status that begins or ends in the campaign, told after the run of 2023-11-10, or after the resident had paid. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "finance")
@OidcSecurity(claims = {@Claim(key = "department", value = "FINANCE"), @Claim(key = "area", value = "370404")})
class LapsedPaymentTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 11, 1);
    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);

    private final Resident ended = Resident.born("1980-01-01", "DIBAO");
    private final Resident stays = Resident.born("1980-01-01", "DIBAO");

    @Inject
    Neighbours neighbours;

    @Inject
    Statements statements;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void newCampaign() {
        neighbours.newCampaign();
        neighbours.opens(BEFORE.toString());
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)医疗-3"})
    void whatWasPaidOnBehalfOfSomebodyWhoseStatusHadEndedIsFinancesAgainAndOpenForTheResident() {
        rosteredAndPaidFor(ended, stays);
        FundsApplied first = neighbours.received(FundsApplied.class).get(0);
        List<ProxyPaid> paid = neighbours.received(ProxyPaid.class);
        neighbours.hand(RUN, paid.stream().map(LapsedPaymentTest::settled).toList());
        neighbours.hand(RUN, ends(ended, "2023-11-09"));
        ProxyLapsed lapsed = neighbours.received(ProxyLapsed.class).get(0);
        assertTrue(lapsed.paid());
        ProxyPaid proxy = paid.stream()
                .filter(p -> p.proxyId().equals(lapsed.lineId()))
                .findFirst()
                .orElseThrow();
        assertEquals(ended.key(), proxy.personKey());

        neighbours.hand(RUN, refund(settled(proxy), 380, "PROXY", 0), back(proxy, 380));
        neighbours.hand(RUN, back(proxy, 380));
        assertBalanced(760, 380, 380);
        assertEquals(
                List.of("STATUS_ENDED"),
                neighbours.received(FundsReturned.class).stream()
                        .map(FundsReturned::reason)
                        .toList());
        assertEquals(38000, open(ended), "all of it, and not more");
        assertEquals(0, open(stays));

        neighbours.opens("2023-12-01");
        assertEquals(1, neighbours.received(FundsApplied.class).size(), "nothing entitles to another payment");
        neighbours.hand(LocalDate.of(2023, 12, 1), ended.paysMedical(380, 380, "2023-12-01"));
        neighbours.opens("2023-12-20");
        neighbours.opens("2023-12-21");
        assertEquals(2, appliedBeside(first).heads(), "both are insured, so subsidized");
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)医疗-4"})
    void whomAnotherStatusEntitlesIsPaidForByThatAndOnlyOnce() {
        Resident disabled = Resident.born("1980-01-01", "DIBAO", "SEVERELY_DISABLED");
        ProxyPaid proxy = paidForUntilTheStatusEnded(disabled);
        FundsApplied first = neighbours.received(FundsApplied.class).get(0);
        neighbours.hand(RUN, refund(settled(proxy), 380, "PROXY", 0), back(proxy, 380));
        neighbours.opens("2023-11-30");
        neighbours.opens("2023-12-01");
        districtFinanceIsAskedBeside(first);
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)医疗-4"})
    void whatComesBackAfterTheNextRunIsAppliedForAllTheSame() {
        Resident disabled = Resident.born("1980-01-01", "DIBAO", "SEVERELY_DISABLED");
        ProxyPaid proxy = paidForUntilTheStatusEnded(disabled);
        FundsApplied first = neighbours.received(FundsApplied.class).get(0);
        neighbours.hand(RUN, refund(settled(proxy), 380, "PROXY", 0));
        neighbours.opens("2023-11-30");
        neighbours.opens("2023-12-01");
        assertEquals(
                List.of(first), neighbours.received(FundsApplied.class), "as far as is known it is paid on behalf");
        neighbours.hand(RUN, back(proxy, 380));
        districtFinanceIsAskedBeside(first);
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)医疗-4"})
    void aStatusThatBeganTakesNothingBackThatAnotherRuleHadPaid() {
        Resident disabled = Resident.born("1980-01-01", "SEVERELY_DISABLED");
        rosteredAndPaidFor(disabled);
        neighbours.hand(RUN, begins(disabled, "2023-10-01", RUN));
        assertEquals(List.of(), neighbours.received(ProxyLapsed.class));
        assertBalanced(380, 380, 0);
    }

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void whatIsNotPaidYetIsAppliedForUnderTheRuleThatGoesBefore() {
        Resident disabled = Resident.born("1980-01-01", "SEVERELY_DISABLED");
        rostered(disabled);
        neighbours.opens("2023-11-09");
        neighbours.opens(RUN.toString());
        FundsApplied first = neighbours.received(FundsApplied.class).get(0);
        neighbours.hand(LocalDate.of(2023, 11, 9), begins(disabled, "2023-10-01", LocalDate.of(2023, 11, 9)));
        assertEquals(1, neighbours.received(ProxyLapsed.class).size());
        assertNotEquals(first.funder(), appliedBeside(first).funder());
    }

    @Test
    void ofAPaymentThatCameBackInPartAtOnceOnlyTheRestCanComeBack() {
        rosteredAndPaidFor(ended);
        ProxyPaid proxy = neighbours.received(ProxyPaid.class).get(0);
        neighbours.hand(RUN, returned(proxy, 180, "EXCEEDS_DUE"));
        int parked = neighbours.parked();
        neighbours.hand(RUN, back(proxy, 201));
        assertEquals(parked + 1, neighbours.parked(), "more than is left");
        assertBalanced(380, 200, 180);
    }

    @Test
    void aPartThatCameBackAtOnceAndTheRestThatLapsedMakeTheWhole() {
        rosteredAndPaidFor(ended);
        ProxyPaid proxy = neighbours.received(ProxyPaid.class).get(0);
        neighbours.hand(RUN, returned(proxy, 180, "EXCEEDS_DUE"), back(proxy, 200));
        assertBalanced(380, 0, 380);
    }

    @Test
    @Clause({"yicheng-2024/四(一)养老-6", "yicheng-2024/四(三)3a"})
    void whatGoesBackToAResidentBecauseAStatusHadBegunIsAppliedForOnBehalf() {
        Resident resident = Resident.born("1980-01-01");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.pension(roster, 350, resident));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.PENSION, 1));
        ContributionPaid paid = resident.paysPension(500, 500, 500, BEFORE.toString());
        neighbours.hand(BEFORE, paid);
        neighbours.hand(
                BEFORE,
                new IdentityChanged(resident.key(), new Status("DIBAO", LocalDate.of(2023, 10, 21), null), BEFORE));
        neighbours.opens("2023-11-09");
        neighbours.opens("2023-11-10");
        assertEquals(List.of(), neighbours.received(FundsApplied.class), "the resident has paid all of it");
        neighbours.hand(RUN, refund(paid, 100, "WECHAT", 400));
        neighbours.opens("2023-11-30");
        neighbours.opens("2023-12-01");
        FundsApplied applied = neighbours.received(FundsApplied.class).get(0);
        assertEquals(Fen.ofYuan(100), applied.amount());
        assertEquals(Purpose.PROXY, applied.purpose());
    }

    @Test
    @Clause({"yicheng-2024/四(一)医疗-3", "yicheng-2024/四(三)3a"})
    void whoHadPaidTheOwnHalfBeforeAStatusBeganIsPaidForInFullOnceItHasGoneBack() {
        Resident old = Resident.born("1958-01-01");
        rostered(old);
        ContributionPaid own = old.paysMedical(190, 190, BEFORE.toString());
        neighbours.hand(BEFORE, own, begins(old, "2023-10-01", BEFORE));
        neighbours.opens("2023-11-09");
        neighbours.opens(RUN.toString());
        FundsApplied half = neighbours.received(FundsApplied.class).get(0);
        assertEquals(Fen.ofYuan(190), half.amount(), "the own half has not gone back yet");
        appropriate(half);
        neighbours.hand(RUN, settled(neighbours.received(ProxyPaid.class).get(0), Fen.ofYuan(380)));
        neighbours.hand(RUN, refund(own, 190, "WECHAT", 190));
        neighbours.opens("2023-11-30");
        neighbours.opens("2023-12-01");
        FundsApplied rest = appliedBeside(half);
        assertEquals(Fen.ofYuan(190), rest.amount());
        assertEquals(half.funder(), rest.funder());
        appropriate(rest);
        assertBalanced(380, 380, 0);
        neighbours.opens("2023-12-18");
        assertEquals(2, neighbours.received(FundsApplied.class).size(), "all of it is paid");

        neighbours.hand(RUN, ends(old, "2023-10-31"));
        assertEquals(
                List.of(true, true),
                neighbours.received(ProxyLapsed.class).stream()
                        .map(ProxyLapsed::paid)
                        .toList(),
                "both parts hung on the status");
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-7")
    void aGrantThatWasPaidToSomebodyWhoseFamilyWasNoneOfThoseAnyMoreIsToBeRecovered() {
        Resident wife = Resident.born("1970-01-01", "FAMILY_PLANNING");
        Resident other = Resident.born("1970-01-01", "FAMILY_PLANNING");
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.pension(roster, 350, wife, other));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.PENSION, 2));
        neighbours.hand(
                BEFORE,
                wife.paysPension(350, 350, 350, BEFORE.toString()),
                other.paysPension(350, 350, 350, BEFORE.toString()));
        neighbours.opens("2023-12-20");
        neighbours.opens("2023-12-21");
        FundsApplied grants = neighbours.received(FundsApplied.class).stream()
                .filter(applied -> applied.purpose() == Purpose.GRANT)
                .findFirst()
                .orElseThrow();
        assertEquals(2, grants.heads());
        appropriate(grants);
        LocalDate told = LocalDate.of(2023, 12, 21);
        neighbours.hand(
                told,
                new IdentityChanged(
                        wife.key(), new Status("FAMILY_PLANNING", LocalDate.of(2020, 1, 1), told.minusDays(1)), told),
                new IdentityChanged(other.key(), new Status("FAMILY_PLANNING", LocalDate.of(2020, 1, 1), told), told));
        List<ProxyLapsed> lapsed = neighbours.received(ProxyLapsed.class);
        assertEquals(
                List.of(wife.key()), lapsed.stream().map(ProxyLapsed::personKey).toList());
        assertEquals(Purpose.GRANT, lapsed.get(0).purpose());
        assertTrue(lapsed.get(0).paid());
        assertEquals(Fen.ofYuan(300), statements.now().toRecover().get(Purpose.GRANT));
        assertEquals(Fen.ZERO, statements.now().ledgerSum());
    }

    private ProxyPaid paidForUntilTheStatusEnded(Resident resident) {
        rosteredAndPaidFor(resident);
        ProxyPaid proxy = neighbours.received(ProxyPaid.class).get(0);
        neighbours.hand(RUN, settled(proxy));
        neighbours.hand(RUN, ends(resident, "2023-11-09"));
        return proxy;
    }

    private void districtFinanceIsAskedBeside(FundsApplied first) {
        FundsApplied again = appliedBeside(first);
        assertEquals("DISTRICT_FINANCE", again.funder());
        assertEquals(Fen.ofYuan(380), again.amount());
    }

    private void rostered(Resident... residents) {
        String roster = Resident.rosterId();
        neighbours.hand(BEFORE, Resident.medical(roster, residents));
        neighbours.hand(BEFORE, Resident.accepted(roster, Insurance.MEDICAL, residents.length));
    }

    private void rosteredAndPaidFor(Resident... residents) {
        rostered(residents);
        neighbours.opens("2023-11-09");
        neighbours.opens(RUN.toString());
        appropriate(neighbours.received(FundsApplied.class).get(0));
    }

    /** The other application; they come in no order. */
    private FundsApplied appliedBeside(FundsApplied first) {
        return neighbours.received(FundsApplied.class).stream()
                .filter(applied -> !applied.applicationId().equals(first.applicationId()))
                .findFirst()
                .orElseThrow();
    }

    private static void appropriate(FundsApplied applied) {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuid7.next().toString())
                .body("{\"applicationId\":\"" + applied.applicationId() + "\",\"amount\":"
                        + applied.amount().amount() + "}")
                .post("/appropriations")
                .then()
                .statusCode(201);
    }

    private static IdentityChanged begins(Resident resident, String first, LocalDate told) {
        return new IdentityChanged(resident.key(), new Status("DIBAO", LocalDate.parse(first), null), told);
    }

    private static IdentityChanged ends(Resident resident, String last) {
        return new IdentityChanged(
                resident.key(), new Status("DIBAO", LocalDate.of(2020, 1, 1), LocalDate.parse(last)), RUN);
    }

    /** Collection used it for the claim, which it pays in full. */
    private static ContributionPaid settled(ProxyPaid proxy) {
        return settled(proxy, proxy.amount());
    }

    /** Collection used it for what was open of a larger claim, which is complete with it. */
    private static ContributionPaid settled(ProxyPaid proxy, Fen due) {
        return new ContributionPaid(
                "of-" + proxy.proxyId(),
                proxy.personKey(),
                proxy.insurance(),
                2024,
                proxy.amount(),
                due,
                due,
                due,
                Payer.PROXY,
                proxy.funder(),
                "PROXY",
                proxy.proxyId(),
                "370404001",
                Resident.VILLAGE,
                RUN);
    }

    /** Collection took it off the claim. */
    private static PaymentReturned back(ProxyPaid proxy, long yuan) {
        return returned(proxy, yuan, LapseReason.STATUS_ENDED.name());
    }

    private static PaymentReturned returned(ProxyPaid proxy, long yuan, String reason) {
        return new PaymentReturned(
                proxy.proxyId(), Payer.PROXY, proxy.personKey(), proxy.insurance(), Fen.ofYuan(yuan), reason);
    }

    private static RefundListed refund(ContributionPaid paid, long yuan, String channel, long yuanLeft) {
        return new RefundListed(
                Uuid7.next().toString(),
                paid.paymentId(),
                paid.personKey(),
                paid.insurance(),
                Fen.ofYuan(yuan),
                "?",
                channel,
                Uuid7.next().toString(),
                RUN,
                null,
                2024,
                Fen.ofYuan(yuanLeft));
    }

    private long open(Resident resident) {
        return jdbi.withHandle(h -> h.createQuery("select open_amount(?, 'MEDICAL', 2024)")
                .bind(0, resident.key())
                .mapTo(Long.class)
                .one());
    }

    /** In yuan: what finance gave is with the persons or at finance again. */
    private void assertBalanced(long appropriated, long posted, long returned) {
        Statement statement = statements.now();
        assertEquals(Fen.ofYuan(appropriated), statement.appropriated().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(posted), statement.posted().get(Purpose.PROXY));
        assertEquals(Fen.ofYuan(returned), statement.returned().get(Purpose.PROXY));
        assertEquals(Fen.ZERO, statement.open());
        assertEquals(Fen.ZERO, statement.ledgerSum());
    }
}
