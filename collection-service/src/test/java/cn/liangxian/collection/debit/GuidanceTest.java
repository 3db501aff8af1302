package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.cannot;
import static cn.liangxian.collection.debit.TownshipPapers.row;
import static cn.liangxian.collection.debit.TownshipPapers.setAmounts;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a township guides to another channel, as it reads it: who cannot be debited at all, and whose debit failed. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@Clause("bachu-2022/第二十九条")
class GuidanceTest {

    private static final String HOME = TOWN + "201";
    private static final String NEXT = TOWN + "202";
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);

    @Inject
    County county;

    private final Resident failing = Resident.ordinary().of(HOME);
    private final Resident without = Resident.ordinary().of(NEXT);

    @BeforeEach
    void oneHasNoAccountAndTheDebitOfTheOtherFails() {
        county.begins("2023-08-17");
        county.insuresMedical(failing, without);
        county.opens("2023-09-01");
        RURAL_CREDIT.signs(failing, "A1");
        setAmounts(row(failing, 380), cannot(without, "无银行账户"));
        county.opens("2023-09-02");
        county.opens("2023-09-30");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-30", Map.of(1, "24001")))
                .statusCode(201);
        county.opens("2023-10-01");
    }

    @Test
    void theTownshipReadsWhomToGuideVillageByVillageMaskedWithTheReasonUntilPaid() {
        TOWNSHIP.get("/debit-guidance")
                .statusCode(200)
                .body("personKey", equalTo(List.of(without.key())))
                .body("[0].why", equalTo("NOT_DEBITABLE"))
                .body("[0].said", equalTo("无银行账户"))
                .body("[0].result", nullValue())
                .body("[0].listedOn", equalTo("2023-09-02"))
                .body("[0].maskedName", equalTo("测***"));
        county.opens("2023-10-02");
        TOWNSHIP.get("/debit-guidance")
                .body("personKey", equalTo(List.of(failing.key(), without.key())))
                .body("[0].why", equalTo("FAILED"))
                .body("[0].result", equalTo("ACCOUNT_INVALID"))
                .body("[0].said", nullValue());
        long first =
                TOWNSHIP.get("/debit-guidance?limit=1").extract().jsonPath().getLong("[0].claimNo");
        TOWNSHIP.get("/debit-guidance?after=" + first).body("personKey", equalTo(List.of(without.key())));
        TOWNSHIP.get("/desk/debits/guidance")
                .statusCode(200)
                .body(
                        containsString("无银行账户"),
                        containsString("扣款失败"),
                        containsString("/desk/persons/one?key=" + without.key()),
                        not(containsString(without.idNumber())));
        TOWNSHIP.get("/desk/debits/guidance?village=" + HOME)
                .body(containsString(failing.key()), not(containsString(without.key())));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/debits/guidance")
                .then()
                .body(containsString("cannot be debited"), containsString("to be guided"));

        new Desk("CHANNEL", "653130")
                .post("/contributions", Desk.offer(without, Insurance.MEDICAL, null, 380, "W1"))
                .statusCode(201);
        TOWNSHIP.get("/debit-guidance").body("personKey", equalTo(List.of(failing.key())));
        TOWNSHIP.get("/debit-guidance?open=false").body("closed", equalTo(List.of(false, true)));
        TOWNSHIP.get("/desk/debits/guidance?open=false").body(containsString("已缴清"));
    }

    @Test
    void whoPaysOverAnotherChannelIsClosedInTheListAndInTheCountOfTheVillageUntilThePaymentGoesBack() {
        guides(1, List.of(false));
        String payment = new Desk("CHANNEL", "653130")
                .post("/contributions", Desk.offer(without, Insurance.MEDICAL, null, 380, "W1"))
                .statusCode(201)
                .extract()
                .path("paymentId");
        guides(0, List.of(true));
        TOWNSHIP.get("/debit-guidance").body("size()", equalTo(0));

        DebitAfterRefundTest.goesBack(payment);
        guides(1, List.of(false));
        TOWNSHIP.get("/debit-guidance").body("personKey", equalTo(List.of(without.key())));
    }

    /** As tax reads it of the county, the township of its own and the village of itself. */
    private static void guides(int open, List<Boolean> closed) {
        for (Desk desk : List.of(new Desk("TAX", "653130"), TOWNSHIP, new Desk("VILLAGE", NEXT))) {
            desk.get("/debit-guidance?open=false").body("closed", equalTo(closed));
            desk.get("/desk/debits/guidance")
                    .body(matchesPattern("(?s).*village=" + NEXT
                            + "&amp;open=true\"><span>[^<]*</span><span class=\"soft\">" + open + "</span>.*"));
        }
    }

    @Test
    void aVillageReadsItsOwnAndNobodyElseReadsAny() {
        new Desk("VILLAGE", NEXT).get("/debit-guidance").body("personKey", equalTo(List.of(without.key())));
        new Desk("VILLAGE", HOME).get("/debit-guidance").body("size()", equalTo(0));
        new Desk("TOWNSHIP", "653130101").get("/debit-guidance").body("size()", equalTo(0));
        new Desk("TAX", "653130").get("/debit-guidance").body("personKey", equalTo(List.of(without.key())));
        new Desk("TOWNSHIP", "653130101")
                .get("/desk/debits/guidance?village=" + NEXT)
                .statusCode(404);
        new Desk("CHANNEL", "653130").get("/debit-guidance").statusCode(403);
        new Desk("CHANNEL", "653130").get("/desk/debits/guidance").statusCode(403);
        TOWNSHIP.get("/debit-guidance?limit=0").statusCode(400);
    }
}
