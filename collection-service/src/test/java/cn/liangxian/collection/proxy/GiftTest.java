package cn.liangxian.collection.proxy;

import static cn.liangxian.collection.Desk.CHANNEL;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.SponsorshipPaid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class GiftTest {

    @Inject
    County county;

    private final Resident seventy = Resident.born("1950-01-01");

    @BeforeEach
    void theDayOfAProxyRun() {
        county.begins("2023-11-10");
    }

    @Test
    void everyStateAndStepOfAGiftIsInItsTable() {
        assertEquals(EnumSet.allOf(GiftState.class), EnumSet.copyOf(GiftState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(GiftState.Step.class), EnumSet.copyOf(GiftState.LIFE.steps()));
    }

    @Test
    void theWholeIsPaidOnBehalfOfAPersonOfSeventy() {
        county.insuresMedical(seventy);
        ProxyPaid proxy = proxy(seventy, Insurance.MEDICAL, 380);
        county.handsTwice(List.of(proxy));
        ContributionPaid paid = only(ContributionPaid.class);
        assertTrue(paid.complete());
        assertEquals(Payer.PROXY, paid.payer());
        assertEquals("PROXY", paid.channel());
        assertEquals(proxy.proxyId(), paid.voucher());
        assertEquals("DISTRICT_FINANCE", paid.funder());
        assertEquals(LocalDate.of(2023, 11, 10), paid.paidOn());
        // the same payment reported by another event
        county.hands(proxy);
        assertEquals(1, county.handed(ContributionPaid.class).size());
        assertEquals(0, county.handed(PaymentReturned.class).size());
    }

    @Test
    void bothHalvesOfAPersonOfSixtyFiveMakeTheWholeInEitherOrder() {
        Resident one = Resident.born("1958-01-01");
        Resident other = Resident.born("1958-01-01");
        county.insuresMedical(one, other);
        CHANNEL.paysMedical(one, 190).body("complete", equalTo(false));
        county.hands(proxy(one, Insurance.MEDICAL, 190), proxy(other, Insurance.MEDICAL, 190));
        CHANNEL.paysMedical(other, 190).body("complete", equalTo(true));
        assertEquals(4, county.handed(ContributionPaid.class).size());
        assertEquals(2, county.count("select count(*) from claim where state = 'PAID'"));
    }

    @Test
    void aProxyPaymentForASettledClaimGoesBack() {
        Resident fiftyNine = Resident.born("1963-11-11");
        county.insuresMedical(fiftyNine);
        Desk.TAX
                .post("/contributions", Desk.offer("COUNTER", fiftyNine, Insurance.MEDICAL, null, 380, "counter"))
                .statusCode(201);
        county.opens("2023-11-11");
        ProxyPaid proxy = proxy(fiftyNine, Insurance.MEDICAL, 190);
        county.handsTwice(List.of(proxy));
        assertEquals(
                new PaymentReturned(
                        proxy.proxyId(),
                        Payer.PROXY,
                        fiftyNine.key(),
                        Insurance.MEDICAL,
                        Fen.ofYuan(190),
                        "ALREADY_SETTLED"),
                only(PaymentReturned.class));
        assertEquals(1, county.handed(ContributionPaid.class).size());
    }

    @Test
    void ofASponsorshipThatIsMoreThanUnpaidTheRestGoesBack() {
        Resident sixtyFive = Resident.born("1958-01-01");
        county.insuresMedical(sixtyFive);
        county.hands(proxy(sixtyFive, Insurance.MEDICAL, 190));
        county.hands(sponsorship(sixtyFive, 380));
        assertEquals(Fen.ofYuan(190), only(PaymentReturned.class).amount());
        assertEquals("EXCEEDS_DUE", only(PaymentReturned.class).reason());
        assertEquals(2, county.handed(ContributionPaid.class).size());
        assertEquals(19000, county.count("select paid_sponsor from claim"));
    }

    @Test
    void whatIsPaidOnBehalfOfWhoseRegistrationWasCancelledGoesBack() {
        county.insuresMedical(seventy);
        county.hands(new PersonRegistered(
                seventy.key(),
                Insurance.MEDICAL,
                RegistrationKind.CANCELLED,
                "370404001",
                "370404001003",
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 1)));
        county.hands(proxy(seventy, Insurance.MEDICAL, 380));
        assertEquals("REGISTRATION_CANCELLED", only(PaymentReturned.class).reason());
        assertEquals(Fen.ofYuan(380), only(PaymentReturned.class).amount());
        assertEquals(0, county.handed(ContributionPaid.class).size());
    }

    @Test
    void whatASponsorPaidTheResidentDoesNotOwe() {
        Resident resident = Resident.ordinary();
        county.insuresMedical(resident);
        county.hands(sponsorship(resident, 200));
        CHANNEL.asks(resident).body("payables[0].payable", equalTo(18000));
        CHANNEL.paysMedical(resident, 380).statusCode(422);
        CHANNEL.paysMedical(resident, 180).statusCode(201).body("complete", equalTo(true));
    }

    @Test
    void theProxyPaymentOfAPensionLeavesTheRestOfTheRostersTierToTheResident() {
        Resident poor = Resident.born("1980-01-01", "DIBAO");
        county.insuresPension(500, poor);
        county.hands(proxy(poor, Insurance.PENSION, 100));
        assertEquals(Fen.ofYuan(500), only(ContributionPaid.class).due());
        CHANNEL.asks(poor).body("payables[0].payable", equalTo(40000));
        CHANNEL.paysPension(poor, 800L, 700)
                .statusCode(201)
                .body("due", equalTo(80000))
                .body("complete", equalTo(true));
    }

    @Test
    void aProxyPaymentThatComesBeforeTheRosterWaitsAndIsUsedWhenTheRosterIsAccepted() {
        var lines = county.lines(Uuid7.next().toString(), Insurance.MEDICAL, 380, seventy);
        county.hands(lines);
        county.hands(proxy(seventy, Insurance.MEDICAL, 380));
        assertEquals(0, county.handed(ContributionPaid.class).size());
        assertEquals(1, county.count("select count(*) from on_behalf where state = 'WAITING_FOR_CLAIM'"));
        county.opens("2023-11-11");
        county.hands(County.header(lines));
        assertTrue(only(ContributionPaid.class).complete());
        assertEquals(LocalDate.of(2023, 11, 11), only(ContributionPaid.class).paidOn());
        assertEquals(0, county.count("select count(*) from on_behalf where state = 'WAITING_FOR_CLAIM'"));
    }

    @Test
    void whatAGiftLeadsToBelongsToTheGiftsChainAlsoAfterWaiting() {
        Resident other = Resident.born("1950-01-01");
        county.insuresMedical(seventy);
        county.hands(proxy(seventy, Insurance.MEDICAL, 380), proxy(seventy, Insurance.MEDICAL, 380));
        county.hands(proxy(other, Insurance.MEDICAL, 380));
        county.insuresMedical(other);
        List<Envelope> envelopes = new ArrayList<>(county.envelopes(ContributionPaid.class));
        envelopes.addAll(county.envelopes(PaymentReturned.class));
        assertEquals(3, envelopes.size());
        for (Envelope envelope : envelopes) {
            assertEquals("chain-" + envelope.causation(), envelope.correlation());
        }
        assertEquals(3, envelopes.stream().map(Envelope::causation).distinct().count());
    }

    @Test
    void aProxyPaymentWithoutClaimWaitsThirtyDaysAndGoesBackOnTheNext() {
        county.hands(proxy(seventy, Insurance.MEDICAL, 380));
        county.opens("2023-12-10");
        assertEquals(0, county.handed(PaymentReturned.class).size());
        county.opens("2023-12-11");
        assertEquals("CLAIM_UNKNOWN", only(PaymentReturned.class).reason());
        county.insuresMedical(seventy);
        assertEquals(0, county.handed(ContributionPaid.class).size());
    }

    private static ProxyPaid proxy(Resident resident, Insurance insurance, long yuan) {
        return new ProxyPaid(
                Uuid7.next().toString(),
                Uuid7.next().toString(),
                resident.key(),
                insurance,
                2024,
                Fen.ofYuan(yuan),
                "DISTRICT_FINANCE",
                "四(一)医疗-4",
                LocalDate.of(2023, 11, 10));
    }

    private static SponsorshipPaid sponsorship(Resident resident, long yuan) {
        return new SponsorshipPaid(
                Uuid7.next().toString(),
                "一家企业",
                resident.key(),
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(yuan),
                LocalDate.of(2023, 11, 10));
    }

    private <T extends cn.liangxian.handoff.Handoff> T only(Class<T> type) {
        List<T> handed = county.handed(type);
        assertEquals(1, handed.size(), handed.toString());
        return handed.get(0);
    }
}
