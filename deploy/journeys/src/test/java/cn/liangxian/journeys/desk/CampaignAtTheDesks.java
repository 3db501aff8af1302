package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Stack;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What the desks show when a campaign is over. In its middle many a page is still empty; here each has rows, and what was late,
 * wrong or mended can be seen.
 */
public record CampaignAtTheDesks(Stack stack) {

    public void isSeen() {
        try (Browser browser = Browser.open()) {
            List.of(tax(browser), agency(browser), finance(browser), overseer(browser))
                    .forEach(each -> assertEquals(List.of(), each.complaints()));
        }
    }

    private Colleague tax(Browser browser) {
        Colleague tax = new Colleague(stack, browser, "tax-clerk");
        tax.visit("collection", "/desk/board").reads("古邵镇").picture("collection-board");
        tax.page().locator("table.dense a").first().press("Enter");
        tax.page().waitForURL("**township=370404001**");
        tax.reads("坛山街道001").accessible().picture("collection-board-villages");
        tax.visit("collection", "/desk/refunds?state=MADE").reads("已退款").accessible();
        tax.walksByKeyTo("reconciliation", "/desk/restatements").reads("版本 2").picture("reconciliation-restatements");
        tax.visit("reconciliation", "/desk/balances?until=2023-12-09")
                .reads("已对平")
                .accessible()
                .picture("reconciliation-balances");
        tax.visit("reconciliation", "/desk/flow").reads("资金流向").accessible().picture("reconciliation-flow");
        tax.visit("subsidy", "/desk/sponsors").reads("资助情况").accessible();
        tax.visit("audit", "/desk/evaluation").reads("达标").accessible().picture("audit-evaluation");
        return tax;
    }

    private Colleague agency(Browser browser) {
        Colleague agency = new Colleague(stack, browser, "medical-insurance-clerk");
        agency.walksByKeyTo("audit", "/desk/mine").reads("逾期未报").picture("audit-mine");
        agency.walksByKeyTo("reconciliation", "/desk/red-list").reads("经办机构未记账").picture("reconciliation-red-list");
        agency.page().locator(".who a[hreflang=en]").click();
        assertThat(agency.heading()).hasText("Red list");
        agency.accessible();
        return agency;
    }

    /** Which money was applied for, and that all of it was appropriated. */
    private Colleague finance(Browser browser) {
        return new Colleague(stack, browser, "finance-clerk")
                .visit("subsidy", "/desk/funds")
                .reads("代缴资助")
                .reads("已足额拨付")
                .accessible()
                .picture("subsidy-funds");
    }

    /** Replays somebody for whom public money paid: the payment follows from it, in one tree, and leads to an entitlement. */
    private Colleague overseer(Browser browser) {
        Colleague auditor = new Colleague(stack, browser, "audit-bureau-clerk");
        auditor.visit("audit", "/desk/punctuality").reads("致他方推迟").accessible().picture("audit-punctuality");
        auditor.visit("audit", "/desk/findings").reads("已办结").accessible();
        Page page = auditor.visit("audit", "/desk/replay?topic=subsidy-proxy-paid-v1")
                .reads("已入索引的事件全部检索完毕")
                .accessible()
                .page();
        String person = page.locator("td.code").first().textContent();
        page.locator("td a[hx-get]").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer .tree li")).hasCount(2);
        assertThat(page.locator("#drawer .tree li").last()).containsText("保费已缴纳");
        auditor.accessible().picture("audit-event");
        page.locator("#drawer .tree a").press("Enter");
        page.waitForURL("**/desk/replay/one**");
        assertThat(page.locator(".tree li.here")).containsText("保费已缴纳");

        auditor.visit("audit", "/desk/replay");
        page.locator("input[name=key]").fill(person);
        page.locator("input[name=key]").press("Enter");
        page.waitForURL("**key=" + person + "**");
        auditor.reads("已入索引的事件全部检索完毕").picture("audit-replay");
        assertTrue(page.locator("tbody tr").count() > 2, "more happened to " + person);
        page.locator("form[action$=person] button").click();
        page.waitForURL("**/desk/replay/person**");
        auditor.reads("事件经过").accessible().picture("audit-person");
        return auditor;
    }
}
