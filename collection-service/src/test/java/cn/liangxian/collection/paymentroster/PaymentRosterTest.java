package cn.liangxian.collection.paymentroster;

import static cn.liangxian.collection.Desk.CHANNEL;
import static cn.liangxian.collection.Desk.TAX;
import static cn.liangxian.collection.Desk.VILLAGE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.liangxian.audit.PublicationHandoff.ObjectionKind;
import cn.liangxian.audit.PublicationHandoff.PublicationObjected;
import cn.liangxian.collection.CollectionHandoff.PaymentRosterProvided;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.CollectionHandoff.RosterCorrection;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.refund.Refunds;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class PaymentRosterTest {

    private static final String TOWNSHIP = "370404001";
    private static final String OTHER_VILLAGE = "370404001009";
    private static final Desk TOWN_HALL = new Desk("TOWNSHIP", TOWNSHIP);

    @Inject
    County county;

    @Test
    @Clause("yicheng-2024/四(五)")
    void afterTheCampaignTaxProvidesEachTownshipWithWhoPaidInFullUntilItsLastDay() {
        Resident early = Resident.ordinary();
        Resident last = Resident.ordinary();
        Resident tooLate = Resident.ordinary();
        Resident half = Resident.born("1958-01-01");
        county.begins("2023-12-19");
        county.insuresMedical(early, last, tooLate, half);
        county.insuresPension(350, early);
        CHANNEL.paysMedical(early, 380).statusCode(201);
        CHANNEL.paysPension(early, 350L, 350).statusCode(201);
        CHANNEL.paysMedical(half, 190).statusCode(201);
        county.opens("2023-12-20");
        CHANNEL.paysMedical(last, 380).statusCode(201);
        assertEquals(List.of(), county.handed(PaymentRosterProvided.class), "the campaign still runs");
        county.opens("2023-12-21");
        county.agreesToPayLate(tooLate);
        CHANNEL.paysMedical(tooLate, 380).statusCode(201);
        county.opens("2023-12-22");
        List<PaymentRosterProvided> provided = county.handed(PaymentRosterProvided.class);
        assertEquals(7, provided.size(), "one for each township, and only once");
        PaymentRosterProvided ours = provided.stream()
                .filter(p -> p.township().equals(TOWNSHIP))
                .findFirst()
                .orElseThrow();
        assertEquals(2, ours.people());
        assertEquals(3, ours.lines());
        assertEquals(1, ours.version());
        assertNull(ours.correction());
    }

    @Test
    @Clause("yicheng-2024/四(五)")
    void aPublishedLineIsMaskedAndShowsNeitherAmountNorPayerNorStatus() throws IOException {
        Resident helped = Resident.born("1990-03-05", "DIBAO");
        Resident elsewhere = Resident.ordinary().of(OTHER_VILLAGE);
        county.begins("2023-12-20");
        county.insuresMedical(helped, elsewhere);
        CHANNEL.paysMedical(elsewhere, 380).statusCode(201);
        county.hands(paidFor(helped));
        county.opens("2023-12-21");
        String id = roster().paymentRosterId();
        Map<String, List<List<String>>> whole = sheets(TOWN_HALL, id);
        assertEquals(List.of(Resident.VILLAGE, OTHER_VILLAGE), List.copyOf(whole.keySet()));
        List<List<String>> village = whole.get(Resident.VILLAGE);
        assertEquals(List.of("序号", "姓名", "证件号码", "险种", "缴费年度", "缴费状态"), village.get(2));
        String masked = helped.idNumber().substring(0, 6) + "********"
                + helped.idNumber().substring(14);
        assertEquals(List.of("1", "测***", masked, "城乡居民基本医疗保险", "2024", "已缴费"), village.get(3));
        String text = whole.toString();
        for (String secret : List.of(helped.name(), helped.idNumber(), helped.key(), "380", "低保", "代缴", "WECHAT")) {
            assertFalse(text.contains(secret), secret);
        }
        assertEquals(List.of(Resident.VILLAGE), List.copyOf(sheets(VILLAGE, id).keySet()), "a village prints its own");
        new Desk("TOWNSHIP", "370404002")
                .get("/payment-rosters/" + id + "/file")
                .statusCode(404);
        CHANNEL.get("/payment-rosters/" + id + "/file").statusCode(403);
    }

    @Test
    @Clause("yicheng-2024/四(五)-b")
    void whoPaidInTimeAndIsNotListedIsAddedInANewVersionAndTheOldOneStays() throws IOException {
        Resident listed = Resident.ordinary();
        Resident overlooked = Resident.ordinary();
        Resident late = Resident.ordinary();
        county.begins("2023-12-20");
        county.insuresMedical(listed, overlooked, late);
        CHANNEL.paysMedical(listed, 380).statusCode(201);
        String voucher = Desk.voucher();
        CHANNEL.post("/contributions", Desk.offer(overlooked, Insurance.MEDICAL, null, 380, voucher))
                .statusCode(201);
        // a claim that stood otherwise when the roster was drawn up
        county.asOwner("update claim set state = 'OPEN', paid_self = 0 where person_key = '" + overlooked.key() + "'");
        county.opens("2023-12-21");
        county.asOwner(
                "update claim set state = 'PAID', paid_self = due where person_key = '" + overlooked.key() + "'");
        county.agreesToPayLate(late);
        String lateVoucher = Desk.voucher();
        CHANNEL.post("/contributions", Desk.offer(late, Insurance.MEDICAL, null, 380, lateVoucher))
                .statusCode(201);
        PaymentRosterProvided first = roster();
        String objection = objects(first, ObjectionKind.PAID_NOT_LISTED);

        correct(first, objection, null, lateVoucher, null, 422)
                .body("code", equalTo("not-paid-in-campaign"))
                .body("detail", containsString("集中征缴期至"));
        correct(first, objection, null, "V-unknown", null, 422).body("code", equalTo("payment-unknown"));
        correct(first, "o-unknown", null, voucher, null, 422).body("code", equalTo("objection-unknown"));
        correct(first, objection, null, null, null, 422).body("code", equalTo("nothing-corrected"));
        String second = correct(first, objection, null, voucher, null, 201)
                .body("version", equalTo(2))
                .body("lines", equalTo(2))
                .extract()
                .path("paymentRosterId");
        correct(first, objection, null, voucher, null, 409).body("code", equalTo("payment-roster-replaced"));

        RosterCorrection correction = roster().correction();
        assertEquals(objection, correction.objectionId());
        assertEquals(2, correction.addedLine());
        assertNull(correction.withdrawnLine());
        assertEquals(first.paymentRosterId(), roster().replaces());
        assertEquals(
                4,
                sheets(TOWN_HALL, first.paymentRosterId()).get(Resident.VILLAGE).size());
        assertEquals(5, sheets(TOWN_HALL, second).get(Resident.VILLAGE).size());
        TOWN_HALL.get("/payment-rosters").body("version", equalTo(List.of(1, 2)));
        String before = TOWN_HALL.get("/payment-rosters?limit=1").extract().path("[0].paymentRosterId");
        TOWN_HALL.get("/payment-rosters?after=" + before).body("version", equalTo(List.of(2)));
        TOWN_HALL
                .post("/payment-rosters/" + second + "/corrections", Map.of("objectionId", objection, "withdraw", 1))
                .statusCode(403);
    }

    @Test
    @Clause("yicheng-2024/四(五)-b")
    void aLineIsTakenOffForAJustObjectionButNotBecauseSomebodyDoesNotWantToBePublished() {
        Resident wrong = Resident.ordinary();
        Resident right = Resident.ordinary();
        county.begins("2023-12-20");
        county.insuresMedical(wrong, right);
        CHANNEL.paysMedical(wrong, 380).statusCode(201);
        CHANNEL.paysMedical(wrong, 380).statusCode(201);
        CHANNEL.paysMedical(right, 380).statusCode(201);
        county.opens("2023-12-21");
        Refunds.all();
        String refund = county.handed(RefundListed.class).get(0).refundId();
        PaymentRosterProvided first = roster();
        int line = lineOf(first, wrong);

        String unwilling = objects(first, ObjectionKind.AGAINST_PUBLICATION);
        correct(first, unwilling, line, null, null, 409).body("code", equalTo("publication-ordered"));
        String objection = objects(first, ObjectionKind.LISTED_NOT_PAID);
        correct(first, objection, 3, null, null, 422)
                .body("code", equalTo("no-such-line"))
                .body("detail", equalTo("第3行"), "detailEn", equalTo("line 3"));
        correct(first, objection, 3 - line, null, refund, 422).body("code", equalTo("refund-of-another"));
        correct(first, objection, line, null, refund, 201).body("lines", equalTo(1));
        assertEquals(refund, roster().correction().refundId());
        assertEquals(1, roster().people());
        assertEquals(2, roster().lastNumber(), "its number is not given again");
        String again = objects(first, ObjectionKind.LISTED_NOT_PAID);
        correct(roster(), again, line, null, null, 422).body("code", equalTo("no-such-line"));
        correct(roster(), objection, 3 - line, null, null, 409).body("code", equalTo("objection-corrected"));
    }

    /** The whole contribution, as finance pays it on the last day of the campaign. */
    private static ProxyPaid paidFor(Resident resident) {
        return new ProxyPaid(
                Uuid7.next().toString(),
                Uuid7.next().toString(),
                resident.key(),
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(380),
                "DISTRICT_FINANCE",
                "yicheng-2024/四(一)医疗-4",
                LocalDate.of(2023, 12, 20));
    }

    private int lineOf(PaymentRosterProvided roster, Resident resident) {
        return (int)
                county.count("select number from payment_roster_line join claim using (claim_no) where person_key = '"
                        + resident.key() + "'");
    }

    private PaymentRosterProvided roster() {
        return county.handed(PaymentRosterProvided.class).stream()
                .filter(p -> p.township().equals(TOWNSHIP))
                .max(Comparator.comparing(PaymentRosterProvided::version))
                .orElseThrow();
    }

    private String objects(PaymentRosterProvided roster, ObjectionKind kind) {
        String id = Uuid7.next().toString();
        county.hands(new PublicationObjected(
                id, roster.paymentRosterId(), TOWNSHIP, kind, null, null, null, LocalDate.of(2023, 12, 21)));
        return id;
    }

    private static ValidatableResponse correct(
            PaymentRosterProvided roster,
            String objection,
            Integer withdraw,
            String voucher,
            String refund,
            int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("objectionId", objection);
        body.put("withdraw", withdraw);
        body.put("add", voucher == null ? null : Map.of("channel", "WECHAT", "voucher", voucher));
        body.put("refundId", refund);
        return TAX.post("/payment-rosters/" + roster.paymentRosterId() + "/corrections", body)
                .statusCode(status);
    }

    /** The sheets of the workbook by name, each as rows of texts. */
    private static Map<String, List<List<String>>> sheets(Desk desk, String id) throws IOException {
        byte[] bytes = desk.get("/payment-rosters/" + id + "/file")
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                sheet.read()
                        .forEach(row -> rows.add(row.stream()
                                .map(cell -> cell == null ? "" : cell.getText())
                                .collect(Collectors.toList())));
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }
}
