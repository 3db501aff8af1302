package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.journeys.campaign.County;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A debit that the bank could not make, from the worklist of the township to its closure, in a county that debits accounts. */
class DebitJourney {

    private static final LocalDate LATEST = LocalDate.of(2023, 11, 15);

    /** Failed for want of money and told to the township; the bank tries again. */
    private static final String FAILED =
            """
            select claim_no, township from debit_line l join claim c using (claim_no, township)
            where l.state = 'FAILED' and l.result = 'INSUFFICIENT' and listed_on is not null and c.state <> 'PAID'
            order by claim_no limit 3""";

    private final Map<Long, Colleague> followed = new TreeMap<>();
    private Browser browser;
    private County county;
    private boolean closed;

    @Test
    void aTownshipSpeaksWithWhomTheBankCouldNotDebitAndSeesTheDebitClosedWhenItIsPaid() {
        try (Browser opened = Browser.open();
                County bachu = new County("bachu-2022")) {
            browser = opened;
            county = bachu;
            county.playWhile(this::dayOver);
        }
        assertTrue(closed, "one of " + followed.keySet() + " is paid");
    }

    private boolean dayOver(LocalDate day) {
        if (followed.isEmpty()) {
            rows(FAILED).forEach(this::speak);
        } else {
            String paid = "select claim_no, township from claim where state = 'PAID' and claim_no in (%s)";
            String claims = followed.keySet().toString().replaceAll("[\\[\\]]", "");
            rows(paid.formatted(claims)).keySet().stream().findFirst().ifPresent(this::seeClosed);
        }
        return !closed && day.isBefore(LATEST);
    }

    private void speak(long claim, String township) {
        Colleague clerk = new Colleague(county.stack(), browser, "township-" + township + "-clerk");
        Page page = clerk.visit("collection", "/desk/debits")
                .reads("扣款失败台账")
                .accessible()
                .picture("collection-debits")
                .page();
        open(page, claim);
        clerk.accessible().picture("collection-debit");
        page.locator("#drawer select[name=outcome]").selectOption("WILL_DEPOSIT");
        page.locator("#drawer textarea[name=note]").fill("答应三日内存入");
        page.locator("#drawer form[action$=contact] button").press("Enter");
        page.waitForURL("**/desk/debits?village=*");
        assertThat(row(page, claim)).containsText("将存足余额");
        assertThat(row(page, claim)).containsText("跟进中");
        followed.put(claim, clerk);
    }

    private void seeClosed(long claim) {
        Colleague clerk = followed.get(claim);
        Page page = clerk.visit("collection", "/desk/debits?open=true").page();
        assertThat(row(page, claim)).hasCount(0);
        clerk.visit("collection", "/desk/debits?open=false");
        assertThat(row(page, claim)).containsText("已缴清");
        open(page, claim);
        assertThat(page.locator("#drawer .course")).containsText("答应三日内存入");
        assertThat(page.locator("#drawer .course")).containsText("已缴清，本项关闭");
        assertThat(page.locator("#drawer form[action$=contact]")).hasCount(0);
        clerk.accessible().picture("collection-debit-closed");
        clerk.visit("collection", "/desk/agreements?state=SIGNED")
                .reads("两两协议")
                .accessible()
                .picture("collection-agreements");
        assertEquals(List.of(), clerk.complaints());
        closed = true;
    }

    private static void open(Page page, long claim) {
        row(page, claim).locator("a[hx-get]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer h1")).isVisible();
    }

    private static Locator row(Page page, long claim) {
        return page.locator("tr:has(a[href='/desk/debits/one?claim=" + claim + "'])");
    }

    /** Claims with their townships. */
    private Map<Long, String> rows(String query) {
        var database = county.stack().database("collection");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            Map<Long, String> found = new TreeMap<>();
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
