package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.TownshipPapers.SPECIALIST;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.specialist;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.collection.DebitHandoff.AmountsSet;
import cn.liangxian.collection.DebitHandoff.DebitListReturned;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The debit list of a township at the desks: filled in, returned under seal, its amounts set and changed. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitListsPageTest {

    private static final String HEADER = "姓名,身份证号,险种,缴费档次（元）,缴费金额（元）,不能批扣原因\n";
    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "653130101");

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(TOWN + "201");
    private final Resident second = Resident.ordinary().of(TOWN + "201");

    @BeforeEach
    void theRosterIsHereTenDaysBeforeTheCampaign() {
        county.begins("2023-08-22");
        county.insuresMedical(first, second);
        county.insuresPension(200, first);
    }

    @Test
    @Clause("bachu-2022/第二十六条(1)")
    void aTownshipDownloadsTheRosterThatItGotAndTheFormToFillIn() throws IOException {
        TOWNSHIP.get("/desk/debit-lists").statusCode(200).body(containsString("尚未推送应缴费人员清册"));
        String roster = TAX.post("/payable-rosters", Map.of("township", TOWN))
                .statusCode(201)
                .extract()
                .path("payableRosterId");
        TOWNSHIP.get("/desk/debit-lists")
                .body(containsString("/desk/debit-lists/roster?id=" + roster))
                .body(containsString("<li class=\"now\">摸底、填写清册</li>"));
        TOWNSHIP.get("/desk/debit-lists/roster?id=" + roster)
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString("应缴金额(元)"), not(containsString(first.idNumber())));
        ELSEWHERE.get("/desk/debit-lists/roster?id=" + roster).statusCode(404);
        TOWNSHIP.get("/desk/debit-lists/form.csv").statusCode(200).body(containsString(HEADER.strip()));
        byte[] form = TOWNSHIP.get("/desk/debit-lists/form.xlsx")
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(form))) {
            assertEquals("身份证号", workbook.getFirstSheet().read().get(0).getCellText(1));
        }
        TAX.get("/desk/debit-lists/form.csv").statusCode(403);
        new Desk("VILLAGE", TOWN + "201").get("/desk/debit-lists").statusCode(403);
    }

    @Test
    @Clause({"bachu-2022/第二十六条(2)", "bachu-2022/第二十六条(3)", "bachu-2022/第二十六条(4)"})
    void aListIsReturnedUnderSealAndWhatIsNotTakenIsShownByTheLineOfTheFile() {
        String file = "巴楚镇批量扣款清册\n" + HEADER
                + row(first, "医疗", "", "380", "")
                + "\n"
                + row(first, "养老", "200", "200.00", "")
                + row(second, "医疗", "", "300", "")
                + row(Resident.ordinary(), "医疗", "", "", "无银行账户");
        returns(TOWNSHIP, file, 4, null).statusCode(422).body(containsString("清册缺少主要领导签字或公章"));
        returns(TOWNSHIP, file, 5, "yes").statusCode(422).body(containsString("清册人数与明细不符"));
        returns(ELSEWHERE, file, 4, "yes").statusCode(200).body(containsString("清册各行均未接收"));
        returns(TOWNSHIP, file, 4, "yes")
                .statusCode(200)
                .body(containsString("清册已接收，下列行未接收"))
                .body(containsString("<td class=\"n\">6</td><td class=\"nowrap\">测***</td>"))
                .body(containsString("现应缴380.00元，所报金额：300.00元"), containsString("未找到应缴信息"))
                .body(not(containsString(second.idNumber())));
        assertEquals(
                2,
                county.count("select claims from debit_list where state = 'RETURNED' and township = '" + TOWN + "'"));
        TOWNSHIP.request()
                .cookie("language", "en")
                .get("/desk/debit-lists")
                .then()
                .body(containsString("Amounts to be set"), not(containsString("待设置金额")));

        returns(TOWNSHIP, HEADER + row(first, "医疗", "", "380", ""), 1, "yes", Charset.forName("GB18030"))
                .body(containsString("清册已全部接收"));
        TOWNSHIP.get("/desk/debit-lists").body(containsString("已由更正清册替代"), containsString("2023-08-28"));
        DebitListReturned last = county.handed(DebitListReturned.class).get(2);
        assertEquals(1, last.people());
        assertTrue(last.sealed());
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenAndThePageSaysWhy() {
        returns(TOWNSHIP, "", 1, "yes").statusCode(200).body(containsString("没有附上文件"));
        returns(TOWNSHIP, "姓名,金额\n甲,380\n", 1, "yes").body(containsString("找不到规定的表头"));
        returns(TOWNSHIP, "PK\u0003\u0004", 1, "yes").body(containsString("文件已损坏，或不是 XLSX、CSV"));
        returns(
                        TOWNSHIP,
                        HEADER
                                + row(first, "医疗", "", "三百八", "")
                                + row(second, "商业", "", "1", "")
                                + row(second, "医疗", "", "-380", ""),
                        3,
                        "yes")
                .body(containsString("下列单元格无法识别"))
                .body(containsString("<td class=\"n\">2</td>"), containsString("无法识别： 缴费金额（元）"))
                .body(containsString("<td class=\"n\">3</td>"), containsString("无法识别： 险种"))
                .body(containsString("<td class=\"n\">4</td>"));
        assertEquals(0, county.count("select count(*) from debit_list"));
    }

    /** Unread, the reason would not be there: the account would be debited. */
    @Test
    void aHeaderThatTheFormDoesNotHaveIsNamedAndNothingIsTaken() {
        String rows = row(first, "医疗", "", "380", "无银行账户");
        for (String wrong : List.of("不能批扣原囚", "缴费档次(元)", "备注")) {
            String header = wrong.startsWith("缴费") ? HEADER.replace("缴费档次（元）", wrong) : HEADER.replace("不能批扣原因", wrong);
            returns(TOWNSHIP, header + rows, 1, "yes")
                    .statusCode(422)
                    .body(containsString("空白清册没有的表头：" + wrong), containsString("debit-list-header-differs"));
        }
        returns(TOWNSHIP, HEADER.replace("姓名", "不能批扣原因") + rows, 1, "yes")
                .statusCode(422)
                .body(containsString("重复的表头：不能批扣原因"));
        upload(TOWNSHIP, HEADER.replace("姓名", "name").getBytes(StandardCharsets.UTF_8), 1, "yes")
                .cookie("language", "en")
                .post("/desk/debit-lists")
                .then()
                .statusCode(422)
                .body(containsString("the form has no such header: name"));
        assertEquals(0, county.count("select count(*) from debit_list"));
        returns(TOWNSHIP, HEADER.replace("姓名", "").replace("\n", ",\n") + rows, 1, "yes")
                .statusCode(200)
                .body(containsString("清册已全部接收"));
        returns(TOWNSHIP, "不能批扣原因,缴费金额（元）,险种,身份证号\n无银行账户,380,医疗," + first.idNumber() + "\n", 1, "yes")
                .statusCode(200)
                .body(containsString("清册已全部接收"));
        assertEquals(2, county.count("select count(*) from debit_list_row where not debitable and reason = '无银行账户'"));
    }

    @Test
    void aHeaderOfAWorkbookIsHeldAgainstTheFormToo() throws IOException {
        returns(TOWNSHIP, workbook(sheet -> sheet.value(0, 6, "备注")), 2, "yes")
                .statusCode(422)
                .body(containsString("空白清册没有的表头：备注"));
    }

    @Test
    void aWorkbookIsTakenLikeCsvAndOneThatUnpacksToMoreThanAListIsRefusedUnread() throws IOException {
        returns(TOWNSHIP, workbook(sheet -> {}), 2, "yes").statusCode(200).body(containsString("清册已全部接收"));
        assertEquals(2, county.count("select claims from debit_list"));
        String blank = "x".repeat(32_000);
        returns(
                        TOWNSHIP,
                        workbook(sheet -> IntStream.range(3, 1_000).forEach(row -> sheet.value(row, 7, blank + row))),
                        2,
                        "yes")
                .body(containsString("文件过大"));
        assertEquals(1, county.count("select count(*) from debit_list"));
    }

    @Test
    void aCellThatAFormulaShowsIsNamedInEveryColumnAndNeverTakenAsEmpty() throws IOException {
        String direct = "不得为公式、逻辑值或错误值，请直接填写： ";
        List<String> columns = List.of(HEADER.strip().split(","));
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            returns(TOWNSHIP, workbook(sheet -> sheet.formula(1, column, "VLOOKUP(B2,A1:F9,6)")), 2, "yes")
                    .statusCode(200)
                    .body(containsString("<td class=\"n\">2</td>"), containsString(direct + columns.get(i)));
        }
        returns(TOWNSHIP, workbook(sheet -> sheet.value(2, 5, true)), 2, "yes")
                .body(containsString("<td class=\"n\">3</td>"), containsString(direct + "不能批扣原因"));
        returns(TOWNSHIP, workbook(sheet -> sheet.formula(3, 4, "SUM(E2:E3)")), 2, "yes")
                .body(containsString("<td class=\"n\">4</td>"), containsString(direct + "缴费金额（元）"));
        assertEquals(0, county.count("select count(*) from debit_list"));
    }

    @Test
    void anIdNumberKeptAsANumberIsNamedAndNotLookedFor() throws IOException {
        String asText = "为数值格式，末位可能已丢失，请改为文本格式后重新填写： 身份证号";
        returns(TOWNSHIP, workbook(sheet -> sheet.value(1, 1, 653130199001011000L)), 2, "yes")
                .body(containsString("<td class=\"n\">2</td>"), containsString(asText));
        returns(TOWNSHIP, HEADER + "甲,6.5313E+17,医疗,,380,\n", 1, "yes")
                .body(containsString("<td class=\"n\">2</td>"), containsString(asText));
        assertEquals(0, county.count("select count(*) from debit_list"));
    }

    private byte[] workbook(Consumer<Worksheet> more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("list");
            List<String> lines = List.of(HEADER, row(first, "医疗", "", "380", ""), row(second, "医疗", "", "380.00", ""));
            for (int line = 0; line < lines.size(); line++) {
                String[] cells = lines.get(line).strip().split(",");
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(line, i, cells[i]);
                }
            }
            sheet.value(1, 4, 380);
            more.accept(sheet);
        }
        return out.toByteArray();
    }

    @Test
    @Clause({"bachu-2022/第二十七条(1)", "bachu-2022/第二十七条(2)", "bachu-2022/第二十七条(3)"})
    void taxSetsTheAmountsAndTheSpecialistChangesThemForFiveDays() {
        county.opens("2023-09-01");
        county.hands(specialist(SPECIALIST, LocalDate.of(2023, 7, 3)));
        TOWNSHIP.get("/desk/debit-lists/changes").body(containsString("金额尚未设置，暂不能申请变更"));
        returns(TOWNSHIP, HEADER + row(first, "养老", "200", "200", ""), 1, "yes").statusCode(200);
        String list = TAX.get("/debit-lists").extract().path("[0].listId");
        TAX.get("/desk/debit-lists").body(containsString("2023-09-06"), containsString("设置金额</button>"));
        sets(TOWNSHIP, list).statusCode(403);
        sets(TAX, list).statusCode(303);
        sets(TAX, list).statusCode(303);
        assertEquals(1, county.handed(AmountsSet.class).size());
        TAX.get("/desk/debit-lists").body(containsString("金额已设置"), not(containsString("设置金额</button>")));

        county.opens("2023-09-06");
        TOWNSHIP.get("/desk/debit-lists/changes").body(containsString("变更申请截至 <b>2023-09-06</b>"));
        changes(TOWNSHIP, "专干乙", "500").statusCode(403).body(containsString("变更申请须由本乡镇登记在册"));
        changes(TOWNSHIP, SPECIALIST, "五百").statusCode(400);
        changes(TAX, SPECIALIST, "500").statusCode(403);
        changes(ELSEWHERE, SPECIALIST, "500").statusCode(404);
        changes(TOWNSHIP, SPECIALIST, "500")
                .statusCode(200)
                .body(containsString("200.00 → 500.00"), not(containsString(first.idNumber())));
        assertEquals(
                Fen.ofYuan(500), county.handed(AmountChangeApplied.class).get(0).after());
        TAX.get("/desk/debit-lists/changes")
                .body(containsString(SPECIALIST), not(containsString("提交变更申请")))
                .body(containsString("提交时登录账号"), containsString("township-" + TOWN));
        TAX.request()
                .cookie("language", "en")
                .get("/desk/debit-lists/changes")
                .then()
                .body(containsString("Login that applied"), containsString("township-" + TOWN));
        TAX.get("/amount-changes").body("login", equalTo(List.of("township-" + TOWN)));
        int number = TAX.get("/amount-changes")
                .body("before", equalTo(List.of(20_000)), "after", equalTo(List.of(50_000)))
                .extract()
                .path("[0].number");
        TAX.get("/amount-changes?after=" + number).body("size()", equalTo(0));
        ELSEWHERE.get("/amount-changes").body("size()", equalTo(0));

        county.opens("2023-09-07");
        TOWNSHIP.get("/desk/debit-lists/changes")
                .body(containsString("变更申请已截止于 2023-09-06"), not(containsString("提交变更申请")));
        changes(TOWNSHIP, SPECIALIST, "300").statusCode(409).body(containsString("变更申请期已过"));
    }

    private static String row(Resident resident, String insurance, String tier, String amount, String reason) {
        return String.join(",", resident.name(), resident.idNumber(), insurance, tier, amount, reason) + "\n";
    }

    private static ValidatableResponse returns(Desk desk, String file, int declared, String sealed) {
        return returns(desk, file, declared, sealed, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse returns(Desk desk, String file, int declared, String sealed, Charset charset) {
        return returns(desk, file.getBytes(charset), declared, sealed);
    }

    private static ValidatableResponse returns(Desk desk, byte[] file, int declared, String sealed) {
        return upload(desk, file, declared, sealed).post("/desk/debit-lists").then();
    }

    private static RequestSpecification upload(Desk desk, byte[] file, int declared, String sealed) {
        var request = desk.request()
                .contentType("multipart/form-data")
                .multiPart("key", Uuid7.next().toString())
                .multiPart("declared", Integer.toString(declared))
                .multiPart("signedBy", "leader")
                .multiPart("categories", "residents")
                .multiPart("file", "list.csv", file, "application/octet-stream");
        return sealed == null ? request : request.multiPart("sealed", sealed);
    }

    private static ValidatableResponse sets(Desk desk, String list) {
        return form(desk)
                .formParam("id", list)
                .formParam("key", "set-" + list)
                .post("/desk/debit-lists/amounts")
                .then();
    }

    private ValidatableResponse changes(Desk desk, String specialist, String yuan) {
        return form(desk)
                .formParam("idNumber", first.idNumber())
                .formParam("insurance", "PENSION")
                .formParam("tier", yuan)
                .formParam("amount", yuan)
                .formParam("reason", "居民选择更高档次")
                .formParam("specialist", specialist)
                .formParam("key", Uuid7.next().toString())
                .post("/desk/debit-lists/changes")
                .then();
    }

    private static RequestSpecification form(Desk desk) {
        return desk.request().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
