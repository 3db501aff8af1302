package cn.liangxian.reconciliation.redlist;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.part;
import static cn.liangxian.reconciliation.collected.TaxDesk.refund;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestStack;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.BrokenLink;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListResolved;
import cn.liangxian.reconciliation.collected.TaxDesk;
import cn.liangxian.reconciliation.entitlement.AgencyDesk;
import cn.liangxian.reconciliation.treasury.TreasuryDesk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By the policy of Yicheng: ten workdays after the payment. Each test plays dates that no other test opens. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RedListTest {

    private static final long FEE = 38_000;

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    @Inject
    AgencyDesk agency;

    @Inject
    Neighbours neighbours;

    private final String person = Uuid7.next().toString();

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void whoPaidIsNotListedOnTheTenthWorkdayAndIsListedTheDayAfter() {
        LocalDate wednesday = dates.open(LocalDate.of(2023, 11, 1));
        tax.receives(full(person, MEDICAL, FEE, wednesday));
        dates.open(LocalDate.of(2023, 11, 15));
        assertEquals(List.of(), listed());
        dates.open(LocalDate.of(2023, 11, 16));
        assertEquals(List.of("NOT_IN_TREASURY TREASURY 38000 since 2023-11-16"), listed());
    }

    @Test
    @Clause("yicheng-2024/六(二)-b")
    void theListSaysTheBrokenLinkAnewWhenItMovesAndWhoIsEntitledLeavesIt() {
        LocalDate monday = dates.open(LocalDate.of(2023, 11, 20));
        tax.receives(full(person, MEDICAL, FEE, monday), sum(monday, MEDICAL, 1, FEE, 0, 0), nothing(monday, PENSION));
        dates.open(LocalDate.of(2023, 12, 5));
        assertEquals(List.of("NOT_IN_TREASURY TREASURY 38000 since 2023-12-05"), listed());
        treasury.reports(day(monday, MEDICAL, 1, row("v-" + person, FEE)), day(monday, PENSION, 1));
        dates.open(LocalDate.of(2023, 12, 6));
        assertEquals(List.of("NOT_BOOKED_BY_AGENCY MEDICAL_INSURANCE 38000 since 2023-12-05"), listed());
        dates.open(LocalDate.of(2023, 12, 7));
        agency.books(MEDICAL, agency.detailsOf(person, MEDICAL), person);
        assertEquals(List.of(), listed());

        List<RedListIssued> issued = HandedOver.await(2, RedListIssued.class, this::mine);
        assertEquals(
                List.of(BrokenLink.NOT_IN_TREASURY, BrokenLink.NOT_BOOKED_BY_AGENCY),
                issued.stream().map(RedListIssued::brokenLink).toList(),
                "the second day said nothing new and was silent on the third");
        assertEquals(Department.MEDICAL_INSURANCE, issued.get(1).owner());
        assertTrue(issued.get(1).assumed(), "how long is too long no text says");
        RedListResolved resolved = HandedOver.await(
                        1, RedListResolved.class, r -> r.personKey().equals(person))
                .get(0);
        assertEquals(
                new RedListResolved(person, MEDICAL, TaxDesk.FEE_YEAR, "ENTITLED", LocalDate.of(2023, 12, 7)),
                resolved);
    }

    @Test
    void whoPaidInPartIsListedOnlyWhenTheCampaignIsOver() {
        LocalDate paidOn = dates.open(LocalDate.of(2023, 12, 1));
        tax.receives(part(person, PENSION, 10_000, 50_000, 10_000, "v-" + person, paidOn));
        dates.open(LocalDate.of(2023, 12, 20));
        assertEquals(List.of(), listed());
        dates.open(LocalDate.of(2023, 12, 21));
        assertEquals(List.of("INCOMPLETE TAX 10000 since 2023-12-21"), listed());
        dates.open(LocalDate.of(2023, 12, 22));
        tax.receives(part(person, PENSION, 40_000, 50_000, 50_000, "v2-" + person, LocalDate.of(2023, 12, 22)));
        dates.open(LocalDate.of(2023, 12, 23));
        assertEquals(
                List.of("NOT_IN_TREASURY TREASURY 50000 since 2023-12-21"),
                listed(),
                "once listed, the claim stays until it is entitled");
    }

    @Test
    void whoseMoneyWentBackLeavesTheList() {
        LocalDate paidOn = dates.open(LocalDate.of(2024, 1, 8));
        tax.receives(full(person, MEDICAL, FEE, paidOn));
        dates.open(LocalDate.of(2024, 1, 23));
        assertEquals(List.of("NOT_IN_TREASURY TREASURY 38000 since 2024-01-23"), listed());
        tax.receives(
                refund("p-v-" + person + "-MEDICAL", person, MEDICAL, FEE, "r-" + person, LocalDate.of(2024, 1, 23)));
        dates.open(LocalDate.of(2024, 1, 24));
        assertEquals(List.of(), listed());
        assertEquals(
                "MONEY_RETURNED",
                HandedOver.await(1, RedListResolved.class, r -> r.personKey().equals(person))
                        .get(0)
                        .how());
    }

    private boolean mine(RedListIssued issued) {
        return issued.personKey().equals(person);
    }

    private List<String> listed() {
        RedListResource.Listed[] shown = neighbours.read(
                neighbours
                        .as(Department.TAX)
                        .queryParam("after", person)
                        .queryParam("limit", 1)
                        .get("/red-list")
                        .then()
                        .statusCode(200),
                RedListResource.Listed[].class);
        return Arrays.stream(shown)
                .filter(one -> one.personKey().equals(person))
                .map(one ->
                        one.brokenLink() + " " + one.owner() + " " + one.paid().amount() + " since " + one.since())
                .toList();
    }
}
