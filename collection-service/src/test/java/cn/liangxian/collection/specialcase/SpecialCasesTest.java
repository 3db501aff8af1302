package cn.liangxian.collection.specialcase;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.voucher;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.progress.BoardSums;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments in special cases are taken only when the agency has assessed them with a yes. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class SpecialCasesTest {

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(三)-b"})
    void afterTheCampaignNobodyPaysUntilTheAgencyHasSaidYesAndNotAfterItsYesHasExpired() {
        Resident second = Resident.ordinary();
        county.begins("2023-12-20");
        county.insuresMedical(resident, second, Resident.ordinary());
        county.insuresPension(350, resident);
        CHANNEL.asks(resident).body("payables[1].payable", equalTo(38000), "payables[1].reason", nullValue());
        county.opens("2023-12-21");
        CHANNEL.asks(resident)
                .body("payables.payable", equalTo(List.of(0, 0)))
                .body("payables.reason", equalTo(List.of("ASSESSMENT_MISSING", "ASSESSMENT_MISSING")));
        CHANNEL.paysMedical(resident, 380).statusCode(409).body("code", equalTo("assessment-missing"));
        county.hands(county.assessment(resident, Insurance.MEDICAL, 2024, "OUT_OF_CAMPAIGN", 0, null));
        CHANNEL.paysMedical(resident, 380).statusCode(409).body("code", equalTo("assessment-missing"));
        county.hands(
                county.assessment(resident, Insurance.MEDICAL, 2024, "OUT_OF_CAMPAIGN", 380, "2024-01-20"),
                county.assessment(second, Insurance.MEDICAL, 2024, "OUT_OF_CAMPAIGN", 380, "2024-01-20"));
        CHANNEL.paysPension(resident, 350L, 350).statusCode(409).body("code", equalTo("assessment-missing"));
        county.opens("2024-01-20");
        CHANNEL.paysMedical(resident, 380).statusCode(201).body("complete", equalTo(true));
        county.opens("2024-01-21");
        CHANNEL.paysMedical(second, 380).statusCode(409).body("code", equalTo("assessment-missing"));
    }

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(三)-b"})
    void aNewbornPaysInTheCampaignOnceAssessedThoughTheRosterComesLater() {
        Resident child = Resident.born("2023-10-01");
        Resident older = Resident.born("2023-09-30");
        county.begins("2023-11-15");
        county.hands(county.assessment(child, Insurance.MEDICAL, 2024, "NEWBORN", 380, "2024-02-13"));
        Resident other = Resident.born("2023-10-01");
        county.insuresMedical(child, older, other);
        CHANNEL.paysMedical(child, 380).statusCode(201);
        CHANNEL.paysMedical(older, 380).statusCode(201);
        CHANNEL.paysMedical(other, 380).statusCode(409).body("code", equalTo("assessment-missing"));
    }

    @Test
    @Clause({"yicheng-2024/四(三)3b", "yicheng-2024/五(二)-c"})
    void aBackPaymentIsPaidForItsYearAtTheAmountThatTheAgencyAssessed() {
        county.begins("2023-11-15");
        county.insuresPension(350, resident);
        paysBack(2021, 350).statusCode(404).body("code", equalTo("payer-unknown"));
        county.hands(county.assessment(resident, Insurance.PENSION, 2021, "INTERRUPTION", 0, null));
        paysBack(2021, 350).statusCode(404);
        county.hands(county.assessment(resident, Insurance.PENSION, 2021, "INTERRUPTION", 500, "2023-12-15"));
        CHANNEL.asks(resident)
                .body("payables.feeYear", equalTo(List.of(2024, 2021)))
                .body("payables[1].payable", equalTo(50000), "payables[1].clause", equalTo("yicheng-2024/四(三)3b"));
        paysBack(2021, 350).statusCode(422).body("code", equalTo("amount-differs"));
        paysBack(2021, 500).statusCode(201).body("feeYear", equalTo(2021), "complete", equalTo(true));
        CHANNEL.paysPension(resident, 350L, 350).statusCode(201).body("feeYear", equalTo(2024));
        BoardSums.agree(county);
        paysBack(2021, 500).statusCode(201).body("state", equalTo("SURPLUS"));
        assertEquals(
                List.of(2021, 2024),
                county.handed(ContributionPaid.class).stream()
                        .map(ContributionPaid::feeYear)
                        .sorted()
                        .toList());
        assertEquals(1, county.handed(RosterReceived.class).size(), "an assessment is no roster of the agencies");
    }

    private ValidatableResponse paysBack(int year, long yuan) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("idNumber", resident.idNumber());
        offer.put("insurance", "PENSION");
        offer.put("feeYear", year);
        offer.put("amount", yuan * 100);
        offer.put("channel", "WECHAT");
        offer.put("voucher", voucher());
        return CHANNEL.post("/contributions", offer);
    }
}
