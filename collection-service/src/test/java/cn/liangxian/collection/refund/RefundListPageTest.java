package cn.liangxian.collection.refund;

import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.RefundReported;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency reports at its desk the refunds that it made, with copies of the documents. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@Clause({"bachu-2022/第三十三条(2)", "bachu-2022/第三十四条(2)"})
class RefundListPageTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk PENSION = new Desk("SOCIAL_INSURANCE", "653130");
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");
    private static final byte[] FORM = "%PDF-1.7 request".getBytes(StandardCharsets.US_ASCII);

    @Inject
    County county;

    private String id;

    @BeforeEach
    void aRefundWasMade() {
        Resident resident = Resident.ordinary().of(TOWN + "201");
        county.begins("2023-10-10");
        county.insuresPension(200, resident);
        String payment = new Desk("CHANNEL", "653130")
                .paysPension(resident, 500L, 500)
                .statusCode(201)
                .extract()
                .path("paymentId");
        Map<String, Object> proof = Map.of("name", "退费申请表", "digest", Scan.digest(FORM), "original", true);
        id = TAX.post("/refunds", Map.of("paymentId", payment, "reason", "WRONG_TIER", "documents", List.of(proof)))
                .statusCode(201)
                .extract()
                .path("caseId");
        Refunds.agreed(PENSION, id);
        Refunds.approved(new Desk("TAX", "653130100"), id).statusCode(201);
        PENSION.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
        county.opens("2023-10-11");
    }

    @Test
    void theAgencyReportsThoseItChoseAndThePageSaysWhen() {
        made(PENSION).body(containsString("尚未反馈税务部门"), containsString("name=\"refund\" value=\"" + id + "\""));
        made(TAX).body(containsString("尚未反馈税务部门"), not(containsString("/desk/refunds/report")));
        made(MEDICAL).body(not(containsString(id)));
        PENSION.get("/desk/refunds?state=REQUESTED").body(not(containsString("/desk/refunds/report")));
        reports(PENSION, Map.of("refund", id)).statusCode(409).body(containsString("附件：退费申请表"));
        TAX.post("/refunds/" + id + "/documents", Map.of("content", FORM)).statusCode(201);
        reports(PENSION, Map.of("refund", id)).statusCode(303);
        RefundReported reported = county.handed(RefundReported.class).get(0);
        assertEquals(id, reported.caseId());
        assertEquals("archive", reported.originalsAt());
        assertEquals(Scan.digest(FORM), reported.documents().get(0).digest());
        for (Desk reader : List.of(PENSION, TAX)) {
            made(reader).body(containsString("已反馈税务部门 2023-10-11"), not(containsString("name=\"refund\"")));
        }
        reports(PENSION, Map.of("refund", id)).statusCode(409).body(containsString("此前已反馈"));
        assertEquals(1, county.handed(RefundReported.class).size());
    }

    @Test
    void whatIsWrongIsRefusedAndTheFieldIsNamed() {
        reports(PENSION, Map.of()).statusCode(400).body(containsString("退费：长度或项数须为1至1000"));
        reports(PENSION, Map.of("refund", id, "originalsAt", " "))
                .statusCode(400)
                .body(containsString("原件存放处：必填"));
        reports(PENSION, Map.of("refund", id, "signedBy", "")).statusCode(400).body(containsString("签字负责人：必填"));
        reports(MEDICAL, Map.of("refund", id)).statusCode(404);
        reports(TAX, Map.of("refund", id)).statusCode(403);
        assertEquals(List.of(), county.handed(RefundReported.class));
        PENSION.request()
                .cookie("language", "en")
                .get("/desk/refunds?state=MADE")
                .then()
                .body(containsString("Report those chosen to tax"), not(containsString("反馈")));
    }

    private static ValidatableResponse made(Desk desk) {
        return desk.get("/desk/refunds?state=MADE").statusCode(200);
    }

    private static ValidatableResponse reports(Desk desk, Map<String, String> fields) {
        Map<String, String> typed = new HashMap<>(Map.of("originalsAt", "archive", "signedBy", "Li"));
        typed.putAll(fields);
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(typed)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/refunds/report")
                .then();
    }
}
