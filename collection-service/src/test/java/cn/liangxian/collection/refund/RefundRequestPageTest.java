package cn.liangxian.collection.refund;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.refund.Refunds.MEDICAL;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that a resident asks for, taken on by tax at its desk from the payment that goes back. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RefundRequestPageTest {

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
        asks(TAX, key, "100", "proof").statusCode(303);
        asks(TAX, key, "100", "proof").statusCode(303);
        assertEquals(1, county.handed(RefundRequested.class).size(), "sent twice, taken once");
        RefundRequested requested = county.handed(RefundRequested.class).get(0);
        Document document = requested.documents().get(0);
        assertEquals(Fen.ofYuan(100), requested.amount());
        assertFalse(requested.automatic());
        assertEquals("证明1.pdf", document.name(), "never as the file is called");
        assertTrue(document.original());
        assertTrue(document.digest().matches("[0-9a-f]{64}"));
        MEDICAL.get("/desk/refunds")
                .body(containsString("证明1.pdf · 已核原件"), not(containsString("张三")), containsString("100.00"));
        asks(TAX, Uuid7.next().toString(), "100", "proof").statusCode(409).body(containsString("该笔缴费已有退费申请"));
    }

    @Test
    void whatWasOwedGoesBackOnProofOnlyNeverMoreThanItAndByTaxOfTheAreaAlone() {
        asks(TAX, "no-proof", "380", "").statusCode(422).body(containsString("缺少退费证明材料"));
        asks(TAX, "too-much", "380.01", "proof").statusCode(422).body(containsString("退费金额超过缴费金额"));
        asks(TAX, "no-sum", "all", "proof").statusCode(400);
        asks(new Desk("TAX", "370404002"), "elsewhere", "380", "proof").statusCode(404);
        asks(MEDICAL, "agency", "380", "proof").statusCode(403);
        MEDICAL.get("/desk/refunds/request?payment=" + paid).statusCode(403);
        new Desk("TAX", "370404002")
                .get("/desk/refunds/request?payment=" + paid)
                .statusCode(404);
        TAX.get("/desk/refunds/request").statusCode(400);
        assertEquals(0, county.count("select count(*) from refund_case"));
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
