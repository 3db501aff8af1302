package cn.liangxian.audit.cashrisk;

import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.audit.CashEntry;
import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
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
                on("2023-10-15", entry("kept", "2023-10-15").taken()),
                on("2023-10-15", entry("paid-in", "2023-10-15").taken()),
                on("2023-10-15", entry("paid-in", "2023-10-15").settled(0)),
                on("2023-10-15", entry("paid-in", "2023-10-15").paid()),
                on("2023-10-15", entry("given-back", "2023-10-15").taken()),
                on("2023-10-15", entry("given-back", "2023-10-15").returned(0)),
                on("2023-10-15", entry("settled-without-payment", "2023-10-15").taken()),
                on("2023-10-15", entry("settled-without-payment", "2023-10-15").settled(0)));
        road.takes(on(MONDAY, entry("that-day", MONDAY).taken()));
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

    private static CashEntry entry(String name, String on) {
        return new CashEntry(name, TOWNSHIP, LocalDate.parse(on));
    }
}
