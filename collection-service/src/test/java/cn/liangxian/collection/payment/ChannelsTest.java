package cn.liangxian.collection.payment;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.Desk.offer;
import static cn.liangxian.collection.Desk.voucher;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which ways, from when to when, money is taken. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class ChannelsTest {

    private static final List<String> ONLINE = List.of("WECHAT", "ALIPAY", "UNIONPAY_QR", "E_TAX", "MINI_PROGRAM");
    private static final List<String> IN_PERSON = List.of("POS", "COUNTER", "BANK_OUTLET");

    @Inject
    County county;

    @Test
    @Clause({"yicheng-2024/一(三)", "yicheng-2024/一(二)-b", "yicheng-2024/四(二)-1", "yicheng-2024/六(一)"})
    void inThePreparationStageMoneyIsTakenOnlineOnlyAndNotBeforeTheCampaignStarts() {
        county.begins("2023-09-30");
        Resident early = Resident.ordinary();
        county.insuresMedical(early);
        ONLINE.forEach(channel -> refused(channel, early));
        county.opens("2023-10-01");
        for (String channel : ONLINE) {
            Resident resident = Resident.ordinary();
            county.insuresMedical(resident);
            pays(channel, resident).statusCode(201).body("feeYear", equalTo(2024));
        }
        county.opens("2023-10-20");
        IN_PERSON.forEach(channel -> refused(channel, early));
        TAX.asks(early).body("ways.channel", equalTo(ONLINE));
    }

    @Test
    @Clause({"yicheng-2024/一(三)", "yicheng-2024/一(二)-b", "yicheng-2024/四(二)-1", "yicheng-2024/六(二)-a"})
    void inThePaymentStageEveryWayIsOpenAndMobilePosClosesWithTheCampaign() {
        county.begins("2023-10-21");
        for (String channel : IN_PERSON) {
            Resident resident = Resident.ordinary();
            county.insuresMedical(resident);
            pays(channel, resident).statusCode(201);
        }
        Resident last = Resident.ordinary();
        Resident late = Resident.ordinary();
        county.insuresMedical(last, late);
        county.opens("2023-12-20");
        pays("POS", last).statusCode(201);
        county.opens("2023-12-21");
        refused("POS", late);
        county.agreesToPayLate(late);
        pays("BANK_OUTLET", late).statusCode(201);
        county.opens("2024-12-31");
        Resident lastDay = Resident.ordinary();
        Resident tooLate = Resident.ordinary();
        county.insuresMedical(lastDay, tooLate);
        county.agreesToPayLate(lastDay, tooLate);
        pays("E_TAX", lastDay).statusCode(201);
        county.opens("2025-01-01");
        for (String channel : List.of("WECHAT", "COUNTER", "BANK_OUTLET")) {
            pays(channel, tooLate).statusCode(409).body("code", equalTo("policy-not-in-force"));
        }
    }

    @Test
    @Clause({"yicheng-2024/四(三)2", "yicheng-2024/四(四)4-a"})
    void aResidentDeclaresDirectlyToTaxAndIsShownTheContactFreeWaysFirst() {
        county.begins("2023-10-21");
        Resident resident = Resident.ordinary();
        county.insuresMedical(resident);
        TAX.asks(resident)
                .body("ways.findAll { it.preferred }.channel", equalTo(ONLINE))
                .body("ways[0].preferred", equalTo(true))
                .body("ways[-1].preferred", equalTo(false));
        pays("COUNTER", resident).statusCode(201).body("state", equalTo("PAID"));
        assertEquals("COUNTER", county.handed(ContributionPaid.class).get(0).channel());
    }

    @Test
    @Clause("yicheng-2024/五(十)-b")
    void aStudentPaysByItselfAndASchoolIsNoCollector() {
        county.begins("2023-10-21");
        Resident pupil = Resident.born("2012-05-01");
        county.insuresMedical(pupil);
        Desk school = new Desk("SCHOOL", Resident.VILLAGE);
        school.post("/contributions", offer("WECHAT", pupil, Insurance.MEDICAL, null, 380, voucher()))
                .statusCode(403)
                .body("code", equalTo("not-a-collector"));
        pays("WECHAT", pupil).statusCode(201).body("complete", equalTo(true));
    }

    private void refused(String channel, Resident resident) {
        pays(channel, resident).statusCode(409).body("code", equalTo("channel-closed"));
    }

    private static ValidatableResponse pays(String channel, Resident resident) {
        Desk desk = channel.equals("COUNTER") ? TAX : CHANNEL;
        return desk.post("/contributions", offer(channel, resident, Insurance.MEDICAL, null, 380, voucher()));
    }
}
