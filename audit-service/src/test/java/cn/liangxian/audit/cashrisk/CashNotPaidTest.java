package cn.liangxian.audit.cashrisk;

import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.audit.Road;
import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 收现不缴: cash that a collector took and never paid in is pushed to the township on the next day of screening. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class CashNotPaidTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130100";
    private static final Fen CASH = Fen.ofYuan(380);
    /** Two days of screening. */
    private static final String MONDAY = "2023-10-16";

    private static final String NEXT_MONDAY = "2023-10-23";

    @Inject
    Road road;

    @Test
    @Clause({"bachu-2022/第三十条(7)", "bachu-2022/第四十一条(2)", "bachu-2022/第四十二条(2)"})
    void cashIsPushedOnceTheDayOfItsReceiptIsOverAndNobodyWasPaidForAndItDidNotGoBack() {
        road.begins();
        road.opens("2023-10-15");
        road.takes(
                on("2023-10-15", taken("kept", "2023-10-15")),
                on("2023-10-15", taken("paid-in", "2023-10-15")),
                on("2023-10-15", settled("paid-in")),
                on("2023-10-15", paid("paid-in")),
                on("2023-10-15", taken("given-back", "2023-10-15")),
                on("2023-10-15", returned("given-back")),
                on("2023-10-15", taken("settled-without-payment", "2023-10-15")),
                on("2023-10-15", settled("settled-without-payment")));
        road.takes(on(MONDAY, taken("that-day", MONDAY)));
        road.opens(MONDAY);
        String push = push(0);
        suspects(push)
                .body("screen", equalTo(List.of("cash-not-paid", "cash-not-paid")))
                .body("breach", equalTo(List.of("CASH_NOT_PAID", "CASH_NOT_PAID")))
                .body("village", equalTo(List.of(TOWNSHIP + "001", TOWNSHIP + "001")))
                .body("amount", equalTo(List.of(38_000, 38_000)))
                .body("evidence*.size().sort()", equalTo(List.of(1, 2)));
        road.opens(NEXT_MONDAY);
        suspects(push(1)).body("screen", equalTo(List.of("cash-not-paid")));
    }

    private String push(int number) {
        return road.as("TAX", COUNTY).get("/cash-risk/pushes").path("pushes[" + number + "].pushId");
    }

    private ValidatableResponse suspects(String push) {
        return road.as("TOWNSHIP", TOWNSHIP)
                .get("/cash-risk/pushes/" + push + "/suspects")
                .then()
                .statusCode(200);
    }

    private static CashTaken taken(String name, String date) {
        return new CashTaken(
                name,
                "receipt-" + name,
                TOWNSHIP,
                TOWNSHIP + "001",
                "collector",
                "person-" + name,
                Insurance.MEDICAL,
                CASH,
                LocalDate.parse(date));
    }

    private static CashSettled settled(String name) {
        return new CashSettled(
                name,
                "receipt-" + name,
                TOWNSHIP,
                TOWNSHIP + "001",
                "collector",
                "person-" + name,
                Insurance.MEDICAL,
                CASH,
                CASH,
                "payment-" + name,
                "POS",
                "voucher-" + name,
                0,
                LocalDate.of(2023, 10, 15));
    }

    private static CashReturned returned(String name) {
        return new CashReturned(
                name,
                "receipt-" + name,
                TOWNSHIP,
                TOWNSHIP + "001",
                "collector",
                "person-" + name,
                Insurance.MEDICAL,
                CASH,
                0,
                LocalDate.of(2023, 10, 15));
    }

    private static ContributionPaid paid(String name) {
        return new ContributionPaid(
                "payment-" + name,
                "person-" + name,
                Insurance.MEDICAL,
                2024,
                CASH,
                CASH,
                CASH,
                CASH,
                Payer.SELF,
                null,
                "POS",
                "voucher-" + name,
                TOWNSHIP,
                TOWNSHIP + "001",
                LocalDate.of(2023, 10, 15));
    }
}
