package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Stimuli.on;
import static cn.liangxian.audit.register.Stimuli.paidOn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.CashEntry;
import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.reconciliation.ReconciliationHandoff.TreasuryDayReceived;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What discipline inspection, audit and finance look at every day. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DailySheetTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第四十一条(1)")
    void disciplineAuditAndFinanceSeeTheFundsAndTheCashOfEveryDay() {
        road.begins();
        road.opens("2023-10-09");
        road.takes(
                on("2023-10-09", paidOn("2023-10-09", "a", Insurance.MEDICAL, Fen.ofYuan(380), Fen.ofYuan(380))),
                on("2023-10-10", paidOn("2023-10-10", "b", Insurance.MEDICAL, Fen.ofYuan(380), Fen.ofYuan(380))),
                on("2023-10-10", treasury(Fen.ofYuan(380))),
                on("2023-10-09", entry("e1").taken()),
                on("2023-10-09", entry("e2").taken()),
                on("2023-10-09", entry("e3").taken()),
                on("2023-10-10", entry("e3").returned(1)),
                on("2023-10-09", entry("e1").settled(0)),
                on("2023-10-10", entry("e2").settled(1)));
        for (String supervisor : List.of("DISCIPLINE", "AUDIT_BUREAU", "FINANCE")) {
            sheet(supervisor, "2023-10-09")
                    .body("funds.collected", equalTo(List.of(38_000)))
                    .body("funds.treasury", equalTo(List.of(0)))
                    .body("cash.township", equalTo(List.of(TOWNSHIP)))
                    .body("cash.taken", equalTo(List.of(114_000)))
                    .body("cash.paid", equalTo(List.of(38_000)))
                    .body("cash.returned", equalTo(List.of(0)))
                    .body("cash.held", equalTo(List.of(76_000)))
                    .body("cash.entries", equalTo(List.of(2)));
        }
        sheet("FINANCE", "2023-10-10")
                .body("funds.collected", equalTo(List.of(38_000)))
                .body("funds.treasury", equalTo(List.of(38_000)))
                .body("cash.taken", equalTo(List.of(0)))
                .body("cash.paid", equalTo(List.of(38_000)))
                .body("cash.returned", equalTo(List.of(38_000)))
                .body("cash.held", equalTo(List.of(0)));
        sheet("FINANCE", "2023-10-11").body("funds", hasSize(0)).body("cash", hasSize(0));
        road.page("FINANCE", COUNTY, "/desk/daily", "zh")
                .body(
                        containsString("1,140.00"),
                        containsString("<b>760.00</b>"),
                        containsString("色力布亚镇"),
                        containsString("应缴存于 2023-10-09"),
                        not(containsString("figure wrong")));
        road.page("DISCIPLINE", COUNTY, "/desk/daily?date=2023-10-11", "en")
                .body(containsString("Nothing was handed over on the day"), not(containsString("乡镇")));
        road.as("TAX", COUNTY).get("/desk/daily").then().statusCode(403);
        road.as("TAX", COUNTY).get("/supervision/days/2023-10-09").then().statusCode(403);
        road.as("FINANCE", TOWNSHIP).get("/supervision/days/2023-10-09").then().statusCode(404);
    }

    private static CashEntry entry(String name) {
        return new CashEntry(name, TOWNSHIP, LocalDate.of(2023, 10, 9));
    }

    private ValidatableResponse sheet(String department, String date) {
        return road.as(department, COUNTY)
                .get("/supervision/days/" + date)
                .then()
                .statusCode(200)
                .body("date", equalTo(date));
    }

    private static TreasuryDayReceived treasury(Fen total) {
        return new TreasuryDayReceived(LocalDate.of(2023, 10, 9), 1, Insurance.MEDICAL, "account", 1, total, "digest");
    }
}
