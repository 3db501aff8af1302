package cn.liangxian.collection.refund;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.refund.Refunds.MEDICAL;
import static cn.liangxian.collection.refund.Refunds.PENSION;
import static cn.liangxian.collection.refund.Refunds.TAX_BRANCH;
import static cn.liangxian.collection.refund.Refunds.agreed;
import static cn.liangxian.collection.refund.Refunds.approved;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.collection.RefundHandoff.RefundChecked;
import cn.liangxian.collection.RefundHandoff.RefundDecided;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.payment.Payment.Surplus;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.policy.Policy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RefundTest {

    @Inject
    County county;

    @Inject
    Policy policy;

    private static final String DIGEST = Scan.digest(new byte[] {1});

    private final Resident resident = Resident.ordinary();
    private String paid;

    @BeforeEach
    void aResidentPaidBothInsurances() {
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        county.insuresPension(350, resident);
        paid = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
    }

    @Test
    void whatIsFoundNotToBeOwedHasAReasonToGoBack() {
        for (Surplus reason : Surplus.values()) {
            assertEquals(reason.name(), RefundReason.valueOf(reason.name()).name());
        }
    }

    @Test
    void everyStateAndStepOfARefundIsInItsTableAndEveryWaitingOneWaitsOnSomebody() {
        assertEquals(EnumSet.allOf(RefundState.class), EnumSet.copyOf(RefundState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(RefundState.Step.class), EnumSet.copyOf(RefundState.LIFE.steps()));
        for (RefundState state : RefundState.values()) {
            for (var insurance : cn.liangxian.handoff.Insurance.values()) {
                assertEquals(RefundState.LIFE.isLast(state), state.waitsOn(insurance, policy) == null, state.name());
            }
        }
    }

    @Test
    @Clause({"yicheng-2024/五(四)-a", "yicheng-2024/五(三)-f"})
    void moneyForNothingOwedIsFoundByItselfCheckedAndPaidBackByTheMedicalAgencyAfterASecondPersonApproved() {
        String surplus = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
        RefundRequested requested = county.handed(RefundRequested.class).get(0);
        assertTrue(requested.automatic());
        assertEquals(surplus, requested.paymentId());
        String id = requested.caseId();
        MEDICAL.get("/refunds")
                .body("caseId", equalTo(List.of(id)))
                .body("[0].reason", equalTo("ALREADY_SETTLED"))
                .body("[0].waitsOn", equalTo("MEDICAL_INSURANCE"))
                .body("[0].waitsSince", equalTo("2023-10-21"))
                .body("[0].waitsFor", equalTo("collection-refund-checked"))
                .body("[0].waitsUntil", equalTo("2023-10-25"));
        PENSION.get("/refunds").body("size()", equalTo(0));
        request(surplus, null).statusCode(409).body("code", equalTo("refund-already-requested"));
        approved(TAX, id)
                .statusCode(409)
                .body("code", equalTo("refund-not-waiting-for-this"))
                .body("detail", equalTo("现为“待核验”"), "detailEn", equalTo("it is now: To be checked"));
        PENSION.post("/refunds/" + id + "/check", Map.of("agreed", true))
                .statusCode(403)
                .body("code", equalTo("refund-waits-on-another"));
        county.opens("2023-10-23");
        agreed(MEDICAL, id);
        approved(TAX, id).statusCode(201).body("state", equalTo("APPROVED"));
        TAX.post("/refunds/" + id + "/payment", Map.of())
                .statusCode(403)
                .body("code", equalTo("refund-waits-on-another"));
        MEDICAL.post("/refunds/" + id + "/payment", Map.of("voucher", "bank-7"))
                .statusCode(201)
                .body("state", equalTo("MADE"));
        MEDICAL.post("/refunds/" + id + "/payment", Map.of("voucher", "bank-8")).statusCode(409);
        RefundListed listed = county.handed(RefundListed.class).get(0);
        assertEquals(1, county.handed(RefundListed.class).size());
        assertEquals(Fen.ofYuan(380), listed.amount());
        assertEquals("WECHAT", listed.channel());
        assertEquals(LocalDate.of(2023, 10, 23), listed.madeOn());
        assertEquals(id, listed.caseId());
        assertNull(listed.paidInAll());
        TAX.get("/statement").body("paid.SELF.MEDICAL", equalTo(38000)).body("refunded", equalTo(38000));
    }

    @Test
    void aRefundThatWasAskedForBeforeThePolicyLapsesIsCheckedApprovedAndMadeAndNoneIsAskedForAfterwards() {
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        String id = county.handed(RefundRequested.class).get(0).caseId();
        county.opens("2024-12-31");
        agreed(MEDICAL, id);
        county.opens("2025-01-01");
        approved(TAX, id).statusCode(201);
        MEDICAL.post("/refunds/" + id + "/payment", Map.of("voucher", "bank-7"))
                .statusCode(201)
                .body("state", equalTo("MADE"));
        assertEquals(
                LocalDate.of(2025, 1, 1),
                county.handed(RefundListed.class).get(0).madeOn());
        request(paid, null).statusCode(409).body("code", equalTo("policy-not-in-force"));
    }

    @Test
    void atTheDeskEachStepIsOfferedToWhomItWaitsOnAloneUntilTheMoneyIsBack() {
        CHANNEL.paysMedical(resident, 380).statusCode(201);
        String id = county.handed(RefundRequested.class).get(0).caseId();
        page(TAX, "REQUESTED")
                .body(containsString("重复缴费"), containsString("医保"), not(containsString("/desk/refunds/step")));
        page(MEDICAL, "REQUESTED").body(containsString("/desk/refunds/step"), not(containsString(resident.idNumber())));
        page(PENSION, "REQUESTED").body(not(containsString(id)));
        step(TAX, id, "REQUESTED", true, "").statusCode(403);
        step(MEDICAL, id, "REQUESTED", false, "").statusCode(422);
        step(MEDICAL, id, "REQUESTED", true, "").statusCode(303);
        step(TAX, id, "CHECKED", true, "").statusCode(303);
        page(MEDICAL, "APPROVED").body(containsString("退款凭证号"));
        step(MEDICAL, id, "APPROVED", true, "bank-9").statusCode(303);
        page(TAX, "MADE").body(containsString(resident.key()), containsString("380.00"));
        assertEquals("bank-9", county.handed(RefundListed.class).get(0).voucher());
        CHANNEL.get("/desk/refunds").statusCode(403);
    }

    private static ValidatableResponse page(Desk desk, String state) {
        return desk.get("/desk/refunds?state=" + state).statusCode(200);
    }

    private static ValidatableResponse step(Desk desk, String id, String state, boolean yes, String text) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("id", id)
                .formParam("state", state)
                .formParam("yes", yes)
                .formParam("text", text)
                .post("/desk/refunds/step")
                .then();
    }

    @Test
    @Clause({"yicheng-2024/五(四)-a", "yicheng-2024/五(二)-d"})
    void aPensionRefundIsAskedForWithDocumentsCheckedByTheAgencyAndPaidBackByTax() {
        String pension = CHANNEL.paysPension(resident, 350L, 350).extract().path("paymentId");
        TAX.post("/refunds", Map.of("paymentId", pension, "reason", "DECEASED"))
                .statusCode(422)
                .body("code", equalTo("refund-documents-missing"));
        String id = request(pension, null).statusCode(201).extract().path("caseId");
        assertEquals(
                DIGEST,
                county.handed(RefundRequested.class).get(0).documents().get(0).digest());
        agreed(PENSION, id);
        approved(TAX, id).statusCode(403).body("code", equalTo("refund-second-person"));
        approved(TAX_BRANCH, id).statusCode(201);
        TAX.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        RefundListed listed = county.handed(RefundListed.class).get(0);
        assertEquals(Fen.ZERO, listed.paidInAll());
        TAX.get("/statement")
                .body("due.PENSION", equalTo(35000))
                .body("paid.SELF.PENSION", equalTo(0))
                .body("unpaid.PENSION", equalTo(35000));
        assertEquals(0, county.handed(EntitlementToCorrect.class).size());
    }

    @Test
    @Clause({"yicheng-2024/五(三)-f", "yicheng-2024/五(四)-a"})
    void aRefundAfterTheEntitlementWasRecordedLeadsToItsCorrectionAndTheClaimCanBePaidAgain() {
        String id = request(paid, null).statusCode(201).extract().path("caseId");
        MEDICAL.post("/refunds/" + id + "/check", Map.of("agreed", true, "entitlementRecorded", true))
                .statusCode(201);
        approved(TAX_BRANCH, id).statusCode(201);
        MEDICAL.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        EntitlementToCorrect correction =
                county.handed(EntitlementToCorrect.class).get(0);
        assertEquals(resident.key(), correction.personKey());
        assertEquals(Fen.ZERO, correction.paidInAll());
        CHANNEL.asks(resident).body("payables.find { it.insurance == 'MEDICAL' }.payable", equalTo(38000));
        CHANNEL.paysMedical(resident, 380).statusCode(201).body("complete", equalTo(true));
    }

    @Test
    @Clause({"yicheng-2024/五(四)-a", "yicheng-2024/五(二)-d", "yicheng-2024/五(三)-f"})
    void aRefusalByTheAgencyOrTheSecondPersonNeedsAReasonAndAnotherRequestMayFollow() {
        String first = request(paid, null).extract().path("caseId");
        MEDICAL.post("/refunds/" + first + "/check", Map.of("agreed", false))
                .statusCode(422)
                .body("code", equalTo("refund-reason-missing"));
        MEDICAL.post("/refunds/" + first + "/check", Map.of("agreed", false, "reason", "仍在本区参保"))
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("refusedBecause", equalTo("仍在本区参保"));
        assertEquals("仍在本区参保", county.handed(RefundChecked.class).get(0).reason());
        String second = request(paid, 10000L).statusCode(201).extract().path("caseId");
        agreed(MEDICAL, second);
        TAX_BRANCH
                .post("/refunds/" + second + "/approval", Map.of("approved", false, "reason", "材料不符"))
                .statusCode(201)
                .body("state", equalTo("REFUSED"));
        assertEquals(1, county.handed(RefundDecided.class).size());
        MEDICAL.post("/refunds/" + second + "/payment", Map.of()).statusCode(409);
        request(paid, 38001L)
                .statusCode(422)
                .body("code", equalTo("refund-exceeds-payment"))
                .body("errors[0].message", equalTo("已缴380.00元"));
        assertEquals(0, county.handed(RefundListed.class).size());
    }

    @Test
    @Clause("yicheng-2024/五(四)-a")
    void aStatusThatBeganBeforeThePaymentGivesTheOwnPartBackAndLeavesItToOthers() {
        Resident later = Resident.ordinary();
        county.insuresMedical(later);
        CHANNEL.paysMedical(later, 380).statusCode(201);
        county.opens("2023-11-10");
        county.hands(
                new IdentityChanged(
                        resident.key(),
                        new Status("DIBAO", LocalDate.of(2023, 10, 21), null),
                        LocalDate.of(2023, 11, 10)),
                new IdentityChanged(
                        later.key(),
                        new Status("DIBAO", LocalDate.of(2023, 10, 22), null),
                        LocalDate.of(2023, 11, 10)));
        List<RefundRequested> found = county.handed(RefundRequested.class);
        assertEquals(1, found.size());
        assertEquals("STATUS_BEGAN", found.get(0).reason());
        assertEquals(Fen.ofYuan(380), found.get(0).amount());
        assertEquals(paid, found.get(0).paymentId());
        Refunds.all();
        TAX.get("/statement")
                .body("due.MEDICAL", equalTo(76000))
                .body("paid.SELF.MEDICAL", equalTo(38000))
                .body("unpaid.MEDICAL", equalTo(38000));
        CHANNEL.asks(resident)
                .body("payables.find { it.insurance == 'MEDICAL' }.reason", equalTo("PAID_ON_BEHALF"))
                .body("payables.find { it.insurance == 'MEDICAL' }.state", equalTo("OPEN"));
    }

    @Test
    @Clause({"yicheng-2024/五(四)-a", "yicheng-2024/四(一)养老-6"})
    void whoPaidTheWholePensionBeforeAStatusWasToldThatHadBegunGetsBackWhatIsPaidOnBehalfNow() {
        Resident lowest = Resident.ordinary();
        county.insuresPension(350, lowest);
        CHANNEL.paysPension(resident, 500L, 500).statusCode(201).body("complete", equalTo(true));
        county.opens("2023-11-10");
        CHANNEL.paysPension(lowest, 350L, 350).statusCode(201);
        county.hands(began(resident, "2023-10-21"), began(lowest, "2023-11-11"));
        RefundRequested found = county.handed(RefundRequested.class).stream()
                .filter(request -> request.insurance() == cn.liangxian.handoff.Insurance.PENSION)
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
        assertEquals(resident.key(), found.personKey(), "of the other the status began after the payment");
        assertEquals("STATUS_BEGAN", found.reason());
        assertEquals(Fen.ofYuan(100), found.amount());
        agreed(PENSION, found.caseId());
        approved(TAX_BRANCH, found.caseId()).statusCode(201);
        TAX.post("/refunds/" + found.caseId() + "/payment", Map.of()).statusCode(201);
        assertEquals(
                Fen.ofYuan(400), county.handed(RefundListed.class).get(0).paidInAll(), "the tier stays: 400 of 500");
        CHANNEL.asks(resident)
                .body("payables.find { it.insurance == 'PENSION' }.payable", equalTo(0))
                .body("payables.find { it.insurance == 'PENSION' }.state", equalTo("PARTLY_PAID"));
    }

    private static IdentityChanged began(Resident of, String on) {
        return new IdentityChanged(
                of.key(), new Status("DIBAO", LocalDate.parse(on), null), LocalDate.of(2023, 11, 10));
    }

    @Test
    void onlyTaxOfTheAreaTakesRequestsAndAVoucherIsThatOfOneRefund() {
        CHANNEL.post("/refunds", Map.of("paymentId", paid, "reason", "DECEASED"))
                .statusCode(403);
        new Desk("TAX", "370404002")
                .post("/refunds", Map.of("paymentId", paid, "reason", "DECEASED"))
                .statusCode(404);
        for (int i = 0; i < 2; i++) {
            CHANNEL.paysMedical(resident, 380).statusCode(201);
        }
        List<String> cases = TAX.get("/refunds").extract().path("caseId");
        cases.forEach(id -> agreed(MEDICAL, id));
        cases.forEach(id -> approved(TAX, id).statusCode(201));
        pays(cases.get(0)).statusCode(201);
        pays(cases.get(1)).statusCode(422).body("code", equalTo("refund-voucher-taken"));
    }

    private static ValidatableResponse pays(String id) {
        return MEDICAL.post("/refunds/" + id + "/payment", Map.of("voucher", "bank-7"));
    }

    @Test
    void documentsAreNamedByADigestOfWhichACopyCanBeHeldAndWithoutAnIdNumber() {
        asks("证明", null).statusCode(422).body("errors[0].field", equalTo("digest"), "errors[0].row", equalTo(1));
        asks("证明", DIGEST.substring(1)).statusCode(422).body("code", equalTo("refund-document-misnamed"));
        asks("证明", DIGEST.toUpperCase(Locale.ROOT)).statusCode(422);
        asks("证明", "g" + DIGEST.substring(1)).statusCode(422);
        asks("", DIGEST).statusCode(422).body("errors[0].field", equalTo("name"));
        asks("证".repeat(61), DIGEST).statusCode(422);
        asks("张三370404900101123证明", DIGEST)
                .statusCode(422)
                .body("errors[0].message", equalTo("不得含身份证号码"), "errors[0].messageEn", equalTo("bears no ID number"));
        assertEquals(0, county.handed(RefundRequested.class).size(), "nothing of it went out");
        asks("证".repeat(46) + "12345678901234", DIGEST).statusCode(201);
    }

    private ValidatableResponse asks(String name, String digest) {
        Map<String, Object> document = new HashMap<>();
        document.put("name", name);
        document.put("digest", digest);
        document.put("original", true);
        return TAX.post("/refunds", Map.of("paymentId", paid, "reason", "DECEASED", "documents", List.of(document)));
    }

    private static ValidatableResponse request(String payment, Long fen) {
        Map<String, Object> request = new HashMap<>();
        request.put("paymentId", payment);
        request.put("reason", "DECEASED");
        request.put("documents", List.of(Map.of("name", "死亡证明", "digest", DIGEST, "original", true)));
        if (fen != null) {
            request.put("amount", fen);
        }
        return TAX.post("/refunds", request);
    }
}
