package cn.liangxian.collection.refund;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of one payment money goes back as often as there is a reason for it, and never more than was paid. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class RefundAgainTest {

    private static final LocalDate PAID_ON = LocalDate.of(2023, 10, 10);
    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk SECOND = new Desk("TAX", "653130100");
    private static final Desk CHANNEL = new Desk("CHANNEL", "653130");
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");
    private static final Map<String, Object> PROOF = Map.of(
            "name", "证明", "digest", Scan.digest("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), "original", true);

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(TOWN + "201");
    private String payment;

    @BeforeEach
    void aResidentPaidTheWholePrice() {
        county.begins(PAID_ON.toString());
        county.insuresMedical(resident);
        payment = CHANNEL.paysMedical(resident, 380).statusCode(201).extract().path("paymentId");
    }

    @Test
    @Clause({"bachu-2022/第三十三条(1)", "bachu-2022/第三十四条(2)"})
    void aSecondStatusToldAfterTheRefundForTheFirstGivesTheRestBack() {
        told("DIBAO", PAID_ON);
        goesBack(only().caseId());
        told("TEKUN", PAID_ON);
        RefundRequested rest = last();
        assertEquals(payment, rest.paymentId());
        assertEquals(Fen.ofYuan(190), rest.amount());
        goesBack(rest.caseId());
        assertEquals(
                List.of(Fen.ofYuan(190), Fen.ZERO),
                county.handed(RefundListed.class).stream()
                        .map(RefundListed::paidInAll)
                        .toList());
        TAX.get("/statement").body("paid.SELF.MEDICAL", equalTo(0)).body("refunded", equalTo(38000));
        TAX.post("/receipts", Map.of("idNumber", resident.idNumber(), "paymentId", payment))
                .statusCode(200)
                .body("state", equalTo("VOID"), "lines.refunded", equalTo(List.of(38000)));
        told("ORPHAN", PAID_ON);
        assertEquals(2, county.handed(RefundRequested.class).size(), "nothing is left that could go back");
        county.opens("2023-10-11");
        assertEquals(
                Fen.ofYuan(380),
                county.handed(DaySummed.class).stream()
                        .filter(sum -> sum.date().equals(PAID_ON) && sum.insurance() == Insurance.MEDICAL)
                        .findFirst()
                        .orElseThrow()
                        .refunded());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void aSecondStatusToldWhileTheRefundForTheFirstIsUnderWayIsLookedAtWhenThatIsMadeOrRefused() {
        told("DIBAO", PAID_ON);
        told("TEKUN", PAID_ON);
        goesBack(only().caseId());
        assertEquals(Fen.ofYuan(190), last().amount(), "what is left of 380");
        told("ORPHAN", PAID_ON);
        refused(last().caseId());
        assertEquals(3, county.handed(RefundRequested.class).size());
        assertEquals(Fen.ofYuan(190), last().amount());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void aStatusThatBeganADayAfterThePaymentGivesNothingBackHoweverManyRefundsThereWere() {
        told("DIBAO", PAID_ON);
        told("TEKUN", PAID_ON.plusDays(1));
        goesBack(only().caseId());
        told("ORPHAN", PAID_ON.plusDays(1));
        assertEquals(1, county.handed(RefundRequested.class).size());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whatTheAgencyRefusedIsNotFoundAgainUntilSomethingIsTold() {
        told("DIBAO", PAID_ON);
        refused(only().caseId());
        assertEquals(1, county.handed(RefundRequested.class).size());
        told("DIBAO", PAID_ON);
        assertEquals(2, county.handed(RefundRequested.class).size());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void aStatusToldWhileARequestIsUnderWayIsLookedAtWhenTheRequestIsRefused() {
        String asked = requested(null).statusCode(201).extract().path("caseId");
        told("DIBAO", PAID_ON);
        assertEquals(1, county.handed(RefundRequested.class).size());
        requested(null).statusCode(409).body("code", equalTo("refund-already-requested"));
        refused(asked);
        assertTrue(last().automatic());
        assertEquals(Fen.ofYuan(190), last().amount());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void aStatusToldWhileARequestIsUnderWayIsLookedAtWhenTheSecondPersonRefusesIt() {
        String asked = requested(10000L).statusCode(201).extract().path("caseId");
        told("DIBAO", PAID_ON);
        Refunds.agreed(MEDICAL, asked);
        SECOND.post("/refunds/" + asked + "/approval", Map.of("approved", false, "reason", "材料不符"))
                .statusCode(201);
        assertEquals(Fen.ofYuan(190), last().amount());
    }

    @Test
    @Clause({"bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"})
    void whoDiedAfterAPartWentBackGetsTheRestAndNotAFenMore() {
        told("DIBAO", PAID_ON);
        goesBack(only().caseId());
        requested(19001L)
                .statusCode(422)
                .body("code", equalTo("refund-exceeds-payment"))
                .body("errors[0].message", equalTo("已缴380.00元，已退190.00元"));
        String rest = requested(19000L).statusCode(201).extract().path("caseId");
        Refunds.agreed(MEDICAL, rest);
        Refunds.approved(SECOND, rest).statusCode(201);
        MEDICAL.post("/refunds/" + rest + "/payment", Map.of()).statusCode(201);
        requested(null).statusCode(409).body("code", equalTo("refund-already-requested"));
        TAX.get("/statement").body("paid.SELF.MEDICAL", equalTo(0)).body("unpaid.MEDICAL", equalTo(38000));
    }

    @Test
    void whoNamesNoAmountAsksForAllThatIsLeft() {
        told("DIBAO", PAID_ON);
        goesBack(only().caseId());
        requested(null).statusCode(201).body("amount", equalTo(19000));
        TAX.get("/desk/refunds/request?payment=" + payment).statusCode(200);
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whatIsTooMuchOfTwoPaymentsGoesBackOfTheLaterOneFirst() {
        Resident twice = Resident.ordinary().of(TOWN + "201");
        county.insuresMedical(twice);
        told(twice, "DIBAO", PAID_ON, null);
        String first = CHANNEL.paysMedical(twice, 190).statusCode(201).extract().path("paymentId");
        told(twice, "DIBAO", PAID_ON.minusYears(1), PAID_ON.minusDays(1));
        String second =
                CHANNEL.paysMedical(twice, 190).statusCode(201).extract().path("paymentId");
        told(twice, "TEKUN", PAID_ON, null);
        assertEquals(second, only().paymentId());
        goesBack(only().caseId());
        assertEquals(first, last().paymentId());
        assertEquals(Fen.ofYuan(190), last().amount());
        goesBack(last().caseId());
        assertEquals(2, county.handed(RefundRequested.class).size());
    }

    @Test
    void aRequestAndTheRefundOfAnotherAtTheSameTimeNeverGiveBackMoreThanWasPaid() {
        told("DIBAO", PAID_ON);
        String first = only().caseId();
        Refunds.agreed(MEDICAL, first);
        Refunds.approved(SECOND, first).statusCode(201);
        var paying = CompletableFuture.supplyAsync(() -> MEDICAL.post("/refunds/" + first + "/payment", Map.of()));
        var asking = CompletableFuture.supplyAsync(() -> requested(38000L));
        paying.join().statusCode(201);
        int refused = asking.join().extract().statusCode();
        assertTrue(refused == 409 || refused == 422, "under way, or more than is left: " + refused);
        assertEquals(1, county.handed(RefundListed.class).size());
    }

    @Test
    void theDatabaseGivesNothingBackBeyondThePayment() {
        told("DIBAO", PAID_ON);
        goesBack(only().caseId());
        String more =
                """
                insert into refund (refund_id, payment_id, insurance, amount, channel, voucher, reason, made_on)
                select gen_random_uuid(), payment_id, insurance, %d, channel, 'more', 'STATUS_BEGAN', made_on from refund""";
        assertThrows(IllegalStateException.class, () -> county.asOwner(more.formatted(19001)));
        county.asOwner(more.formatted(19000));
    }

    private void told(String category, LocalDate from) {
        told(resident, category, from, null);
    }

    private void told(Resident of, String category, LocalDate from, LocalDate until) {
        county.hands(new IdentityChanged(of.key(), new Status(category, from, until), PAID_ON));
    }

    private RefundRequested only() {
        List<RefundRequested> found = county.handed(RefundRequested.class);
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }

    private RefundRequested last() {
        return county.handed(RefundRequested.class).stream()
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static void goesBack(String id) {
        Refunds.agreed(MEDICAL, id);
        Refunds.approved(SECOND, id).statusCode(201);
        MEDICAL.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
    }

    private static void refused(String id) {
        MEDICAL.post("/refunds/" + id + "/check", Map.of("agreed", false, "reason", "未查到参保记录"))
                .statusCode(201)
                .body("state", equalTo("REFUSED"));
    }

    private ValidatableResponse requested(Long fen) {
        Map<String, Object> request = new HashMap<>();
        request.put("paymentId", payment);
        request.put("reason", "DECEASED");
        request.put("documents", List.of(PROOF));
        if (fen != null) {
            request.put("amount", fen);
        }
        return TAX.post("/refunds", request);
    }
}
