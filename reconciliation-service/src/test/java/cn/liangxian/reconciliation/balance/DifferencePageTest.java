package cn.liangxian.reconciliation.balance;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;
import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One difference with what it rests on, and where it is found when it is closed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DifferencePageTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    Neighbours neighbours;

    @Inject
    Jdbi jdbi;

    private final String person = Uuid7.next().toString();
    private LocalDate date;
    private String of;
    private String before;

    @BeforeEach
    void theTreasuryBookedLessThanTaxCollected() {
        date = dates.openUnused();
        of = date + "/MEDICAL/WECHAT/v-" + person;
        before = date.minusDays(1) + "/PENSION/~/~";
        tax.receives(full(person, MEDICAL, FEE, date), sum(date, MEDICAL, 1, FEE, 0, 0), nothing(date, PENSION));
        treasury.reports(day(date, MEDICAL, 1, row("v-" + person, 30_000)), day(date, PENSION, 1));
    }

    @Test
    void aDifferenceShowsWhatEachSideSaysAndWhoHasToActAndIsClosedByAReportThatDoesNotDiffer() {
        String drawer = "/desk/differences/one?of=" + of;
        neighbours
                .page(TAX, drawer)
                .statusCode(200)
                .body(containsString("p-v-" + person + "-MEDICAL"), containsString("380.00"))
                .body(containsString("待报解-MEDICAL"), containsString("300.00"))
                .body(containsString("金额不符"), containsString("待办单位 国库"))
                .body(not(containsString("重报该日")));
        neighbours.page(TREASURY, drawer).body(containsString("/desk/treasury-days/report?of=" + date + "/MEDICAL"));
        neighbours.page(TAX, closed("true")).body(not(containsString(person)));

        treasury.reports(day(date, MEDICAL, 2, row("v-" + person, FEE)));
        neighbours
                .page(TAX, drawer)
                .body(containsString("重新核对后已无差异"), containsString("已被替代"), not(containsString("待办单位 国库")));
        neighbours.page(TREASURY, drawer).body(not(containsString("重报该日")));
        neighbours.page(TAX, closed("false")).body(not(containsString(person)));
        neighbours
                .page(TAX, closed("true"))
                .body(containsString("v-" + person), containsString("重新核对后已无差异"), containsString("结清日"));
        neighbours
                .as(TAX)
                .queryParam("after", before)
                .get("/differences/closed")
                .then()
                .statusCode(200)
                .body("voucher", hasItem("v-" + person))
                .body("find { it.voucher == 'v-" + person + "' }.how", equalTo("RESTATED"))
                .body("find { it.voucher == 'v-" + person + "' }.difference", equalTo(-8_000));
    }

    @Test
    void whatAnotherDayMakesUpForIsClosedToo() {
        LocalDate next = date.plusDays(1);
        tax.receives(nothing(next, MEDICAL), nothing(next, PENSION));
        treasury.reports(day(next, MEDICAL, 1, row("v-" + person, 8_000)), day(next, PENSION, 1));
        neighbours
                .page(TAX, "/desk/differences/one?of=" + of)
                .body(containsString("与他日相抵"), containsString("80.00"), containsString(next.toString()));
        neighbours
                .as(TAX)
                .queryParam("after", before)
                .get("/differences/closed")
                .then()
                .body("findAll { it.voucher == 'v-" + person + "' }.how.unique()", equalTo(List.of("CANCELLED_OUT")));
    }

    @Test
    void theEvidenceIsThereInEnglishAndForMachinesAndForNobodyWithoutAPartInIt() {
        String drawer = "/desk/differences/one?of=" + of;
        neighbours
                .page(TAX, "370404", drawer, "en")
                .body(containsString("What the treasury says"), not(containsString("国库记录")));
        neighbours
                .as(TREASURY)
                .queryParam("channel", "WECHAT")
                .queryParam("voucher", "v-" + person)
                .get("/differences/evidence")
                .then()
                .statusCode(200)
                .body("collected.amount", equalTo(List.of(38_000)))
                .body("booked.amount", equalTo(List.of(30_000)))
                .body("said.kind", equalTo(List.of("AMOUNT_DIFFERS")));
        neighbours.page(EDUCATION, drawer).statusCode(403);
        neighbours.page(TAX, "370404001", drawer, "zh").statusCode(404);
        neighbours.as(EDUCATION).get("/differences/closed").then().statusCode(403);
        neighbours.as(EDUCATION).get("/differences/evidence").then().statusCode(403);
        neighbours.page(TAX, drawer + "-unknown").statusCode(404);
        neighbours.page(TAX, "/desk/differences/one?of=yesterday").statusCode(400);
    }

    @Test
    void theDrawerSaysWhatTheListSaysHoweverManyVersionsTheDayHas() {
        jdbi.useTransaction(h -> {
            h.execute(
                    """
                    insert into treasury_day select day, insurance, v, account, 0, 0, digest, received_on
                    from treasury_day, generate_series(2, 250) v where day = ? and insurance = 'MEDICAL' and version = 1""",
                    date);
            h.execute(
                    """
                    insert into balance (day, insurance, version, account, treasury_version, collected, treasury, balanced_on)
                    select day, insurance, v, account, v, case v when 250 then 30000 else 0 end, 0, balanced_on
                    from balance, generate_series(2, 250) v where day = ? and insurance = 'MEDICAL' and version = 1""",
                    date);
            h.execute(
                    """
                    insert into difference (day, insurance, version, channel, voucher, kind, collected, treasury, owner)
                    values (?, 'MEDICAL', 250, 'WECHAT', ?, 'MISSING_IN_TREASURY', 30000, 0, 'TREASURY')""",
                    date,
                    "v-" + person);
        });
        neighbours.page(TAX, closed("false")).body(containsString("v-" + person));
        neighbours.page(TREASURY, "/desk/differences/one?of=" + of).body(containsString("重报该日"));
    }

    private String closed(String closed) {
        return "/desk/differences?closed=" + closed + "&after=" + before;
    }
}
