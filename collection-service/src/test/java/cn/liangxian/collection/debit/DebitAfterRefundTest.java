package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a resident asked back is not fetched from the account once more. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitAfterRefundTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk SECOND = new Desk("TAX", "653130100");
    private static final Desk MEDICAL = new Desk("MEDICAL_INSURANCE", "653130");

    @Inject
    County county;

    @Test
    void whatWentBackOnRequestIsNotDebitedAgainButWhatFailedIs() {
        Resident first = Resident.ordinary().of(TOWN + "201");
        Resident second = Resident.ordinary().of(TOWN + "201");
        Resident third = Resident.ordinary().of(TOWN + "201");
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        TownshipPapers.ready(county, first, second, third);
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000", 2, "24007")))
                .statusCode(201);
        goesBack(county.handed(ContributionPaid.class).get(0).paymentId());
        assertEquals(3, county.count("select count(*) from claim where state = 'OPEN'"), "nothing is paid any more");

        county.opens("2023-09-13");
        long again = RURAL_CREDIT.latest();
        assertFalse(again == batch, "who lacked the money is tried again");
        assertEquals(1, RURAL_CREDIT.lines(again).size());
        assertEquals(
                1,
                county.count("select count(*) from debit_line join claim using (claim_no) where batch_no = " + again
                        + " and person_key = '" + second.key() + "'"));
    }

    static void goesBack(String payment) {
        Map<String, Object> proof = Map.of("name", "退费申请表", "digest", "d".repeat(64), "original", true);
        String id = TAX.post(
                        "/refunds", Map.of("paymentId", payment, "reason", "NOT_ELIGIBLE", "documents", List.of(proof)))
                .statusCode(201)
                .extract()
                .path("caseId");
        MEDICAL.post("/refunds/" + id + "/check", Map.of("agreed", true)).statusCode(201);
        SECOND.post("/refunds/" + id + "/approval", Map.of("approved", true)).statusCode(201);
        MEDICAL.post("/refunds/" + id + "/payment", Map.of()).statusCode(201);
    }
}
