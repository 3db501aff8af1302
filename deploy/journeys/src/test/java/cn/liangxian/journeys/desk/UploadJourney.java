package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.local.Stack;
import cn.liangxian.world.lists.ListFormat;
import cn.liangxian.world.lists.ListRow;
import cn.liangxian.world.lists.ListWriter;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A list from its template to the file with the reasons, at the desk of civil affairs, by two people. */
@ExtendWith(SharedCounty.class)
@ResourceLock(SharedCounty.LOCK)
class UploadJourney {

    private static final String TOWNSHIP = "370404100";
    /** Workbooks may write what is not ASCII by its number. */
    private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-fA-F]+);|&#([0-9]+);");

    /** What happened is seen by whoever has the page open, without a hand. */
    private static final double FRESH_MS = 3_000;

    /** Rows that are checked for a second or two. */
    private static final int LARGE = 120_000;

    private static Stack stack;
    private static Browser browser;

    @BeforeAll
    static void playToTheMiddle(County county) {
        stack = county.stack();
        county.standAt(DesksJourney.MIDDLE);
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void oneUploadsAnotherCommitsAndTheFileComesBackWithTheReasons() throws Exception {
        Colleague clerk = new Colleague(stack, browser, "civil-affairs-clerk");
        Page page = clerk.visit("enrollment", "/desk/upload")
                .reads("上传新名单")
                .accessible()
                .picture("enrollment-upload")
                .page();
        Download template = page.waitForDownload(
                () -> page.locator("a[href*='template']").first().click());
        assertTrue(sheet(template.path()).contains("身份证号"), "the template names its columns");

        List<ListRow> rows = new ArrayList<>(residents());
        rows.add(new ListRow("王五", "37040419500101001X", "", "", "末位有误"));
        page.locator("select[name=category]").selectOption("DIBAO");
        page.locator("select[name=area]").selectOption(TOWNSHIP);
        page.locator("input[name=declared]").fill(Integer.toString(rows.size()));
        page.locator("input[name=signedBy]").fill("分管负责人");
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload(
                        "古邵镇低保名单.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        ListWriter.write(ListFormat.XLSX, rows)));
        page.locator("input[name=sealed]").check();
        page.locator("form.form button").click();
        page.waitForURL("**/desk/upload/draft?id=*");
        String draft = page.url().substring(stack.url("enrollment").length());
        clerk.reads("接收，含错误行").reads("尚未移交任何数据").accessible().picture("enrollment-preview");
        assertThat(page.locator("main")).not().containsText(rows.get(0).idNumber());

        page.locator("form[action$=commit] button").click();
        assertThat(page.locator("body")).containsText("上传人不能自行复核");
        clerk.picture("enrollment-same-person");

        Colleague checker = new Colleague(stack, browser, "civil-affairs-checker");
        Page second = checker.visit("enrollment", "/desk/upload")
                .reads("古邵镇低保名单.xlsx")
                .accessible()
                .page();
        second.locator("a[href='" + draft + "']").first().focus();
        second.keyboard().press("Enter");
        Page open = new Colleague(stack, browser, "medical-insurance-clerk")
                .visit("enrollment", "/desk/lists")
                .page();
        assertThat(open.locator(".pulse")).hasText("实时更新");
        Locator received = open.locator("#lists table").last();
        String before = received.textContent();
        Locator taken = new Colleague(stack, browser, "audit-bureau-clerk")
                .visit("audit", "/desk/mine")
                .page()
                .locator("[data-stamp=taken]");
        String earlier = taken.textContent();
        long committed = System.nanoTime();
        second.locator("form[action$=commit] button").click();
        assertThat(received).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(FRESH_MS));
        double left = FRESH_MS - Duration.ofNanos(System.nanoTime() - committed).toMillis();
        // over the broker, at another service's desk
        assertThat(taken).not().hasText(earlier, new LocatorAssertions.HasTextOptions().setTimeout(Math.max(1, left)));
        checker.reads("已提交移交").accessible().picture("enrollment-committed");
        Download back =
                second.waitForDownload(() -> second.locator("a[href*='errors']").click());
        String returned = sheet(back.path());
        assertTrue(returned.contains("错误原因") && returned.contains("末位有误"), "the reason stands beside its row");
        assertEquals(List.of(), checker.complaints());
        assertEquals(1, clerk.complaints().size(), "a refusal, and nothing else: " + clerk.complaints());
    }

    @Test
    void howMuchOfALargeListHasBeenSentAndCheckedIsShownMeanwhileInBothLanguages() throws Exception {
        for (String language : List.of("zh", "en")) {
            Colleague clerk = new Colleague(stack, browser, "civil-affairs-clerk");
            Page page = clerk.visit("enrollment", "/desk/upload").page();
            page.navigate(stack.url("enrollment") + "/desk/language?to=" + language + "&back=/desk/upload");
            page.locator("select[name=category]").selectOption("DIBAO");
            page.locator("select[name=area]").selectOption(TOWNSHIP);
            page.locator("input[name=declared]").fill(Integer.toString(LARGE));
            page.locator("input[name=signedBy]").fill("分管负责人");
            page.locator("input[name=file]").setInputFiles(large());
            page.locator("input[name=sealed]").check();
            // kept beyond the page, which goes when the preview comes
            page.evaluate(
                    """
                    () => {
                      const bar = document.querySelector('progress');
                      const said = document.querySelector('form output');
                      const all = [];
                      new MutationObserver(() => {
                        all.push(`${said.textContent} = ${bar.value} / ${bar.max}`);
                        sessionStorage.setItem('said', JSON.stringify(all));
                      }).observe(said, { childList: true });
                    }""");
            page.locator("form.form button").click();
            page.waitForURL("**/desk/upload/draft?id=*");
            List<String> said = new ArrayList<>();
            for (Object each : (List<?>) page.evaluate("() => JSON.parse(sessionStorage.getItem('said'))")) {
                said.add(each.toString());
            }
            String sent = language.equals("zh") ? "已上传" : "Uploaded";
            String checked = language.equals("zh") ? "已校验行数" : "Rows checked";
            assertTrue(said.stream().anyMatch(each -> each.startsWith(sent + " 100%")), said + " says all was sent");
            Pattern part = Pattern.compile(checked + " ([1-9][0-9]*) / " + LARGE + " = \\1 / " + LARGE);
            assertTrue(
                    said.stream()
                            .map(part::matcher)
                            .anyMatch(share -> share.matches() && Integer.parseInt(share.group(1)) < LARGE),
                    said + " says a part of the rows");
            page.locator("form[action$=withdraw] button").click();
            assertEquals(List.of(), clerk.complaints());
        }
    }

    /** A file of rows that take their time, and of which none is a resident. */
    private static Path large() throws IOException {
        Path file = Files.createTempFile("large-", ".csv");
        file.toFile().deleteOnExit();
        try (Writer rows = Files.newBufferedWriter(file)) {
            rows.write("姓名,身份证号\n");
            for (int i = 0; i < LARGE; i++) {
                rows.write("张三,37040419500101" + (1000 + i % 9000) + "\n");
            }
        }
        return file;
    }

    private static List<ListRow> residents() throws SQLException {
        var database = stack.database("enrollment");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select name, id_number from person where state = 'LIVING' and township = '"
                                + TOWNSHIP + "' order by person_key limit 12")) {
            List<ListRow> residents = new ArrayList<>();
            while (rows.next()) {
                residents.add(new ListRow(rows.getString(1), rows.getString(2), "2023-10-01", "", ""));
            }
            return residents;
        }
    }

    /** All texts of a workbook. */
    private static String sheet(Path file) throws IOException {
        Path copy = Files.createTempFile("list-", ".xlsx");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(copy);
        }
        return CHARACTER
                .matcher(text)
                .replaceAll(found -> Character.toString(
                        found.group(1) == null
                                ? Integer.parseInt(found.group(2))
                                : Integer.parseInt(found.group(1), 16)));
    }
}
