package cn.liangxian.collection.refund;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.refund.Refunds.MEDICAL;
import static cn.liangxian.collection.refund.Refunds.PENSION;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that a resident asks for, taken on by tax at its desk from the payment that goes back. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RefundRequestPageTest {

    private static final String PROOF = "%PDF-1.7 that she is dead";

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();
    private String paid;

    @BeforeEach
    void aResidentPaid() {
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        paid = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
    }

    @Test
    @Clause("yicheng-2024/五(四)-a")
    void taxTakesARequestOnFromThePaymentAndTheAgencySeesItsDocuments() {
        receipts(TAX).body(containsString("/desk/refunds/request?payment=" + paid));
        receipts(new Desk("TOWNSHIP", "370404001")).body(not(containsString("/desk/refunds/request")));
        TAX.get("/desk/refunds/request?payment=" + paid)
                .statusCode(200)
                .body(containsString("value=\"380.00\""), containsString("死亡"))
                .body(not(containsString("重复缴费")), not(containsString(resident.idNumber())));
        String key = Uuid7.next().toString();
        asks(TAX, key, "100", PROOF).statusCode(303);
        asks(TAX, key, "100", PROOF).statusCode(303);
        assertEquals(1, county.handed(RefundRequested.class).size(), "sent twice, taken once");
        RefundRequested requested = county.handed(RefundRequested.class).get(0);
        Document document = requested.documents().get(0);
        assertEquals(Fen.ofYuan(100), requested.amount());
        assertFalse(requested.automatic());
        assertEquals("证明1.pdf", document.name(), "never as the file is called");
        assertTrue(document.original());
        assertTrue(document.digest().matches("[0-9a-f]{64}"));
        MEDICAL.get("/desk/refunds")
                .body(containsString("证明1.pdf</a> · 已核原件"), not(containsString("张三")), containsString("100.00"));
        asks(TAX, Uuid7.next().toString(), "100", PROOF).statusCode(409).body(containsString("该笔缴费已有退费申请"));
    }

    @Test
    void whatWasOwedGoesBackOnProofOnlyNeverMoreThanItAndByTaxOfTheAreaAlone() {
        asks(TAX, "no-proof", "380", "").statusCode(422).body(containsString("缺少退费证明材料"));
        asks(TAX, "too-much", "380.01", PROOF).statusCode(422).body(containsString("退费金额超过缴费金额"));
        asks(TAX, "no-sum", "all", PROOF).statusCode(400);
        asks(new Desk("TAX", "370404002"), "elsewhere", "380", PROOF).statusCode(404);
        asks(MEDICAL, "agency", "380", PROOF).statusCode(403);
        MEDICAL.get("/desk/refunds/request?payment=" + paid).statusCode(403);
        new Desk("TAX", "370404002")
                .get("/desk/refunds/request?payment=" + paid)
                .statusCode(404);
        TAX.get("/desk/refunds/request").statusCode(400);
        assertEquals(0, county.count("select count(*) from refund_case"));
    }

    @Test
    @Clause({"bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"})
    void theSecondPersonAndTheAgencyReadTheDocumentAtTheirDesksAndEachLookStandsThere() {
        asks(TAX, "once", "380", PROOF).statusCode(303);
        RefundRequested requested = county.handed(RefundRequested.class).get(0);
        String page = "/desk/refunds/documents?id=" + requested.caseId();
        String one = "/desk/refunds/documents/one?id=" + requested.caseId() + "&digest="
                + requested.documents().get(0).digest();
        MEDICAL.get(page)
                .statusCode(200)
                .body(containsString("2023-10-21"), containsString("此前无人查看"), not(containsString("尚未留存")));
        for (Desk reader : List.of(MEDICAL, Refunds.TAX_BRANCH)) {
            reader.get(one).statusCode(200).contentType("application/pdf").body(equalTo(PROOF));
        }
        MEDICAL.get(page).body(containsString("医保"), containsString("证明1.pdf"), not(containsString("此前无人查看")));
        PENSION.get(page).statusCode(404);
        PENSION.get(one).statusCode(404);
        new Desk("TOWNSHIP", "370404001").get(page).statusCode(403);
        MEDICAL.get("/desk/refunds/documents").statusCode(400);
    }

    @Test
    void aFileThatIsNoPaperOrTooLargeIsRefusedBeforeTheRequestIsTaken() {
        asks(TAX, "text", "380", "proof").statusCode(422).body(containsString("不是可打开的PDF、JPEG、PNG文件"));
        String most = PROOF + "x".repeat(4_194_304 - PROOF.length());
        asks(TAX, "larger", "380", most + "x").statusCode(400).body(containsString("单个文件不得超过4 MB"));
        assertEquals(0, county.count("select count(*) from refund_case"));
        asks(TAX, "largest", "380", most).statusCode(303);
        assertEquals(4_194_304, county.count("select length(content) from refund_document"));
    }

    @Test
    void twentyDocumentsProveARequestAndOneMoreIsRefusedBeforeAnyIsRead() {
        asksWith(21, "no paper").statusCode(400).body(containsString("材料最多20份"));
        asksWith(21, PROOF).statusCode(400);
        assertEquals(0, county.count("select count(*) from refund_case"));
        asksWith(20, PROOF).statusCode(303);
        assertEquals(20, county.count("select count(*) from refund_document"));
    }

    private ValidatableResponse asksWith(int files, String content) {
        var request =
                form().multiPart("amount", "380").multiPart("key", Uuid7.next().toString());
        for (int i = 0; i < files; i++) {
            byte[] bytes = (content + i).getBytes(StandardCharsets.UTF_8);
            request.multiPart("documents", i + ".pdf", bytes, "application/pdf");
        }
        return request.post("/desk/refunds/request").then();
    }

    private RequestSpecification form() {
        return TAX.request()
                .redirects()
                .follow(false)
                .contentType("multipart/form-data")
                .multiPart("payment", paid)
                .multiPart("reason", "DECEASED")
                .multiPart("original", "yes");
    }

    @Test
    @Clause("bachu-2022/第三十四条(2)")
    void aCopyThatIsStillToComeIsHandedInAtTheDeskOfTheAgency() {
        String id = TAX.post(
                        "/refunds",
                        Map.of(
                                "paymentId",
                                paid,
                                "reason",
                                "DECEASED",
                                "documents",
                                List.of(Map.of(
                                        "name",
                                        "证明",
                                        "digest",
                                        Scan.digest(PROOF.getBytes(StandardCharsets.UTF_8)),
                                        "original",
                                        true))))
                .extract()
                .path("caseId");
        MEDICAL.get("/desk/refunds/documents?id=" + id).body(containsString("尚未留存"), containsString("补交复印件"));
        new Desk("AUDIT_BUREAU", "370404")
                .get("/desk/refunds/documents?id=" + id)
                .body(containsString("尚未留存"), not(containsString("补交复印件")));
        handsIn(id, "%PDF-1.7 another").statusCode(422).body(containsString("退费申请未列明该资料"));
        handsIn(id, PROOF).statusCode(303);
        MEDICAL.get("/desk/refunds/documents?id=" + id).body(not(containsString("尚未留存")), not(containsString("补交复印件")));
    }

    private static ValidatableResponse handsIn(String id, String content) {
        return MEDICAL.request()
                .redirects()
                .follow(false)
                .contentType("multipart/form-data")
                .multiPart("id", id)
                .multiPart("key", Uuid7.next().toString())
                .multiPart("documents", "x.pdf", content.getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/desk/refunds/documents")
                .then();
    }

    private ValidatableResponse receipts(Desk desk) {
        return desk.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("idNumber", resident.idNumber())
                .post("/desk/receipts")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asks(Desk desk, String key, String amount, String proof) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("multipart/form-data")
                .multiPart("payment", paid)
                .multiPart("amount", amount)
                .multiPart("reason", "DECEASED")
                .multiPart("original", "yes")
                .multiPart("key", key)
                .multiPart(
                        "documents",
                        "张三370404199001011234死亡.PDF",
                        proof.getBytes(StandardCharsets.UTF_8),
                        "application/pdf")
                .post("/desk/refunds/request")
                .then();
    }
}
