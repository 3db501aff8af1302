package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.local.Stack;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What departments see and do at their desks in the middle of a campaign, in a real browser. With
 * {@code -Dliangxian.desks=running} the desks of the stack that runs are looked at.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
class DesksJourney {

    static final LocalDate MIDDLE = LocalDate.of(2023, 10, 31);
    private static Stack stack;
    private static Browser browser;

    @BeforeAll
    static void playToTheMiddle(County county) {
        stack = county.stack();
        county.standAt(MIDDLE);
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void taxSeesWhatIsItsToDoInBothLanguagesAndWithTheKeyboardAlone() {
        Colleague clerk = new Colleague(stack, browser, "tax-clerk");
        clerk.visit("audit", "/desk/mine").reads("我的事项").reads("逾期").accessible();
        Page page = clerk.page();
        assertThat(page.locator(".pulse")).hasText("实时更新");

        page.locator("td a[hx-get]").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer")).isVisible();
        assertThat(page.locator("#drawer h1")).isVisible();
        clerk.accessible().picture("audit-obligation");
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer")).isHidden();

        clerk.visit("audit", "/desk/mine?state=BLOCKED")
                .reads("暂不能开始")
                .accessible()
                .picture("audit-blocked");
        page.locator(".who a[hreflang=en]").click();
        assertThat(clerk.heading()).hasText("What is mine");
        clerk.accessible().picture("audit-blocked-en");
        assertEquals(List.of(), clerk.complaints());
    }

    @Test
    void oneLoginOpensAllFiveDesksAndEachShowsItsNumbers() {
        Colleague clerk = new Colleague(stack, browser, "tax-clerk");
        clerk.visit("audit", "/desk/calendar").reads("期限日历").picture("audit-calendar");
        clerk.walksTo("enrollment").reads("低保对象").picture("enrollment-lists");
        clerk.walksTo("collection").reads("古邵镇");
        clerk.walksTo("reconciliation").reads("已对平");
        clerk.walksTo("subsidy").reads("代缴");
        clerk.visit("enrollment", "/desk/rosters").reads("税务已接收").picture("enrollment-rosters");
        clerk.visit("collection", "/verification").reads("凭证核验").accessible();
        assertEquals(List.of(), clerk.complaints());
    }

    @Test
    void anAgencySeesWhatItCouldNotTakeInAndWhoseIdentityIsInDoubt() {
        Colleague agency = new Colleague(stack, browser, "medical-insurance-clerk");
        agency.visit("enrollment", "/desk/failures").reads("导入异常").picture("enrollment-failures");
        agency.visit("enrollment", "/desk/doubts").reads("疑点身份").picture("enrollment-doubts");
        assertEquals(List.of(), agency.complaints());
    }

    @Test
    void theTreasuryReportsDaysAndMonthsAndEveryUnitSeesWhoAnswersForWhat() {
        Colleague treasury = new Colleague(stack, browser, "treasury-clerk");
        Page page =
                treasury.visit("reconciliation", "/desk/months").reads("月度对账").page();
        treasury.picture("reconciliation-months");
        treasury.visit("reconciliation", "/desk/treasury-days").reads("国库日报");
        page.locator("main a[hx-get]").first().press("Enter");
        assertThat(page.locator("#drawer h1")).isVisible();
        treasury.picture("reconciliation-treasury-report");
        Colleague township = new Colleague(stack, browser, "township-370404100-clerk");
        township.visit("audit", "/desk/duties?duty=SPECIALIST").reads("古邵镇").picture("audit-duties");
        assertEquals(List.of(), treasury.complaints());
        assertEquals(List.of(), township.complaints());
    }

    @Test
    void taxReportsTheEvaluationAtItsDeskAndAProviderSeesWhoLookedAtItsData() {
        Colleague tax = new Colleague(stack, browser, "tax-clerk");
        Page page = tax.visit("audit", "/desk/evaluation").accessible().page();
        page.locator("form[action$=report] button").click();
        tax.reads("目标完成情况").reads("各单位时效").accessible();
        page.locator(".who a[hreflang=en]").click();
        tax.reads("Targets").accessible();
        Colleague civilAffairs = new Colleague(stack, browser, "civil-affairs-clerk");
        civilAffairs.visit("audit", "/desk/accesses").reads("信息查阅").accessible().picture("audit-accesses");
        assertEquals(List.of(), tax.complaints());
        assertEquals(List.of(), civilAffairs.complaints());
    }

    @Test
    void whoAsksForAResidentOrUnmasksOneSaysWhatForAndWhoProvidedTheDataReadsIt() throws SQLException {
        String number = aResidentsNumber();
        Colleague agency = new Colleague(stack, browser, "medical-insurance-clerk");
        Page page = agency.visit("enrollment", "/desk/persons").page();
        page.locator("input[name=idNumber]").fill(number);
        page.locator("form[action$=persons] button").click();
        assertThat(page.locator("form[action$=persons] input[name=purpose]:invalid"))
                .isVisible();
        page.locator("form[action$=persons] input[name=purpose]").fill("窗口咨询应缴额");
        page.locator("form[action$=persons] button").click();
        agency.reads("已脱敏").reads("应缴依据").accessible().picture("enrollment-persons");
        assertThat(page.locator("main")).not().containsText(number);

        assertThat(page.locator("form[action$=unmask] input[name=purpose]")).hasValue("窗口咨询应缴额");
        page.locator("form[action$=unmask] input[name=purpose]").fill("核对参保登记证件号码");
        page.locator("form[action$=unmask] button").click();
        agency.reads("本次查阅已记录").reads(number).accessible();

        Colleague police = new Colleague(stack, browser, "public-security-clerk");
        police.visit("audit", "/desk/accesses").reads("窗口咨询应缴额").reads("核对参保登记证件号码");
        assertThat(police.page().locator("main")).not().containsText(number);
        assertEquals(List.of(), agency.complaints());
        assertEquals(List.of(), police.complaints());
    }

    private static String aResidentsNumber() throws SQLException {
        var database = stack.database("enrollment");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select id_number from person where state = 'LIVING' order by person_key limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aTownshipSeesItsOwnTownshipAndNobodyIsInWithoutALogin() {
        Colleague clerk = new Colleague(stack, browser, "township-370404100-clerk");
        clerk.visit("audit", "/desk/mine?state=DONE").reads("古邵镇").picture("audit-township");
        assertThat(clerk.page().locator("main")).not().containsText("阴平镇");
        clerk.page().locator(".who a[href='/desk/logout']").click();
        clerk.page().waitForURL(stack.issuer() + "/**");
        clerk.page().navigate(stack.url("audit") + "/desk/mine");
        assertThat(clerk.page().locator("#username")).isVisible();
        assertEquals(List.of(), clerk.complaints());
    }
}
