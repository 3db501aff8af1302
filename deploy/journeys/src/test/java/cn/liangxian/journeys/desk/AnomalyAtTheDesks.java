package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.local.Stack;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** A line that links to no one person, asked about, answered and closed at the desks before the world comes to it. */
record AnomalyAtTheDesks(Stack stack, Browser browser) {

    void isForwardedConfirmedAndClosed() {
        Colleague agency = new Colleague(stack, browser, "social-insurance-clerk");
        Page page = agency.visit("collection", "/desk/anomalies").page();
        open(page);
        agency.accessible().picture("collection-anomaly");
        page.locator("#drawer select[name=department]").selectOption("PUBLIC_SECURITY");
        press(page, "FORWARD");
        assertThat(page.locator("#anomalies tbody tr")).hasCount(0);

        Colleague police = new Colleague(stack, browser, "public-security-clerk");
        Page asked = police.visit("collection", "/desk/anomalies").accessible().page();
        open(asked);
        form(asked, "CONFIRM").locator("textarea").fill("户籍登记姓名以公安为准");
        press(asked, "CONFIRM");
        assertThat(asked.locator("#anomalies tbody tr")).hasCount(0);

        agency.visit("collection", "/desk/anomalies?state=CONFIRMED");
        open(page);
        assertThat(page.locator("#drawer .course")).containsText("户籍登记姓名以公安为准");
        form(page, "CLOSE").locator("textarea").fill("已按公安答复更正");
        press(page, "CLOSE");
        agency.visit("collection", "/desk/anomalies?state=CLOSED")
                .reads("已按公安答复更正")
                .accessible()
                .picture("collection-anomalies");
        for (Colleague each : List.of(agency, police)) {
            assertEquals(List.of(), each.complaints());
            each.turnsAway();
        }
    }

    private static void open(Page page) {
        page.locator("#anomalies a[hx-get]").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer h1")).isVisible();
    }

    private static Locator form(Page page, String action) {
        return page.locator("#drawer form:has(input[value=" + action + "])");
    }

    /** Every step leads back to the list of those that are open. */
    private static void press(Page page, String action) {
        form(page, action).locator("button").press("Enter");
        page.waitForURL(url -> url.endsWith("/desk/anomalies"));
        assertThat(page.locator("#drawer")).isHidden();
    }
}
