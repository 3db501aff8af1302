package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.liangxian.journeys.access.AccessDocument;
import cn.liangxian.journeys.campaign.CampaignRun;
import cn.liangxian.journeys.campaign.County;
import cn.liangxian.world.Misbehaviour;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The whole campaign of a county that debits accounts and watches cash, of few residents, every message twice; and in it a debit that the bank could
 * not make, from the worklist of the township to its closure. Its stack shows what else is of such a county alone: an anomaly
 * at the desks, an agency that approves refunds, and what banks may ask.
 */
@Order(1)
class DebitJourney {

    /** Failed for want of money and told to the township; the bank tries again. */
    private static final String FAILED =
            """
            select claim_no, township from debit_line l join claim c using (claim_no, township)
            where l.state = 'FAILED' and l.result = 'INSUFFICIENT' and listed_on is not null and c.state <> 'PAID'
            order by claim_no limit 3""";

    /** Refunds of the medical insurance by who approved them. */
    private static final String APPROVED =
            "select count(*), by_whom from refund_step where step = 'APPROVED' and department = 'MEDICAL_INSURANCE' group by 2";

    /** What no other journey walks to: pages of a county that debits accounts and watches cash. */
    private static final List<String> OF_SUCH_A_COUNTY =
            List.of("/desk/debits", "/desk/debit-lists", "/desk/agreements", "/desk/cash", "/desk/cash-taking");

    /** What discipline inspection has of cash; here there is something on it. */
    private static final List<String> OF_CASH = List.of("/desk/daily", "/desk/cash-trails", "/desk/suspects");

    /** A Monday on which suspects were pushed; the world draws two days later, if nobody else has. */
    private static final LocalDate SEALED = LocalDate.of(2023, 9, 25);

    /**
     * A quarter of its townships. Agreements are asked for in summer, suspects drawn in autumn, and it ends five weeks earlier: no half
     * year of nothing else.
     * An agency itself approves that money goes back.
     */
    private static final String READING =
            """
            jurisdiction:
              code: "653130"
              name: 巴楚县
              name-en: Bachu County
              calendar: CN-XJ
              by: 第二条
              townships:
                - { code: "653130100", name: 巴楚镇, name-en: Bachu Town }
                - { code: "653130101", name: 色力布亚镇, name-en: Selibuya Town }
                - { code: "653130200", name: 恰尔巴格乡, name-en: Qia'erbage Township }
            campaign:
              start: { on: 2023-09-01, assumed: true }
              end: { on: 2023-11-15, assumed: true }
              stages:
                pay: { from: 2023-09-01, to: 2023-11-15, assumed: true }
                publish: { from: 2023-11-16, to: 2023-12-15, assumed: true }
            insurances:
              MEDICAL:
                refunds: { approved-by: MEDICAL_INSURANCE, paid-by: MEDICAL_INSURANCE, by: 第三十三条(2), assumed: [approved-by] }
              PENSION:
                refunds: { approved-by: SOCIAL_INSURANCE, paid-by: SOCIAL_INSURANCE, by: 第三十三条(2), assumed: [approved-by] }
            cash-risk:
              pos: [POS, WECHAT, ALIPAY]
              sample: { percent: 10, per: TOWNSHIP, rounding: UP, seed: 封存次日起首期中国福利彩票双色球开奖号码 }
              inspections: 2
              by: 第四十二条(4)
              assumed: [sample, inspections]
            schedules:
              agreements.missing: { dates: [2023-07-10], by: 第二十五条(3), assumed: true }
              on-behalf.runs: { dates: [2023-09-20, 2023-10-20, 2023-11-10], by: 第九条(3), assumed: true }
              subsidy.runs: { dates: [2023-11-17, 2023-11-24], by: 第九条(3), assumed: true }
              evaluation: { dates: [2023-11-25], by: 第三十九条(1) }
              cash.sample: { dates: [%s], by: 第四十二条(4), assumed: true }"""
                    .formatted(SEALED);

    /** Enough that one does so over a POS, which takes what telephones show: that is suspect. And one line to be linked. */
    private static final Misbehaviour PAYING_TWICE =
            Misbehaviour.SMALL.withDuplicatePayments(0.8).withMisnamed(1);

    private static final String ANOMALIES = "select claim_no, township from link_anomaly where state = 'OPEN'";

    private final Map<Long, Colleague> followed = new TreeMap<>();
    private Browser browser;
    private County county;
    private boolean linked;
    private boolean returned;
    private boolean closed;
    private boolean drawn;

    /** Without a Chromium the campaign is played all the same, and the desks are not looked at. */
    @Test
    void aTownshipSeesAFailedDebitClosedWhenItIsPaidAndTheCampaignOfACountyThatDebitsBalances() throws Exception {
        try (Browser opened = Browser.isThere() ? Browser.open() : null;
                County bachu = County.reading("bachu-2022", READING, PAYING_TWICE)) {
            browser = opened;
            county = bachu;
            CampaignRun run = county.playEveryMessageTwice(progress -> {
                if (browser != null) {
                    dayOver(progress.day());
                }
            });
            assertEquals(
                    browser == null ? List.of() : List.of("acknowledged 1 times, there 2 times: DEBIT_LIST"),
                    run.failures().stream()
                            .map(each -> each.replaceAll(" [0-9]+$", ""))
                            .toList(),
                    "only the list that the desk returned once more has no line in the world's journal");
            assertEquals(Set.of(List.of()), new HashSet<>(county.parked().values()), "nothing was put aside");
            assertEquals(
                    List.of("medical-insurance-second"),
                    List.copyOf(rows(APPROVED).values()),
                    "paid twice and given back, by another than who checked it");
            AccessDocument.BANKS.isKept(county.stack());
            new DebitFormsAtTheDesks(county.stack()).areKept();
            assumeTrue(browser != null, "no Chromium: .ci/browser installs it");
            assertTrue(closed, "one of " + followed.keySet() + " is paid");
            assertTrue(drawn);
            assertTrue(linked);
            assertTrue(returned);
            new DebitPapersAtTheDesks(county.stack(), browser).anAgreementIsNamedAndARefundIsAskedFor("653130100");
        }
    }

    private void dayOver(LocalDate day) {
        if (!linked && !rows(ANOMALIES).isEmpty()) {
            new AnomalyAtTheDesks(county.stack(), browser).isForwardedConfirmedAndClosed();
            linked = true;
        }
        if (!returned) {
            returned = new DebitPapersAtTheDesks(county.stack(), browser).aListIsReturnedUnderSealAndItsAmountsAreSet();
        }
        if (day.equals(SEALED.plusDays(1))) {
            drawTheSample();
        }
        if (followed.isEmpty()) {
            rows(FAILED).forEach(this::speak);
        } else if (!closed) {
            String paid = "select claim_no, township from claim where state = 'PAID' and claim_no in (%s)";
            String claims = followed.keySet().toString().replaceAll("[\\[\\]]", "");
            rows(paid.formatted(claims)).keySet().stream().findFirst().ifPresent(this::seeClosed);
        }
    }

    private void drawTheSample() {
        Colleague discipline = new Colleague(county.stack(), browser, "discipline-clerk");
        Page page = discipline
                .visit("audit", "/desk/samples")
                .reads("等待公开随机数")
                .accessible()
                .picture("audit-sample-sealed")
                .page();
        page.locator("input[name=seed]").fill("03 08 11 19 22 30 + 07");
        page.keyboard().press("Enter");
        discipline.reads("03 08 11 19 22 30 + 07");
        drawAgain(page);
        discipline.reads("重新抽取结果与已公布一致").accessible().picture("audit-sample-drawn");
        walksInEnglish(discipline, "audit", OF_CASH);
        assertEquals(List.of(), discipline.complaints());
        discipline.turnsAway();
        drawn = true;
    }

    /** What others do brings the page anew under one's fingers: then the key is pressed again. */
    private static void drawAgain(Page page) {
        Awaitility.await().pollInSameThread().until(() -> {
            if (!page.url().contains("again=")) {
                page.locator("a.button[href*=again]").press("Enter");
            }
            return page.url().contains("again=");
        });
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
        if (followed.isEmpty()) {
            learnWhomToCall(clerk);
            clerk.visit("collection", "/desk/debits");
            open(page, claim);
        }
        page.locator("#drawer select[name=outcome]").selectOption("WILL_DEPOSIT");
        page.locator("#drawer textarea[name=note]").fill("答应三日内存入");
        page.locator("#drawer form[action$=contact] button").press("Enter");
        page.waitForURL("**/desk/debits?village=*");
        assertThat(row(page, claim)).containsText("将存足余额");
        assertThat(row(page, claim)).containsText("跟进中");
        clerk.turnsAway();
        followed.put(claim, clerk);
    }

    /** For a duty of the township's and told to the police, who know the resident's name and number. */
    private void learnWhomToCall(Colleague clerk) {
        Page page = clerk.page();
        page.locator("#drawer a[href*='/desk/persons/one']").press("Enter");
        clerk.reads("已脱敏").accessible();
        page.locator("form[action$=unmask] select[name=duty]").selectOption("DEBIT_FAILED");
        page.locator("form[action$=unmask] input[name=purpose]").fill("电话通知存足余额");
        page.locator("form[action$=unmask] button").press("Enter");
        clerk.reads("本次查阅已记录").accessible();
        new Colleague(county.stack(), browser, "public-security-clerk")
                .visit("audit", "/desk/accesses")
                .reads("电话通知存足余额")
                .turnsAway();
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
        clerk.visit("collection", "/desk/debits/guidance").reads("引导其他渠道").accessible();
        clerk.visit("collection", "/desk/cash").accessible();
        clerk.visit("collection", "/desk/cash/papers").reads("现金缴费人员").accessible();
        walksInEnglish(clerk, "collection", OF_SUCH_A_COUNTY);
        for (String within : List.of("/desk/debits/guidance", "/desk/cash/papers")) {
            clerk.visit("collection", within);
            assertEquals(List.of(), clerk.outOfReach(), within);
            assertEquals(List.of(), clerk.accessible().chinese(), within);
        }
        assertEquals(List.of(), clerk.complaints());
        clerk.turnsAway();
        closed = true;
    }

    /** As {@link PagesJourney} does in the county that debits nothing; in Chinese they were read before. */
    private static void walksInEnglish(Colleague colleague, String service, List<String> paths) {
        paths.forEach(path -> colleague.walksByKeyTo(service, path).looksIntoDrawers());
        colleague.readsEnglish();
        for (String path : paths) {
            colleague.visit(service, path);
            assertEquals(List.of(), colleague.chinese(), service + path);
        }
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
