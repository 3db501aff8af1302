package cn.liangxian.collection.proxy;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.County;
import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.SubsidyHandoff.LapseReason;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyLapsed;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statuses that turn out to have ended on 2023-11-05, told on 11-15, after the run of 11-10 had paid for them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class LapsedGiftTest {

    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);
    private static final LocalDate TOLD = LocalDate.of(2023, 11, 15);

    @Inject
    County county;

    private final Resident resident = Resident.born("1980-01-01", "DIBAO");

    @BeforeEach
    void theDayOfAProxyRun() {
        county.begins(RUN.toString());
    }

    @Test
    @Clause({"yicheng-2024/四(三)3a", "yicheng-2024/四(一)医疗-3"})
    void whatWasPaidForSomebodyWhoseStatusHadEndedGoesBackToFinanceAndTheResidentOwesIt() {
        county.insuresMedical(resident);
        ProxyPaid proxy = proxy(Insurance.MEDICAL, 380);
        county.hands(proxy);
        county.opens(TOLD.toString());
        county.handsTwice(List.of(ended(), lapsed(proxy)));
        assertEquals(
                new PaymentReturned(
                        proxy.proxyId(),
                        Payer.PROXY,
                        resident.key(),
                        Insurance.MEDICAL,
                        Fen.ofYuan(380),
                        "STATUS_ENDED"),
                only(PaymentReturned.class));
        RefundListed refund = only(RefundListed.class);
        assertEquals(Fen.ofYuan(380), refund.amount());
        assertEquals(Fen.ZERO, refund.paidInAll());
        assertEquals("PROXY", refund.channel());
        assertEquals(only(ContributionPaid.class).paymentId(), refund.paymentId());
        assertEquals(refund.refundId(), only(EntitlementToCorrect.class).caseId());
        TAX.get("/statement")
                .body("paid.PROXY.MEDICAL", equalTo(0))
                .body("unpaid.MEDICAL", equalTo(38000))
                .body("returned", equalTo(38000))
                .body("refunded", equalTo(38000));
        CHANNEL.asks(resident).body("payables[0].payable", equalTo(38000));
        CHANNEL.paysMedical(resident, 380).statusCode(201).body("complete", equalTo(true));
        county.opens("2023-11-16");
        DaySummed day = county.handed(DaySummed.class).stream()
                .filter(sum -> sum.date().equals(TOLD) && sum.insurance() == Insurance.MEDICAL)
                .findFirst()
                .orElseThrow();
        assertEquals(Fen.ofYuan(380), day.refunded(), "it left the treasury again");
        assertEquals(Fen.ofYuan(380), day.paid());
    }

    @Test
    @Clause({"yicheng-2024/四(一)养老-2", "yicheng-2024/四(一)养老-6"})
    void whoHadTheLowestPensionTierByAStatusThatHadEndedOwesTheLowestOfEverybody() {
        county.insuresPension(100, resident);
        ProxyPaid proxy = proxy(Insurance.PENSION, 100);
        county.hands(proxy);
        county.opens(TOLD.toString());
        county.hands(ended(), lapsed(proxy));
        assertEquals(Fen.ofYuan(100), only(PaymentReturned.class).amount());
        CHANNEL.asks(resident).body("payables[0].payable", equalTo(35000));
        CHANNEL.paysPension(resident, 100L, 100).statusCode(422);
        CHANNEL.paysPension(resident, 350L, 350).statusCode(201).body("complete", equalTo(true));
    }

    @Test
    @Clause("yicheng-2024/四(一)养老-6")
    void whoHadPaidTheRestOfAHigherTierOwesThePartThatWentBack() {
        county.insuresPension(500, resident);
        ProxyPaid proxy = proxy(Insurance.PENSION, 100);
        county.hands(proxy);
        CHANNEL.paysPension(resident, 500L, 400).statusCode(201).body("complete", equalTo(true));
        county.opens(TOLD.toString());
        county.hands(ended(), lapsed(proxy));
        assertEquals(Fen.ofYuan(400), only(RefundListed.class).paidInAll());
        CHANNEL.asks(resident)
                .body("payables[0].payable", equalTo(10000))
                .body("payables[0].state", equalTo("PARTLY_PAID"));
        CHANNEL.paysPension(resident, 500L, 100).statusCode(201).body("complete", equalTo(true));
    }

    @Test
    @Clause("yicheng-2024/四(三)3a")
    void aPaymentThatArrivesAfterItsLapseGoesBackUnused() {
        county.insuresMedical(resident);
        ProxyPaid proxy = proxy(Insurance.MEDICAL, 380);
        county.hands(ended(), lapsed(proxy));
        assertEquals(0, county.handed(PaymentReturned.class).size());
        county.hands(proxy, proxy(Insurance.MEDICAL, 190));
        PaymentReturned returned = only(PaymentReturned.class);
        assertEquals(proxy.proxyId(), returned.reference());
        assertEquals("STATUS_ENDED", returned.reason());
        assertEquals(Fen.ofYuan(190), only(ContributionPaid.class).amount());
        assertEquals(0, county.handed(RefundListed.class).size(), "it never was in the treasury");
    }

    @Test
    void aPaymentThatWaitsForItsClaimGoesBackAtOnceWhenItLapses() {
        ProxyPaid proxy = proxy(Insurance.MEDICAL, 380);
        county.hands(proxy);
        county.hands(lapsed(proxy));
        assertEquals("STATUS_ENDED", only(PaymentReturned.class).reason());
        county.insuresMedical(resident);
        assertEquals(0, county.handed(ContributionPaid.class).size());
    }

    @Test
    void ofAPaymentOfWhichAPartCameBackAtOnceOnlyTheOtherPartComesBack() {
        county.insuresMedical(resident);
        ProxyPaid half = proxy(Insurance.MEDICAL, 190);
        ProxyPaid whole = proxy(Insurance.MEDICAL, 380);
        county.hands(half);
        county.hands(whole);
        county.hands(lapsed(whole));
        List<PaymentReturned> returned = county.handed(PaymentReturned.class);
        assertEquals(
                List.of("EXCEEDS_DUE", "STATUS_ENDED"),
                returned.stream().map(PaymentReturned::reason).toList());
        assertEquals(Fen.ofYuan(190), returned.get(1).amount());
        assertEquals(Fen.ofYuan(190), only(RefundListed.class).paidInAll());
    }

    @Test
    void whatLapsedBeforeItWasPaidOrIsASubsidyConcernsNoClaim() {
        county.insuresMedical(resident);
        ProxyPaid proxy = proxy(Insurance.MEDICAL, 380);
        county.hands(proxy);
        county.hands(lapse(proxy, Purpose.PROXY, false), lapse(proxy, Purpose.FISCAL_SUBSIDY, true));
        assertEquals(0, county.handed(PaymentReturned.class).size());
        assertEquals(0, county.handed(RefundListed.class).size());
        assertEquals(1, county.count("select count(*) from claim where state = 'PAID'"));
    }

    private IdentityChanged ended() {
        return new IdentityChanged(
                resident.key(), new Status("DIBAO", LocalDate.of(2020, 1, 1), LocalDate.of(2023, 11, 5)), TOLD);
    }

    private ProxyPaid proxy(Insurance insurance, long yuan) {
        return new ProxyPaid(
                Uuid7.next().toString(),
                Uuid7.next().toString(),
                resident.key(),
                insurance,
                2024,
                Fen.ofYuan(yuan),
                "NOT_NAMED",
                "四(一)医疗-3",
                RUN);
    }

    private static ProxyLapsed lapsed(ProxyPaid proxy) {
        return lapse(proxy, Purpose.PROXY, true);
    }

    private static ProxyLapsed lapse(ProxyPaid of, Purpose purpose, boolean paid) {
        return new ProxyLapsed(
                of.proxyId(),
                of.applicationId(),
                of.personKey(),
                of.insurance(),
                of.feeYear(),
                purpose,
                of.amount(),
                paid,
                LapseReason.STATUS_ENDED,
                TOLD);
    }

    private <T extends Handoff> T only(Class<T> type) {
        List<T> handed = county.handed(type);
        assertEquals(1, handed.size(), handed.toString());
        return handed.get(0);
    }
}
