package cn.liangxian.collection.refund;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.RefundReported;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund for a wrong tier or a person who may not take part, from the documents to the list of refunds. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class RefundListTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk SECOND = new Desk("TAX", "653130100");
    private static final Desk CHANNEL = new Desk("CHANNEL", "653130");
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");
    private static final Desk PENSION = new Desk("SOCIAL_INSURANCE", "653130");
    private static final Map<String, Object> PROOF = Map.of("name", "退费申请表", "digest", "d1", "original", true);

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(TOWN + "201");

    @BeforeEach
    void aResidentMayPay() {
        county.begins("2023-10-10");
        county.insuresMedical(resident);
        county.insuresPension(200, resident);
    }

    @Test
    @Clause({"bachu-2022/第三十三条(1)", "bachu-2022/第三十三条(2)", "bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"})
    void whatWasPaidInAWrongTierGoesBackAndTheAgencyReportsItWithCopiesOfTheDocumentsAndKeepsTheOriginals() {
        String payment = CHANNEL.paysPension(resident, 500L, 500)
                .statusCode(201)
                .extract()
                .path("paymentId");
        String id = requested(payment, "WRONG_TIER");
        RefundRequested passed = county.handed(RefundRequested.class).get(0);
        assertEquals("d1", passed.documents().get(0).digest(), "the documents travel with the request");
        lists(PENSION, id, PROOF).statusCode(409).body("code", equalTo("refund-not-made"));
        Refunds.agreed(PENSION, id);
        Refunds.approved(SECOND, id).statusCode(201);
        TAX.post("/refunds/" + id + "/payment", Map.of())
                .statusCode(403)
                .body("code", equalTo("refund-waits-on-another"));
        PENSION.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        county.opens("2023-10-11");
        lists(MEDICAL, id, PROOF).statusCode(404);
        lists(TAX, id, PROOF).statusCode(403);
        lists(PENSION, id, Map.of("name", "退费申请表", "digest", "another", "original", false))
                .statusCode(422)
                .body("code", equalTo("refund-copy-differs"));
        lists(PENSION, id, PROOF).statusCode(201).body("total", equalTo(50000));
        lists(PENSION, id, PROOF)
                .statusCode(409)
                .body("code", equalTo("refund-reported"))
                .body("errors[0].message", equalTo("此前已反馈"), "errors[0].messageEn", equalTo("reported before"));
        RefundReported reported = county.handed(RefundReported.class).get(0);
        assertEquals(Fen.ofYuan(500), reported.amount());
        assertEquals("2023-10-10", reported.madeOn().toString());
        assertEquals("2023-10-11", reported.on().toString());
        assertEquals("社保局档案室", reported.originalsAt());
        assertEquals("d1", reported.documents().get(0).digest());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whoGotTheWrongTierBackPaysTheRightOne() {
        String payment = CHANNEL.paysPension(resident, 500L, 500)
                .statusCode(201)
                .extract()
                .path("paymentId");
        String id = requested(payment, "WRONG_TIER");
        Refunds.agreed(PENSION, id);
        Refunds.approved(SECOND, id).statusCode(201);
        PENSION.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        CHANNEL.paysPension(resident, 200L, 200).statusCode(201);
        ContributionPaid right = county.handed(ContributionPaid.class).get(1);
        assertEquals(Fen.ofYuan(200), right.due());
        assertEquals(Fen.ofYuan(200), right.paidInAll());
    }

    @Test
    @Clause("bachu-2022/第三十三条(1)")
    void whatWasPaidBySomebodyWhoMayNotTakePartGoesBackOnProofOnly() {
        String payment =
                CHANNEL.paysMedical(resident, 380).statusCode(201).extract().path("paymentId");
        TAX.post("/refunds", Map.of("paymentId", payment, "reason", "NOT_ELIGIBLE"))
                .statusCode(422)
                .body("code", equalTo("refund-documents-missing"));
        String id = requested(payment, "NOT_ELIGIBLE");
        Refunds.agreed(MEDICAL, id);
        Refunds.approved(SECOND, id).statusCode(201);
        MEDICAL.post("/refunds/" + id + "/payment", Map.of())
                .statusCode(201)
                .body("state", equalTo("MADE"))
                .body("reason", equalTo("NOT_ELIGIBLE"));
    }

    @Test
    @Clause("bachu-2022/第八条(2)")
    void nothingIsCollectedFromWhoStandsInNoRosterThatTheAgenciesHandedOver() {
        Resident stranger = Resident.ordinary().of(TOWN + "201");
        CHANNEL.paysMedical(stranger, 380).statusCode(404).body("code", equalTo("payer-unknown"));
        var lines = county.lines(
                java.util.UUID.randomUUID().toString(), cn.liangxian.handoff.Insurance.MEDICAL, 380, stranger);
        county.hands(lines);
        CHANNEL.paysMedical(stranger, 380).statusCode(404);
        county.hands(County.header(lines));
        CHANNEL.paysMedical(stranger, 380).statusCode(201);
    }

    private static String requested(String payment, String reason) {
        return TAX.post("/refunds", Map.of("paymentId", payment, "reason", reason, "documents", List.of(PROOF)))
                .statusCode(201)
                .extract()
                .path("caseId");
    }

    private static ValidatableResponse lists(Desk desk, String id, Map<String, Object> copy) {
        return desk.post(
                "/refund-lists",
                Map.of(
                        "refunds",
                        List.of(Map.of("caseId", id, "copies", List.of(copy))),
                        "originalsAt",
                        "社保局档案室",
                        "signedBy",
                        "经办人"));
    }
}
