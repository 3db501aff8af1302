package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.debitList;
import static cn.liangxian.collection.debit.TownshipPapers.row;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failed debit at the desk: listed for its village, spoken about, and closed when it is paid. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitsPageTest {

    private static final String VILLAGE = TOWN + "201";
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "653130101");

    @Inject
    County county;

    private final Resident resident = Resident.ordinary().of(VILLAGE);

    @BeforeEach
    void theCampaignIsAhead() {
        county.begins("2023-08-17");
    }

    @Test
    void aFailedDebitIsFollowedToItsClosure() {
        county.insuresMedical(resident);
        county.opens("2023-09-01");
        RURAL_CREDIT.signs(resident, "A1").statusCode(201);
        String list = TOWNSHIP.post("/debit-lists", debitList(row(resident, 380)))
                .statusCode(201)
                .extract()
                .path("listId");
        new Desk("TAX", "653130")
                .post("/debit-lists/" + list + "/amounts", Map.of())
                .statusCode(201);
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT.sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "24007")));
        county.opens("2023-09-13");

        page("/desk/debits")
                .body(containsString("余额不足"))
                .body(containsString("测***"))
                .body(containsString("未联系"))
                .body(containsString("银行应于何日前回盘 2023-09-14"))
                .body(not(containsString(resident.idNumber())));
        page("/desk/debits").body(not(containsString("扣款批次")));
        new Desk("TAX", "653130")
                .get("/desk/debits")
                .body(
                        containsString("扣款批次"),
                        containsString(
                                "农村信用社</td><td class=\"nowrap\">2023-09-13</td><td class=\"nowrap\">2023-09-12</td>"
                                        + "<td class=\"n\">1</td><td class=\"n\">380.00</td><td class=\"n\">0</td><td class=\"n\">1</td>"
                                        + "<td class=\"nowrap\">2023-09-14</td>"));
        for (Desk reader : List.of(new Desk("TAX", "653130"), TOWNSHIP, new Desk("VILLAGE", VILLAGE))) {
            reader.get("/debit-days")
                    .statusCode(200)
                    .body("on", equalTo(List.of("2023-09-13", "2023-09-12")))
                    .body("lines", equalTo(List.of(1, 1)), "paid", equalTo(List.of(0, 0)))
                    .body("[0].open", equalTo(1), "[0].until", equalTo("2023-09-14"))
                    .body("[1].open", equalTo(0), "[1].failed", equalTo(Map.of("INSUFFICIENT", 1)));
            reader.get("/debit-days?days=1").body("on", equalTo(List.of("2023-09-13")));
            reader.get("/debit-days?before=2023-09-13").body("on", equalTo(List.of("2023-09-12")));
            reader.get("/debit-days?before=2023-09-12").body("size()", equalTo(0));
            reader.get("/debit-days/villages").body("village", equalTo(List.of(VILLAGE)), "[0].untouched", equalTo(1));
        }
        ELSEWHERE.get("/debit-days").statusCode(200).body("size()", equalTo(0));
        ELSEWHERE.get("/debit-days/villages").body("size()", equalTo(0));
        TOWNSHIP.get("/debit-days?days=0").statusCode(400);
        for (String stranger : List.of("CHANNEL", "MEDICAL_INSURANCE", "AUDIT_BUREAU")) {
            new Desk(stranger, "653130").get("/debit-days").statusCode(403);
            new Desk(stranger, "653130").get("/debit-days/villages").statusCode(403);
        }
        long claim = TOWNSHIP.get("/debit-failures").extract().jsonPath().getLong("[0].claimNo");
        contact(ELSEWHERE, claim).statusCode(404);
        contact(TOWNSHIP, claim).statusCode(303);
        page("/desk/debits/one?claim=" + claim)
                .body(
                        containsString("将存足余额"),
                        containsString("各渠道缴费经过"),
                        containsString("<span class=\"mark late\">扣款失败</span>"));

        page("/desk/debits/one?claim=" + claim)
                .body(
                        containsString("/desk/persons/one?key=" + resident.key()),
                        not(containsString(resident.idNumber())));

        long again = RURAL_CREDIT.latest();
        RURAL_CREDIT.sends(again, RURAL_CREDIT.answer(again, "2023-09-13", Map.of(1, "90000")));
        page("/desk/debits?village=" + VILLAGE).body(not(containsString("测***")));
        page("/desk/debits?open=false").body(containsString("已缴清"));
        page("/desk/debits/one?claim=" + claim)
                .body(containsString("本项关闭"), containsString("<span class=\"mark done\">扣款成功</span>"));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/debits/one?claim=" + claim)
                .then()
                .body(containsString("balance too small"), containsString("batch debit"), not(containsString("扣款")));
    }

    @Test
    void theBoardAndTheReceiptsAreThereAndABadRequestIsAProblem() {
        page("/desk/board").body(containsString("各村居参缴率"));
        page("/desk/receipts").body(containsString("身份证号"));
        TOWNSHIP.request()
                .contentType("application/x-www-form-urlencoded")
                .formParam("idNumber", "")
                .post("/desk/receipts")
                .then()
                .statusCode(400);
        ELSEWHERE.get("/desk/debits?village=" + VILLAGE).statusCode(404);
        new Desk("CHANNEL", "653130").get("/desk/debits").statusCode(403);
    }

    private static ValidatableResponse contact(Desk desk, long claim) {
        return desk.request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("claim", claim)
                .formParam("outcome", "WILL_DEPOSIT")
                .formParam("nextOn", "2023-09-15")
                .formParam("key", "contact-" + claim + desk.area())
                .post("/desk/debits/contact")
                .then();
    }

    private static ValidatableResponse page(String path) {
        return TOWNSHIP.get(path).statusCode(200);
    }
}
