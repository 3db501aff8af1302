package cn.liangxian.collection.refund;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.RefundReported;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
    private static final Desk AUDIT_BUREAU = new Desk("AUDIT_BUREAU", "653130");
    private static final byte[] FORM = "%PDF-1.7 request".getBytes(StandardCharsets.US_ASCII);
    private static final String DIGEST = Scan.digest(FORM);
    private static final Map<String, Object> PROOF = Map.of("name", "退费申请表", "digest", DIGEST, "original", true);

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
        assertEquals(DIGEST, passed.documents().get(0).digest(), "the documents travel with the request");
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
        lists(PENSION, id, Map.of("name", "退费申请表", "digest", "d".repeat(64), "original", false))
                .statusCode(422)
                .body("code", equalTo("refund-copy-differs"));
        lists(PENSION, id, PROOF)
                .statusCode(409)
                .body("code", equalTo("refund-copy-not-held"), "errors[0].field", equalTo("copies"))
                .body("title", equalTo("税务局尚未留存资料复印件"));
        handsIn(PENSION, id, FORM).statusCode(201).body("heldSince", equalTo("2023-10-11"));
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
        assertEquals(DIGEST, reported.documents().get(0).digest());
    }

    @Test
    @Clause({"bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"})
    void theCopyThatTaxKeepsIsReadByTheAgencyOfTheInsuranceAndTheAuditBureauAndEveryLookIsKept() {
        String payment =
                CHANNEL.paysMedical(resident, 380).statusCode(201).extract().path("paymentId");
        String id = requested(payment, "NOT_ELIGIBLE");
        String document = "/refunds/" + id + "/documents/" + DIGEST;
        MEDICAL.get(document).statusCode(404).body("code", equalTo("refund-document-not-held"));
        MEDICAL.get("/refunds/" + id + "/documents")
                .body("digest", equalTo(List.of(DIGEST)), "[0].heldSince", nullValue());
        handsIn(TAX, id, "%PDF-1.7 another".getBytes(StandardCharsets.US_ASCII))
                .statusCode(422)
                .body("code", equalTo("refund-document-not-named"));
        handsIn(TAX, id, new byte[] {1, 2}).statusCode(422).body("code", equalTo("refund-document-unreadable"));
        handsIn(TAX, id, new byte[0]).statusCode(400);
        handsIn(TAX, id, new byte[4_194_305]).statusCode(400);
        handsIn(TAX, id, FORM).statusCode(201);
        handsIn(MEDICAL, id, FORM).statusCode(201);
        assertEquals(1, county.count("select count(*) from refund_document"), "handed in twice, kept once");
        for (Desk reader : List.of(TAX, MEDICAL, AUDIT_BUREAU, AUDIT_BUREAU)) {
            byte[] shown = reader.get(document)
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("Cache-Control", "no-store")
                    .extract()
                    .asByteArray();
            assertArrayEquals(FORM, shown);
        }
        for (Desk stranger : List.of(PENSION, new Desk("TAX", "653130101"))) {
            stranger.get(document).statusCode(404).body("code", equalTo("refund-unknown"));
            stranger.get("/refunds/" + id + "/looks").statusCode(404);
            handsIn(stranger, id, FORM).statusCode(404);
        }
        new Desk("TOWNSHIP", TOWN).get(document).statusCode(403);
        handsIn(AUDIT_BUREAU, id, FORM).statusCode(403);
        AUDIT_BUREAU
                .get("/refunds/" + id + "/looks")
                .body("department", containsInAnyOrder("TAX", "MEDICAL_INSURANCE", "AUDIT_BUREAU"))
                .body("digest[0]", equalTo(DIGEST), "seenOn[0]", equalTo("2023-10-10"));
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

    private static ValidatableResponse handsIn(Desk desk, String id, byte[] content) {
        return desk.post("/refunds/" + id + "/documents", Map.of("content", content));
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
