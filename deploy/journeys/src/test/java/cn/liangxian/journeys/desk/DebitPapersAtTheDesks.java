package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Stack;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The papers of a county that debits, at the desks: a debit list under seal, agreements to be signed anew, a refund asked for. */
record DebitPapersAtTheDesks(Stack stack, Browser browser) {

    private static final String RETURNED =
            """
            select l.township, c.name, c.id_number, c.insurance, r.tier, r.amount, r.reason
            from debit_list l join debit_list_row r using (list_id) join claim c using (claim_no)
            where l.state = 'RETURNED' and l.township = (select min(township) from debit_list where state = 'RETURNED')
            order by c.claim_no""";

    private static final String PAID =
            """
            select c.id_number, p.payment_id from payment p join claim c using (claim_no)
            where p.payer = 'SELF' and p.outcome = 'PAID' and c.fee_year = 2024
                and not exists (select from refund_case f where f.payment_id = p.payment_id)
                and (select count(*) from claim o where o.id_number = c.id_number and o.insurance = c.insurance) = 1
            order by p.payment_id limit 1""";

    /** What a township has returned comes once more from a file and takes its place; false while no list waits for its amounts. */
    boolean aListIsReturnedUnderSealAndItsAmountsAreSet() {
        List<List<String>> rows = rows(RETURNED);
        if (rows.isEmpty()) {
            return false;
        }
        String township = rows.get(0).get(0);
        StringBuilder file = new StringBuilder("姓名,身份证号,险种,缴费档次（元）,缴费金额（元）,不能批扣原因\n");
        rows.forEach(row -> file.append(line(row)).append('\n'));
        Colleague clerk = new Colleague(stack, browser, "township-" + township + "-clerk");
        Page page = clerk.visit("collection", "/desk/debit-lists")
                .reads("应缴费人员清册")
                .accessible()
                .picture("collection-debit-lists")
                .page();
        String form = page.waitForDownload(
                        () -> page.locator("a[href$='form.xlsx']").press("Enter"))
                .suggestedFilename();
        assertEquals("debit-list.xlsx", form);
        page.locator("input[name=declared]").fill(Integer.toString(rows.size()));
        page.locator("input[name=signedBy]").fill("乡镇主要领导");
        page.locator("input[name=categories]").fill("城乡居民");
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload(
                        "批量扣款清册.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("input[name=sealed]").check();
        page.locator("form[enctype] button").press("Enter");
        clerk.reads("清册已全部接收").reads("已由更正清册替代").accessible().picture("collection-debit-list-taken");
        clerk.visit("collection", "/desk/debit-lists/changes").reads("暂不能申请变更").accessible();

        Colleague tax = new Colleague(stack, browser, "tax-clerk");
        Page desk = tax.visit("collection", "/desk/debit-lists")
                .accessible()
                .picture("collection-debit-lists-tax")
                .page();
        int before = desk.locator("form[action$=amounts]").count();
        desk.locator("form[action$=amounts] button").first().press("Enter");
        assertThat(desk.locator("form[action$=amounts]")).hasCount(before - 1);
        tax.reads("金额已设置");
        clerk.visit("collection", "/desk/debit-lists/changes").accessible().picture("collection-amount-changes");
        for (Colleague each : List.of(clerk, tax)) {
            assertEquals(List.of(), each.complaints());
            each.turnsAway();
        }
        return true;
    }

    /** A township names an agreement; tax takes a refund on, from the payment, with its proof. */
    void anAgreementIsNamedAndARefundIsAskedFor(String township) {
        Colleague clerk = new Colleague(stack, browser, "township-" + township + "-clerk");
        Page page = clerk.visit("collection", "/desk/agreements?state=SIGNED").page();
        page.locator("input[name=agreement]").first().press("Space");
        assertTrue(page.locator("input[name=agreement]").first().isChecked());
        clerk.picture("collection-agreements-renew");
        page.locator("form#renew button").press("Enter");
        page.waitForURL("**/desk/agreements?*state=TO_RENEW*");
        clerk.reads("已提交税务部门作废").accessible().picture("collection-agreements-to-renew");
        clerk.visit("collection", "/desk/cash-taking")
                .reads("现金代收登记")
                .accessible()
                .picture("collection-cash-taking");
        assertEquals(List.of(), clerk.complaints());

        Colleague tax = new Colleague(stack, browser, "tax-clerk");
        Page desk = tax.visit("collection", "/desk/receipts").page();
        List<List<String>> paid = rows(PAID);
        assertFalse(paid.isEmpty(), "somebody paid");
        desk.locator("input[name=idNumber]").fill(paid.get(0).get(0));
        desk.locator("form.filter button").press("Enter");
        desk.locator("a[href$='/desk/refunds/request?payment=" + paid.get(0).get(1) + "']")
                .press("Enter");
        desk.locator("select[name=reason]").selectOption("INSURED_ELSEWHERE");
        desk.locator("input[name=documents]")
                .setInputFiles(new FilePayload(
                        "异地参保证明.pdf", "application/pdf", "%PDF-1.7 proof".getBytes(StandardCharsets.UTF_8)));
        desk.locator("input[name=original]").press("Space");
        tax.accessible().picture("collection-refund-request");
        desk.locator("form[enctype] button").press("Enter");
        desk.waitForURL("**/desk/refunds");
        tax.reads("证明1.pdf · 已核原件").accessible().picture("collection-refund-requested");
        assertEquals(List.of(), tax.complaints());
    }

    private static String line(List<String> row) {
        boolean cannot = row.get(6) != null;
        return String.join(
                ",",
                row.get(1),
                row.get(2),
                row.get(3).equals("PENSION") ? "养老" : "医疗",
                yuan(row.get(4)),
                cannot ? "" : yuan(row.get(5)),
                Objects.toString(row.get(6), ""));
    }

    private static String yuan(String fen) {
        return fen == null ? "" : new BigDecimal(fen).movePointLeft(2).toPlainString();
    }

    private List<List<String>> rows(String query) {
        var database = stack.database("collection");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
