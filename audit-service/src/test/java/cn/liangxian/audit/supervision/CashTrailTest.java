package cn.liangxian.audit.supervision;

import static cn.liangxian.audit.register.Stimuli.balanced;
import static cn.liangxian.audit.register.Stimuli.entitled;
import static cn.liangxian.audit.register.Stimuli.on;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.liangxian.audit.CashEntry;
import cn.liangxian.audit.Road;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.ReconciliationHandoff.DifferenceKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cash from the hand of the resident to his entitlement. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class CashTrailTest {

    private static final String COUNTY = "653130";
    private static final String TOWNSHIP = "653130101";
    private static final String DAY = "2023-10-09";
    private static final Fen CASH = Fen.ofYuan(380);

    @Inject
    Road road;

    @Test
    @Clause("bachu-2022/第四十一条(1)")
    void eachEntryOfACashLedgerIsFollowedToPaymentTreasuryAndEntitlement() {
        road.begins();
        road.opens(DAY);
        road.takes(
                on(DAY, entry("a").taken()),
                on(DAY, entry("b").taken()),
                on(DAY, entry("c").taken()),
                on(DAY, entry("c").settled(0)));
        trails("").body("reached", equalTo(List.of("TAKEN", "TAKEN", "TAKEN")));
        road.takes(
                on(DAY, entry("a").settled(0)),
                on(DAY, entry("a").paid()),
                on(DAY, entry("b").settled(0)),
                on(DAY, entry("b").paid()));
        trails("")
                .body("reached", equalTo(List.of("PAID_IN", "PAID_IN", "TAKEN")))
                .body("[0].voucher", equalTo("voucher-a"))
                .body("[0].receiptNo", equalTo("receipt-a"));
        road.takes(on(DAY, differs("b")));
        trails("")
                .body("reached", equalTo(List.of("IN_TREASURY", "DIFFERS_IN_TREASURY", "TAKEN")))
                .body("[1].difference", equalTo("MISSING_IN_TREASURY"));
        road.takes(on(DAY, entitled("person-a", Insurance.MEDICAL, "details", "2023-10-20")));
        ValidatableResponse all = trails("")
                .body("[0].reached", equalTo("ENTITLED"))
                .body("[0].entitledOn", equalTo("2023-10-20"))
                .body("[2].paid", equalTo(38_000));
        trails("?after=" + all.extract().jsonPath().getLong("[1].seq"))
                .body("receiptNo", equalTo(List.of("receipt-c")));
        trails("?township=653130100").body("", hasSize(0));
        String page = road.page("FINANCE", COUNTY, "/desk/cash-trails?township=" + TOWNSHIP, "zh")
                .body(
                        containsString("receipt-a"),
                        containsString("已记录权益"),
                        containsString("国库不符"),
                        not(containsString("person-a")))
                .extract()
                .asString();
        String differs = page.replaceAll("(?s).*?receipt-b.*?hx-get=\"([^\"]+)\".*", "$1");
        road.page("FINANCE", COUNTY, differs, "zh")
                .body(containsString("国库缺记"), containsString("voucher-b"), containsString("尚未到达权益记录"));
        road.page("AUDIT_BUREAU", COUNTY, differs, "en")
                .body(containsString("missing in the treasury"), containsString("/desk/replay?key=entry-b"));
        road.as("TAX", COUNTY).get("/desk/cash-trails").then().statusCode(403);
        road.as("TAX", COUNTY).get("/cash-trails").then().statusCode(403);
        road.as("FINANCE", TOWNSHIP).get("/cash-trails").then().statusCode(404);
    }

    @Test
    @Clause("bachu-2022/第三十条(4)")
    void cashThatWentBackIsAtItsEndAndIsNotOwedAnyMore() {
        road.begins();
        road.opens(DAY);
        road.takes(
                on(DAY, entry("in-time").taken()),
                on(DAY, entry("late").taken()),
                on(DAY, entry("kept").taken()));
        road.takes(on(DAY, entry("in-time").returned(0)));
        road.stands("collection-cash-settled:entry-in-time", "MET_ON_TIME");
        road.opens("2023-10-10");
        road.takes(on("2023-10-10", entry("late").returned(1)));
        road.stands("collection-cash-settled:entry-late", "MET_LATE");
        road.stands("collection-cash-settled:entry-kept", "MISSED");
        trails("")
                .body("reached", equalTo(List.of("RETURNED", "RETURNED", "TAKEN")))
                .body("[1].returnedOn", equalTo("2023-10-10"));
        road.page("DISCIPLINE", COUNTY, "/desk/cash-trails", "zh")
                .body(
                        containsString("已退还"),
                        containsString("<td class=\"nowrap late-text\">2023-10-09"),
                        containsString("<span class=\"mark late\">逾期未缴存</span>"));
    }

    private static CashEntry entry(String name) {
        return new CashEntry(name, TOWNSHIP, LocalDate.parse(DAY));
    }

    private ValidatableResponse trails(String query) {
        return road.as("DISCIPLINE", COUNTY).get("/cash-trails" + query).then().statusCode(200);
    }

    /** Version 1 said that nothing differs. */
    private static DayBalanced differs(String name) {
        DayBalanced before = balanced(DAY, Insurance.MEDICAL, CASH);
        return new DayBalanced(
                before.date(),
                2,
                before.insurance(),
                before.account(),
                CASH.plus(CASH),
                CASH,
                List.of(new Difference(
                        DifferenceKind.MISSING_IN_TREASURY,
                        "COUNTER",
                        "voucher-" + name,
                        CASH,
                        Fen.ZERO,
                        Department.TREASURY)));
    }
}
