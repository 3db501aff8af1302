package cn.liangxian.collection.payment;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.Desk.offer;
import static cn.liangxian.collection.Desk.voucher;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever turns 60 or 70 before the end of the year pays the medical contribution online from the birthday on only. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@Clause("yicheng-2024/四(四)4-b")
class HoldTest {

    @Inject
    County county;

    @Test
    void beforeTheBirthdayAnOnlinePaymentIsRefusedWithTheDayAndFromTheBirthdayTheAidCounts() {
        Resident sixtySoon = Resident.born("1963-11-16");
        Resident seventySoon = Resident.born("1953-11-16");
        county.begins("2023-11-15");
        county.insuresMedical(sixtySoon, seventySoon);
        CHANNEL.asks(sixtySoon)
                .body("payables[0].holds.until", hasItem("2023-11-16"))
                .body("payables[0].holds[0].birthday", equalTo(60))
                .body("payables[0].holds[0].assumed", equalTo(true))
                .body("payables[0].assumed", equalTo(false))
                .body("ways.find { it.channel == 'WECHAT' }.assumed", equalTo(true))
                .body("ways.find { it.channel == 'VILLAGE_AGENT' }.assumed", equalTo(false))
                .body("payables[0].holds[0].clause", equalTo("yicheng-2024/四(四)4-b"))
                .body("payables[0].holds[0].warning", containsString("2023-11-16满60周岁"))
                .body("payables[0].holds[0].warningEn", containsString("60 years old on 2023-11-16"))
                .body(
                        "payables[0].holds.channel",
                        equalTo(List.of("WECHAT", "ALIPAY", "UNIONPAY_QR", "E_TAX", "MINI_PROGRAM")));
        for (String online : List.of("WECHAT", "ALIPAY", "UNIONPAY_QR", "E_TAX", "MINI_PROGRAM")) {
            pays(CHANNEL, online, sixtySoon, 380)
                    .statusCode(409)
                    .body("code", equalTo("wait-for-birthday"))
                    .body("detail", containsString("2023-11-16满60周岁，自当日起"))
                    .body("detailEn", containsString("from 2023-11-16"));
        }
        pays(CHANNEL, "ALIPAY", seventySoon, 190).statusCode(409).body("code", equalTo("wait-for-birthday"));
        county.opens("2023-11-16");
        CHANNEL.asks(sixtySoon).body("payables[0].holds.size()", equalTo(0));
        pays(CHANNEL, "WECHAT", sixtySoon, 190).statusCode(201).body("complete", equalTo(false));
        CHANNEL.asks(seventySoon).body("payables[0].reason", equalTo("PAID_ON_BEHALF"));
    }

    @Test
    void counterPosBankAndVillageAgentAreNotHeldNorIsThePension() {
        Resident atCounter = Resident.born("1963-11-16");
        Resident atPos = Resident.born("1963-11-16");
        Resident atBank = Resident.born("1963-11-16");
        county.begins("2023-11-15");
        county.insuresMedical(atCounter, atPos, atBank);
        county.insuresPension(350, atCounter);
        pays(TAX, "COUNTER", atCounter, 380).statusCode(201);
        pays(CHANNEL, "POS", atPos, 380).statusCode(201);
        pays(CHANNEL, "BANK_OUTLET", atBank, 380).statusCode(201);
        CHANNEL.paysPension(atCounter, 350L, 350).statusCode(201);
    }

    @Test
    void aBirthdayAfterTheCampaignButBeforeYearEndStillEndsInAValidPayment() {
        Resident onTheLastDay = Resident.born("1963-12-31");
        Resident afterTheCampaign = Resident.born("1963-12-21");
        Resident nextYear = Resident.born("1964-01-01");
        county.begins("2023-12-20");
        county.insuresMedical(onTheLastDay, afterTheCampaign, nextYear);
        pays(CHANNEL, "WECHAT", nextYear, 380).statusCode(201);
        pays(CHANNEL, "WECHAT", afterTheCampaign, 380)
                .statusCode(409)
                .body("detailEn", containsString("from 2023-12-21"));
        county.opens("2023-12-21");
        pays(CHANNEL, "WECHAT", afterTheCampaign, 190).statusCode(201).body("state", equalTo("PAID"));
        county.opens("2023-12-30");
        pays(CHANNEL, "WECHAT", onTheLastDay, 380).statusCode(409).body("code", equalTo("wait-for-birthday"));
        county.opens("2023-12-31");
        pays(CHANNEL, "WECHAT", onTheLastDay, 190).statusCode(201).body("state", equalTo("PAID"));
    }

    private static io.restassured.response.ValidatableResponse pays(
            Desk desk, String channel, Resident resident, long yuan) {
        return desk.post("/contributions", offer(channel, resident, Insurance.MEDICAL, null, yuan, voucher()));
    }
}
