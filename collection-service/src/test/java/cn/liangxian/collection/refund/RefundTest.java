package cn.liangxian.collection.refund;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class RefundTest {

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();
    private String paid;
    private String surplus;

    @BeforeEach
    void aResidentPaidTwice() {
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        paid = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
        surplus = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
    }

    @Test
    void everyStateAndStepOfASurplusIsInItsTable() {
        assertEquals(EnumSet.allOf(RefundState.class), EnumSet.copyOf(RefundState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(RefundState.Step.class), EnumSet.copyOf(RefundState.LIFE.steps()));
    }

    @Test
    void aSurplusIsListedUntilItIsPaidBackOnceAndInFull() {
        TAX.get("/refunds?state=OPEN")
                .statusCode(200)
                .body("paymentId", equalTo(java.util.List.of(surplus)))
                .body("[0].amount", equalTo(38000));
        county.opens("2023-10-23");
        String refundId = TAX.post("/refunds/" + surplus, Map.of("voucher", "bank-7"))
                .statusCode(201)
                .body("state", equalTo("REFUNDED"))
                .body("refundVoucher", equalTo("bank-7"))
                .extract()
                .path("refundId");
        TAX.post("/refunds/" + surplus, Map.of()).statusCode(201).body("refundId", equalTo(refundId));
        TAX.get("/refunds?state=OPEN").body("size()", equalTo(0));
        TAX.get("/refunds?state=REFUNDED").body("size()", equalTo(1));
        assertEquals(1, county.handed(RefundListed.class).size());
        RefundListed listed = county.handed(RefundListed.class).get(0);
        assertEquals(Fen.ofYuan(380), listed.amount());
        assertEquals("WECHAT", listed.channel());
        assertEquals(LocalDate.of(2023, 10, 23), listed.madeOn());
    }

    @Test
    void whatWasOwedIsNotRefunded() {
        TAX.post("/refunds/" + paid, Map.of()).statusCode(404).body("code", equalTo("no-surplus"));
        TAX.post("/refunds/no-payment", Map.of()).statusCode(404);
        assertEquals(0, county.handed(RefundListed.class).size());
    }

    @Test
    void onlyTaxOfTheAreaRefunds() {
        CHANNEL.post("/refunds/" + surplus, Map.of()).statusCode(403);
        new Desk("TAX", "370404002").post("/refunds/" + surplus, Map.of()).statusCode(404);
        new Desk("TAX", "370404002").get("/refunds").statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void aVoucherIsThatOfOneRefund() {
        String another = CHANNEL.paysMedical(resident, 380).extract().path("paymentId");
        TAX.post("/refunds/" + surplus, Map.of("voucher", "bank-7")).statusCode(201);
        TAX.post("/refunds/" + another, Map.of("voucher", "bank-7"))
                .statusCode(422)
                .body("code", equalTo("refund-voucher-taken"));
    }
}
