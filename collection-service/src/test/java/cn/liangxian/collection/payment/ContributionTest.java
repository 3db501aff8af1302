package cn.liangxian.collection.payment;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.Desk.offer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class ContributionTest {

    @Inject
    County county;

    @Inject
    Jdbi jdbi;

    private final Resident resident = Resident.ordinary();

    @BeforeEach
    void theDayPaymentBegins() {
        county.begins("2023-10-21");
    }

    @Test
    @Clause({"yicheng-2024/四(一)医疗-1", "yicheng-2024/五(四)-a"})
    void aResidentPaysTheWholeMedicalContribution() {
        county.insuresMedical(resident);
        CHANNEL.asks(resident)
                .statusCode(200)
                .body("personKey", equalTo(resident.key()))
                .body("payables[0].payable", equalTo(38000))
                .body("payables[0].tiers.size()", equalTo(1));
        CHANNEL.paysMedical(resident, 380)
                .statusCode(201)
                .body("state", equalTo("PAID"))
                .body("complete", equalTo(true));
        ContributionPaid paid = county.handed(ContributionPaid.class).get(0);
        assertTrue(paid.complete());
        assertEquals(Fen.ofYuan(380), paid.amount());
        assertEquals(Fen.ofYuan(380), paid.tier());
        assertEquals(LocalDate.of(2023, 10, 21), paid.paidOn());
        CHANNEL.asks(resident).body("payables[0].payable", equalTo(0)).body("payables[0].reason", equalTo("SETTLED"));
    }

    @Test
    void thePaymentKeepsTheClauseTheInputsAndThePolicyThatJustifyIt() {
        Resident sixtyFive = Resident.born("1958-06-01");
        county.insuresMedical(sixtyFive);
        String id =
                CHANNEL.paysMedical(sixtyFive, 190).statusCode(201).extract().path("paymentId");
        TAX.get("/contributions/" + id)
                .statusCode(200)
                .body("contribution.clause", containsString("四(一)医疗-5"))
                .body("inputs.birth", equalTo("1958-06-01"))
                .body("inputs.owed", equalTo(19000));
        CHANNEL.get("/contributions/" + id).statusCode(403);
        new Desk("TAX", "653130").get("/contributions/" + id).statusCode(404);
        Map<String, Object> kept = jdbi.withHandle(h -> h.createQuery(
                        """
                        select clause, inputs->>'birth' as birth, inputs->>'share district-half' as share,
                            policy_version from payment""")
                .mapToMap()
                .one());
        assertTrue(kept.get("clause").toString().contains("四(一)医疗-1"), kept.toString());
        assertTrue(kept.get("clause").toString().contains("四(一)医疗-5"), kept.toString());
        assertEquals("1958-06-01", kept.get("birth"));
        assertEquals("19000", kept.get("share"));
        assertTrue(kept.get("policy_version").toString().startsWith("yicheng-2024@"));
    }

    @Test
    void fromSixtyToSixtyNineHalfIsPaidAndFromSeventyNothing() {
        Resident fiftyNine = Resident.born("1963-10-22");
        Resident sixty = Resident.born("1963-10-21");
        Resident sixtyNine = Resident.born("1953-10-22");
        Resident seventy = Resident.born("1953-10-21");
        county.insuresMedical(fiftyNine, sixty, sixtyNine, seventy);
        CHANNEL.asks(fiftyNine)
                .body("payables[0].payable", equalTo(38000))
                .body(
                        "payables[0].holds.channel.flatten()",
                        equalTo(List.of("WECHAT", "ALIPAY", "UNIONPAY_QR", "E_TAX", "MINI_PROGRAM")));
        TAX.post("/contributions", offer("COUNTER", fiftyNine, Insurance.MEDICAL, null, 190, "half"))
                .statusCode(422)
                .body("code", equalTo("amount-differs"));
        TAX.post("/contributions", offer("COUNTER", fiftyNine, Insurance.MEDICAL, null, 380, "whole"))
                .statusCode(201)
                .body("complete", equalTo(true));
        CHANNEL.paysMedical(sixty, 380)
                .statusCode(422)
                .body("code", equalTo("amount-differs"))
                .body("detail", equalTo("现应缴190.00元，所报金额：380.00元"))
                .body("detailEn", equalTo("owed now: 190.00 yuan, named: 380.00 yuan"));
        CHANNEL.paysMedical(sixty, 190).statusCode(201).body("complete", equalTo(false));
        TAX.post("/contributions", offer("COUNTER", sixtyNine, Insurance.MEDICAL, null, 190, "sixty-nine"))
                .statusCode(201);
        CHANNEL.asks(seventy)
                .body("payables[0].payable", equalTo(0))
                .body("payables[0].onBehalf", equalTo(38000))
                .body("payables[0].reason", equalTo("PAID_ON_BEHALF"));
        CHANNEL.paysMedical(seventy, 380).statusCode(422).body("code", equalTo("amount-differs"));
        CHANNEL.paysMedical(seventy, 0).statusCode(422).body("code", equalTo("amount-differs"));
        assertEquals(3, county.handed(ContributionPaid.class).size());
    }

    @Test
    @Clause({"yicheng-2024/四(一)养老-1", "yicheng-2024/四(一)养老-2"})
    void thePensionTierIsChosenByPayingItAndOneOfHundredIsNotForAnOrdinaryResident() {
        county.insuresPension(350, resident);
        CHANNEL.paysPension(resident, 100L, 100)
                .statusCode(422)
                .body("code", equalTo("tier-not-allowed"))
                .body("detail", containsString("100.00元"), "detail", containsString("依据 yicheng-2024/"))
                .body("errors[0].messageEn", containsString("100.00 yuan"));
        CHANNEL.paysPension(resident, 400L, 400).statusCode(422).body("code", equalTo("tier-not-allowed"));
        CHANNEL.paysPension(resident, 800L, 350).statusCode(422).body("code", equalTo("amount-differs"));
        CHANNEL.asks(resident)
                .body("payables[0].due", equalTo(35000))
                .body("payables[0].tiers.tier", equalTo(List.of(35000, 50000, 80000, 100000, 300000, 500000, 800000)));
        CHANNEL.paysPension(resident, 800L, 800)
                .statusCode(201)
                .body("due", equalTo(80000))
                .body("tier", equalTo(80000))
                .body("complete", equalTo(true));
        assertEquals(
                Fen.ofYuan(800), county.handed(ContributionPaid.class).get(0).due());
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-2")
    void someoneInHardshipMayStayAtHundredWhichIsPaidOnBehalfOrPayAHigherTierUp() {
        Resident poor = Resident.born("1980-01-01", "DIBAO");
        county.insuresPension(100, poor);
        CHANNEL.asks(poor).body("payables[0].payable", equalTo(0)).body("payables[0].tiers[0].payable", equalTo(0));
        CHANNEL.paysPension(poor, 500L, 400)
                .statusCode(201)
                .body("due", equalTo(50000))
                .body("paidInAll", equalTo(40000))
                .body("complete", equalTo(false));
        CHANNEL.paysPension(poor, 800L, 700).statusCode(422).body("code", equalTo("tier-already-chosen"));
    }

    @Test
    void aStatusThatEndedOrBeganInTheCampaignCountsFromItsDay() {
        Resident poor = Resident.born("1980-01-01", "TEKUN");
        county.insuresMedical(poor, resident);
        CHANNEL.paysMedical(poor, 380).statusCode(422);
        county.hands(
                new IdentityChanged(
                        poor.key(),
                        new Status("TEKUN", LocalDate.of(2020, 1, 1), LocalDate.of(2023, 10, 21)),
                        LocalDate.of(2023, 10, 21)),
                new IdentityChanged(
                        resident.key(),
                        new Status("ORPHAN", LocalDate.of(2023, 10, 22), null),
                        LocalDate.of(2023, 10, 21)));
        CHANNEL.asks(poor).body("payables[0].reason", equalTo("PAID_ON_BEHALF"));
        CHANNEL.asks(resident).body("payables[0].payable", equalTo(38000));
        county.opens("2023-10-22");
        CHANNEL.asks(resident).body("payables[0].reason", equalTo("PAID_ON_BEHALF"));
        CHANNEL.paysMedical(poor, 380).statusCode(201);
    }

    @Test
    void theSameVoucherTwiceIsOnePaymentWhateverTheKey() {
        county.insuresMedical(resident);
        var offer = offer(resident, Insurance.MEDICAL, null, 380, "one-voucher");
        String first =
                CHANNEL.post("/contributions", offer).statusCode(201).extract().path("paymentId");
        CHANNEL.post("/contributions", offer).statusCode(201).body("paymentId", equalTo(first));
        county.opens("2023-10-22");
        CHANNEL.post("/contributions", offer).body("paymentId", equalTo(first)).body("paidOn", equalTo("2023-10-21"));
        assertEquals(1, county.handed(ContributionPaid.class).size());
        assertEquals(0, county.handed(ContributionSurplus.class).size());
    }

    @Test
    void aVoucherOfAnotherPaymentIsRefused() {
        Resident other = Resident.ordinary();
        county.insuresMedical(resident, other);
        CHANNEL.post("/contributions", offer(resident, Insurance.MEDICAL, null, 380, "taken"))
                .statusCode(201);
        CHANNEL.post("/contributions", offer(other, Insurance.MEDICAL, null, 380, "taken"))
                .statusCode(422)
                .body("code", equalTo("voucher-taken"));
        CHANNEL.asks(other).body("payables[0].payable", equalTo(38000));
        assertEquals(1, county.handed(ContributionPaid.class).size());
    }

    @Test
    void moneyForASettledClaimIsASurplusAndChangesNothing() {
        county.insuresMedical(resident);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        CHANNEL.paysMedical(resident, 380)
                .statusCode(201)
                .body("state", equalTo("SURPLUS"))
                .body("reason", equalTo("ALREADY_SETTLED"))
                .body("paidInAll", equalTo(38000));
        assertEquals(1, county.handed(ContributionPaid.class).size());
        assertEquals(1, county.handed(ContributionSurplus.class).size());
    }

    @Test
    void aSecondPaymentOfTheOwnHalfIsASurplusWhileTheOtherHalfIsAwaited() {
        Resident sixtyFive = Resident.born("1958-06-01");
        county.insuresMedical(sixtyFive);
        CHANNEL.paysMedical(sixtyFive, 190).body("state", equalTo("PAID"));
        CHANNEL.paysMedical(sixtyFive, 190)
                .body("state", equalTo("SURPLUS"))
                .body("reason", equalTo("OWN_PART_ALREADY_PAID"));
        CHANNEL.asks(sixtyFive).body("payables[0].reason", equalTo("OWN_PART_PAID"));
    }

    @Test
    void nobodyPaysBeforeTheChannelOpensOrAfterItCloses() {
        county.insuresMedical(resident);
        county.begins("2023-10-20");
        county.insuresMedical(resident);
        var atCounter = offer("COUNTER", resident, Insurance.MEDICAL, null, 380, "counter");
        TAX.post("/contributions", atCounter).statusCode(409).body("code", equalTo("channel-closed"));
        county.opens("2023-10-21");
        TAX.post("/contributions", atCounter).statusCode(201);
        Resident late = Resident.ordinary();
        county.insuresMedical(late);
        county.opens("2023-12-21");
        var pos = offer("POS", late, Insurance.MEDICAL, null, 380, "pos");
        CHANNEL.post("/contributions", pos).statusCode(409).body("code", equalTo("channel-closed"));
        county.opens("2024-12-31");
        CHANNEL.asks(late).body("payables[0].reason", equalTo("ASSESSMENT_MISSING"));
        county.agreesToPayLate(late);
        CHANNEL.asks(late).body("payables[0].payable", equalTo(38000));
        CHANNEL.post("/contributions", offer("CARRIER_PIGEON", late, Insurance.MEDICAL, null, 380, "p"))
                .statusCode(422)
                .body("code", equalTo("channel-unknown"));
        county.opens("2025-01-01");
        CHANNEL.asks(late).body("payables[0].reason", equalTo("NO_PAYMENT_WINDOW"));
        CHANNEL.paysMedical(late, 380).statusCode(409).body("code", equalTo("policy-not-in-force"));
    }

    @Test
    void unknownPersonsAndThoseOfAnotherAreaLookTheSame() {
        county.insuresMedical(resident);
        CHANNEL.paysMedical(Resident.ordinary(), 380).statusCode(404).body("code", equalTo("payer-unknown"));
        Desk elsewhere = new Desk("CHANNEL", "370404002");
        elsewhere.paysMedical(resident, 380).statusCode(404).body("code", equalTo("payer-unknown"));
        elsewhere.asks(resident).statusCode(404).body("code", equalTo("payer-unknown"));
        new Desk("TOWNSHIP", "370404002").asks(resident).statusCode(404);
        new Desk("TOWNSHIP", "370404001").asks(resident).statusCode(200);
        new Desk("FINANCE", "370404").asks(resident).statusCode(403);
        Desk.VILLAGE.paysMedical(resident, 380).statusCode(403);
    }

    @Test
    void aRequestWithoutKeyOrWithMissingFieldsIsRefusedAndNeverNamesTheResident() {
        county.insuresMedical(resident);
        CHANNEL.request()
                .body(offer(resident, Insurance.MEDICAL, null, 380, "no-key"))
                .post("/contributions")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        String refusal = CHANNEL.post("/contributions", Map.of("idNumber", resident.idNumber(), "amount", 38000))
                .statusCode(400)
                .extract()
                .asString();
        assertFalse(refusal.contains(resident.idNumber()));
        CHANNEL.post("/contributions", Map.of("idNumber", resident.idNumber(), "amount", 380.5))
                .statusCode(400)
                .body("errors[0].field", containsString("amount"));
        String key = Uuid7.next().toString();
        CHANNEL.post(key, "/contributions", offer(resident, Insurance.MEDICAL, null, 380, "a"))
                .statusCode(201);
        CHANNEL.post(key, "/contributions", offer(resident, Insurance.MEDICAL, null, 380, "b"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void eightPaymentsAtTheSameTimeAreOnePaymentAndSevenSurpluses() throws Exception {
        county.insuresMedical(resident);
        Callable<String> pay = () ->
                CHANNEL.paysMedical(resident, 380).statusCode(201).extract().path("state");
        var pool = Executors.newFixedThreadPool(8);
        try {
            int paid = 0;
            for (var answer :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> pay).toList())) {
                paid += answer.get().equals("PAID") ? 1 : 0;
            }
            assertEquals(1, paid);
        } finally {
            pool.shutdown();
        }
        assertEquals(1, county.handed(ContributionPaid.class).size());
        assertEquals(7, county.handed(ContributionSurplus.class).size());
        assertEquals(38000, county.count("select sum(paid_self) from claim"));
    }

    @Test
    void nothingIsPayableBeforeTheRosterIsAccepted() {
        var lines = county.lines(Uuid7.next().toString(), Insurance.MEDICAL, 380, resident);
        county.hands(lines);
        CHANNEL.paysMedical(resident, 380).statusCode(404);
        county.hands(County.header(lines));
        CHANNEL.paysMedical(resident, 380).statusCode(201);
    }

    @Test
    void theApplicationCannotRewriteOrTakeAwayWhatWasPaid() {
        county.insuresMedical(resident);
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        for (String statement : new String[] {
            "update payment set amount = 1",
            "delete from payment",
            "delete from claim",
            "update claim set roster_due = 1",
            "update claim set id_number = '1'",
            "truncate payment",
            "delete from roster"
        }) {
            Exception refused = org.junit.jupiter.api.Assertions.assertThrows(
                    Exception.class, () -> jdbi.useHandle(h -> h.execute(statement)), statement);
            assertTrue(refused.getMessage().contains("permission denied"), statement + ": " + refused.getMessage());
        }
    }
}
