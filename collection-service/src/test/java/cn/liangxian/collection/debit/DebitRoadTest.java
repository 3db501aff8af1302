package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.POSTAL_SAVINGS;
import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.SPECIALIST;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.cannot;
import static cn.liangxian.collection.debit.TownshipPapers.change;
import static cn.liangxian.collection.debit.TownshipPapers.debitList;
import static cn.liangxian.collection.debit.TownshipPapers.renewals;
import static cn.liangxian.collection.debit.TownshipPapers.row;
import static cn.liangxian.collection.debit.TownshipPapers.specialist;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.DebitHandoff.AmountChangeApplied;
import cn.liangxian.collection.DebitHandoff.AmountsSet;
import cn.liangxian.collection.DebitHandoff.DebitAnswered;
import cn.liangxian.collection.DebitHandoff.DebitBatchSent;
import cn.liangxian.collection.DebitHandoff.DebitFailuresListed;
import cn.liangxian.collection.DebitHandoff.DebitListReturned;
import cn.liangxian.collection.DebitHandoff.GuidanceListed;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The debit road of a county that debits in batches, from the agreement to the last line. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitRoadTest {

    private static final String VILLAGE = TOWN + "201";
    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(VILLAGE);
    private final Resident second = Resident.ordinary().of(VILLAGE);
    private final Resident third = Resident.ordinary().of(VILLAGE);

    @BeforeEach
    void theRosterIsHereTwoWeeksBeforeTheCampaign() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
    }

    @Test
    @Clause({
        "bachu-2022/第二十六条(2)",
        "bachu-2022/第二十六条(3)",
        "bachu-2022/第二十六条(4)",
        "bachu-2022/第二十七条(1)",
        "bachu-2022/第二十七条(2)",
        "bachu-2022/第二十七条(3)"
    })
    void aDebitListIsSealedItsAmountsAreSetOnceAndChangedByApplicationForFiveDays() {
        county.insuresPension(200, first);
        county.opens("2023-09-01");
        Map<String, Object> list = debitList(row(first, 380), row(second, 380), cannot(third, "无银行账户"));
        list.put("sealed", false);
        TOWNSHIP.post("/debit-lists", list).statusCode(422).body("code", equalTo("debit-list-unsealed"));
        list.put("sealed", true);
        list.put("declaredCount", 4);
        TOWNSHIP.post("/debit-lists", list)
                .statusCode(422)
                .body("code", equalTo("debit-list-count-differs"))
                .body("detail", equalTo("申报4，实收3"));
        new Desk("TOWNSHIP", "653130101").post("/debit-lists", list).statusCode(404);
        TOWNSHIP.post("/debit-lists", debitList(row(first, 300), row(second, 380), row(second, 380)))
                .statusCode(201)
                .body("claims", equalTo(1))
                .body("refusals.row", equalTo(List.of(1, 3)))
                .body("refusals.code", equalTo(List.of("amount-differs", "payer-ambiguous")))
                .body("refusals.message", equalTo(List.of("现应缴380.00元，所报金额：300.00元", "与前面一行重复")))
                .body("refusals[1].messageEn", equalTo("an earlier row names the same claim"));
        Map<String, Object> pension = row(first, 200);
        pension.put("insurance", Insurance.PENSION.name());
        pension.put("tier", 20000);
        String id = TOWNSHIP.post(
                        "/debit-lists", debitList(row(first, 380), row(second, 380), cannot(third, "无银行账户"), pension))
                .statusCode(201)
                .body("debitable", equalTo(3))
                .body("total", equalTo(96000))
                .extract()
                .path("listId");
        DebitListReturned returned = county.handed(DebitListReturned.class).get(1);
        assertEquals(3, returned.people());
        assertTrue(returned.sealed());

        county.hands(specialist(SPECIALIST, LocalDate.of(2023, 7, 3)));
        TOWNSHIP.post("/amount-changes", change(first, 500)).statusCode(409).body("code", equalTo("amounts-not-set"));
        TOWNSHIP.post("/debit-lists/" + id + "/amounts", Map.of()).statusCode(403);
        String before = TAX.get("/debit-lists?limit=1").extract().path("[0].listId");
        TAX.get("/debit-lists?after=" + before).body("listId", equalTo(List.of(id)));
        TAX.get("/debit-lists?after=" + id).body("size()", equalTo(0));
        TAX.post("/debit-lists/" + id + "/amounts", Map.of()).statusCode(201);
        assertEquals(3, county.handed(AmountsSet.class).get(0).claims());
        TAX.post("/debit-lists/" + id + "/amounts", Map.of()).statusCode(409);
        TOWNSHIP.post("/debit-lists", list).statusCode(422);
        list.put("declaredCount", 3);
        TOWNSHIP.post("/debit-lists", list).statusCode(409).body("code", equalTo("amounts-already-set"));

        county.opens("2023-09-06");
        TOWNSHIP.post("/amount-changes", change(first, 500)).statusCode(201);
        assertEquals(SPECIALIST, county.handed(AmountChangeApplied.class).get(0).specialist());
        AmountChangeApplied applied = county.handed(AmountChangeApplied.class).get(0);
        assertEquals(Fen.ofYuan(200), applied.before());
        assertEquals(Fen.ofYuan(500), applied.after());
        county.opens("2023-09-07");
        TOWNSHIP.post("/amount-changes", change(first, 300))
                .statusCode(409)
                .body("code", equalTo("amount-change-window-closed"))
                .body("detail", equalTo("变更申请截至2023-09-06"));
    }

    @Test
    @Clause("bachu-2022/第二十七条(2)")
    void aChangeIsAppliedForByTheSpecialistOnRecordAlone() {
        county.insuresPension(200, first);
        county.opens("2023-09-01");
        Map<String, Object> pension = row(first, 200);
        pension.put("insurance", Insurance.PENSION.name());
        pension.put("tier", 20000);
        setAmounts(pension);
        TOWNSHIP.post("/amount-changes", change(first, 500))
                .statusCode(403)
                .body("code", equalTo("not-the-specialist"));
        county.hands(specialist("专干乙", LocalDate.of(2023, 7, 3)), specialist(SPECIALIST, LocalDate.of(2023, 9, 3)));
        county.opens("2023-09-02");
        TOWNSHIP.post("/amount-changes", change(first, 500))
                .statusCode(403)
                .body("detail", equalTo("所填姓名与登记的专干不符"), "detailEn", equalTo("the name is not the one on record"));
        county.opens("2023-09-03");
        TOWNSHIP.post("/amount-changes", change(first, 500)).statusCode(201);
        assertEquals(
                1,
                county.count("select count(*) from debit_amount where change_id is not null and login like '%" + TOWN
                        + "'"));
    }

    @Test
    @Clause({"bachu-2022/第二十八条(1)", "bachu-2022/第八条(3)", "bachu-2022/第二十五条(1)"})
    void theFirstBatchGoesElevenDaysAfterTheStartAndEveryLineHasOneClaimAndOneAccount() {
        ready();
        county.opens("2023-09-11");
        assertTrue(county.handed(DebitBatchSent.class).isEmpty(), "十日后: not on the tenth day");
        county.opens("2023-09-12");
        List<DebitBatchSent> sent = county.handed(DebitBatchSent.class);
        assertEquals(2, sent.size(), "one per bank");
        assertEquals(LocalDate.of(2023, 9, 11), sent.get(0).cutOff(), "what is known when the day opens");
        assertEquals(Fen.ofYuan(1140), sent.get(0).total().plus(sent.get(1).total()));
        String file = RURAL_CREDIT.file(RURAL_CREDIT.latest());
        assertTrue(file.startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?>"), file);
        assertTrue(file.contains("<AllNum>2</AllNum><AllAmt>760.00</AllAmt>"), file);
        assertTrue(file.contains("<HandOrgName>测试居民</HandOrgName><TraAmt>380.00</TraAmt>"), file);
        POSTAL_SAVINGS
                .desk()
                .get("/debit-batches/" + RURAL_CREDIT.latest() + "/file")
                .statusCode(404);
        TAX.get("/debit-batches")
                .body("size()", equalTo(2))
                .body("open", equalTo(List.of(1, 2)))
                .body("cutOff", equalTo(List.of("2023-09-11", "2023-09-11")));
        county.opens("2023-09-13");
        assertEquals(2, county.handed(DebitBatchSent.class).size(), "an open line is not sent again");
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aFileNamesTheTaxOfficeThePayeeAndOfEachLineTheAccountThePayerAndWhatIsPaidFor() {
        county.opens("2023-09-01");
        Map<String, Object> ofTheMother = RURAL_CREDIT.agreement(first, "A1");
        ofTheMother.put("accountName", "测试母亲");
        ofTheMother.put("openingBank", "40299");
        RURAL_CREDIT.desk().post("/agreements", ofTheMother).statusCode(400);
        ofTheMother.put("openingBank", "402999000023");
        RURAL_CREDIT.desk().post("/agreements", ofTheMother).statusCode(201);
        setAmounts(row(first, 380));
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        String head = "<BatchHead3102><TaxOrgCode>653130000000</TaxOrgCode><EntrustDate>20230912</EntrustDate>"
                + "<PackNo>%08d</PackNo><ReturnTerm>1</ReturnTerm><AllNum>1</AllNum><AllAmt>380.00</AllAmt>"
                + "<HandleType>1</HandleType><PayeeBankNo>011999000018</PayeeBankNo>"
                + "<PayeeAcct>9990000000000000018</PayeeAcct><PayBkCode>402999000015</PayBkCode></BatchHead3102>";
        String line = "<BatchRow3102><TraNo>00000001</TraNo><PayOpBkCode>402999000023</PayOpBkCode>"
                + "<PayAcct>6210980000000001234</PayAcct><HandOrgName>测试母亲</HandOrgName><TraAmt>380.00</TraAmt>"
                + "<TaxVouNo>%010d00000001</TaxVouNo><TaxPayName>测试居民</TaxPayName><ProtocolNo>A1</ProtocolNo>"
                + "<TaxTypeList3102><ProjectId>10212</ProjectId><TaxTypeName>城乡居民基本医疗保险费</TaxTypeName>"
                + "<TaxStartDate>20240101</TaxStartDate><TaxEndDate>20241231</TaxEndDate>"
                + "<TaxTypeAmt>380.00</TaxTypeAmt></TaxTypeList3102></BatchRow3102>";
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"GB18030\"?><CFX><MSG>" + head.formatted(batch) + line.formatted(batch)
                        + "</MSG></CFX>",
                RURAL_CREDIT.file(batch));
    }

    @Test
    @Clause({"bachu-2022/第二十八条(1)", "bachu-2022/第二十八条(2)", "bachu-2022/第二十八条(4)"})
    void whatWasDebitedIsPaidWhatFailedIsToldNextDayWorkedAndDebitedAgain() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000", 2, "24007")))
                .statusCode(201)
                .body("paid", equalTo(1))
                .body("failed", equalTo(1));
        ContributionPaid paid = county.handed(ContributionPaid.class).get(0);
        assertEquals("BATCH_DEBIT", paid.channel());
        assertEquals(Fen.ofYuan(380), paid.amount());
        assertEquals(0, county.handed(DebitAnswered.class).get(0).open());
        TOWNSHIP.get("/debit-failures").body("size()", equalTo(0));

        county.opens("2023-09-13");
        List<DebitFailuresListed> told = county.handed(DebitFailuresListed.class);
        assertEquals(12, told.size(), "次日, and every township also when nothing failed");
        assertEquals(1, told.stream().mapToInt(DebitFailuresListed::lines).sum());
        told.forEach(list -> assertEquals("2023-09-12", list.date().toString()));
        ValidatableResponse failures = TOWNSHIP.get("/debit-failures")
                .body("[0].reason", equalTo("INSUFFICIENT"))
                .body("[0].attempts", equalTo(1))
                .body("[0].maskedName", equalTo("测***"));
        long claim = failures.extract().jsonPath().getLong("[0].claimNo");
        new Desk("TOWNSHIP", "653130101")
                .post("/debit-failures/" + claim + "/contacts", Map.of("outcome", "WILL_DEPOSIT"))
                .statusCode(404);
        TOWNSHIP.post(
                        "/debit-failures/" + claim + "/contacts",
                        Map.of("outcome", "WILL_DEPOSIT", "nextOn", "2023-09-15"))
                .statusCode(201)
                .body("contacts[0].outcome", equalTo("WILL_DEPOSIT"));

        long again = RURAL_CREDIT.latest();
        assertFalse(again == batch, "the failed one is tried again the next day");
        assertEquals(1, RURAL_CREDIT.lines(again).size());
        RURAL_CREDIT
                .sends(again, RURAL_CREDIT.answer(again, "2023-09-13", Map.of(1, "90000")))
                .statusCode(201);
        TOWNSHIP.get("/debit-failures").body("size()", equalTo(0));
        TOWNSHIP.get("/debit-failures?open=false").body("[0].closed", equalTo(true));
        assertEquals(2, county.handed(ContributionPaid.class).size());
    }

    @Test
    @Clause("bachu-2022/第二十九条")
    void whoCannotBeDebitedIsGuidedAtOnceAndWhoseDebitFailsFromTheThirtyFirstDayOn() {
        county.opens("2023-09-01");
        RURAL_CREDIT.signs(first, "A1");
        setAmounts(row(first, 380), cannot(third, "无银行账户"));
        county.opens("2023-09-02");
        GuidanceListed guided = county.handed(GuidanceListed.class).get(0);
        assertEquals(1, guided.notDebitable());
        assertEquals(0, guided.failed());
        county.opens("2023-09-30");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-30", Map.of(1, "24001")))
                .statusCode(201);
        county.opens("2023-10-01");
        assertEquals(1, county.handed(GuidanceListed.class).size(), "the thirtieth day is not after thirty days");
        assertEquals(batch, RURAL_CREDIT.latest(), "a closed account is not tried again");
        county.opens("2023-10-02");
        assertEquals(1, county.handed(GuidanceListed.class).get(1).failed());
        county.opens("2023-10-03");
        assertEquals(2, county.handed(GuidanceListed.class).size(), "each claim once");
        TOWNSHIP.get("/debit-failures").body("[0].guidedOn", equalTo("2023-10-02"));
        TOWNSHIP.post("/agreements/renewals", renewals(1, first)).statusCode(201);
        TAX.post("/agreements/voidings", Map.of("township", TOWN)).statusCode(201);
        POSTAL_SAVINGS.signs(first, "P1").statusCode(201);
        county.opens("2023-10-04");
        assertEquals(1, POSTAL_SAVINGS.lines(POSTAL_SAVINGS.latest()).size(), "a new agreement is tried");
    }

    private void ready() {
        TownshipPapers.ready(county, first, second, third);
    }

    @SafeVarargs
    private static void setAmounts(Map<String, Object>... rows) {
        TownshipPapers.setAmounts(rows);
    }
}
