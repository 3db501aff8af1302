package cn.liangxian.collection.cash;

import static cn.liangxian.collection.cash.VillageCash.HOME;
import static cn.liangxian.collection.cash.VillageCash.TOWNSHIP;
import static cn.liangxian.collection.cash.VillageCash.VILLAGE;
import static cn.liangxian.collection.cash.VillageCash.image;
import static cn.liangxian.collection.cash.VillageCash.mark;
import static cn.liangxian.collection.cash.VillageCash.marks;
import static cn.liangxian.collection.cash.VillageCash.payers;
import static cn.liangxian.collection.cash.VillageCash.registersACollector;
import static cn.liangxian.collection.cash.VillageCash.takes;
import static cn.liangxian.collection.cash.VillageCash.taking;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CashHandoff.CashLedgerFiled;
import cn.liangxian.collection.CashHandoff.CashReturned;
import cn.liangxian.collection.CashHandoff.CashSettled;
import cn.liangxian.collection.CashHandoff.CashTaken;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cash from those who can use no other channel, from the list of them to the ledger that the township files. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class CashTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk DISCIPLINE = new Desk("DISCIPLINE", "653130");
    private static final Desk ELSEWHERE = new Desk("TOWNSHIP", "653130101");

    @Inject
    County county;

    @Inject
    Jdbi jdbi;

    private final Resident first = Resident.ordinary().of(HOME);
    private final Resident second = Resident.ordinary().of(HOME);

    @BeforeEach
    void aCollectorIsRegisteredAndThePayersAreListed() {
        county.begins("2023-10-10");
        county.insuresMedical(first, second);
        registersACollector();
    }

    @Test
    @Clause({"bachu-2022/第三十条(1)", "bachu-2022/第三十条(3)", "bachu-2022/第三十一条(2)"})
    void cashIsTakenOnlyFromWhomTheTownshipListedByARegisteredCollectorWithTheMarksOfThree() {
        takes(first, 380, marks()).statusCode(409).body("code", equalTo("not-a-cash-payer"));
        TOWNSHIP.post("/cash-payers", payers(first, Resident.ordinary()))
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("unknownRows", equalTo(List.of(2)));
        List<Map<String, Object>> marks = marks();
        takes(first, 380, marks.subList(0, 5))
                .statusCode(422)
                .body("code", equalTo("mark-missing"))
                .body("detail", equalTo("村委会负责人指印"), "detailEn", equalTo("fingerprint of the head of the village"));
        List<Map<String, Object>> copied = new ArrayList<>(marks.subList(0, 5));
        copied.add(mark("HEAD", "FINGERPRINT", (String) marks.get(0).get("image")));
        takes(first, 380, copied).statusCode(422).body("code", equalTo("mark-repeated"));
        takes(first, 0, marks).statusCode(400);
        takes(first, -380, marks).statusCode(400).body("detail", equalTo("金额须大于零"));
        Map<String, Object> byOther = taking(first, 380, marks);
        byOther.put("collector", "X-2");
        VILLAGE.post("/cash-entries", byOther).statusCode(422).body("code", equalTo("agent-not-registered"));

        String id = takes(first, 380, marks)
                .statusCode(201)
                .body("receiptNo", equalTo(TOWN + "-2024-000001"))
                .extract()
                .path("entryId");
        TAX.get("/cash-entries/" + id + "/marks").body("size()", equalTo(6));
        takes(first, 380, marks()).statusCode(409).body("code", equalTo("cash-held-already"));
        CashTaken taken = county.handed(CashTaken.class).get(0);
        assertEquals(Fen.ofYuan(380), taken.amount());
        assertEquals(first.key(), taken.personKey());
    }

    @Test
    @Clause({"bachu-2022/第三十条(2)", "bachu-2022/第三十条(4)"})
    void cashIsPaidInForTheResidentTheSameDayAndTheEntryNamesThePayment() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String id = takes(first, 380, marks()).extract().path("entryId");
        TOWNSHIP.get("/cash-holdings")
                .body("collector", equalTo(List.of("X-1")))
                .body("amount", equalTo(List.of(38000)))
                .body("days", equalTo(List.of(0)));
        settles(id, 380, "S1").statusCode(201).body("state", equalTo("SETTLED"));
        settles(id, 380, "S2")
                .statusCode(409)
                .body("code", equalTo("cash-not-held"))
                .body("detail", equalTo("现为“已缴入”"), "detailEn", equalTo("it is now: paid in"));
        CashSettled settled = county.handed(CashSettled.class).get(0);
        ContributionPaid paid = county.handed(ContributionPaid.class).get(0);
        assertEquals(0, settled.days());
        assertEquals(paid.paymentId(), settled.paymentId());
        assertEquals("S1", paid.voucher());
        TOWNSHIP.get("/cash-holdings").body("size()", equalTo(0));
        TOWNSHIP.get("/cash-findings").body("size()", equalTo(0));
        takes(second, 380, marks()).body("receiptNo", equalTo(TOWN + "-2024-000002"));
    }

    @Test
    @Clause({"bachu-2022/第三十条(7)", "bachu-2022/第四十一条(2)"})
    void cashThatIsNotPaidInAndMoreTakenThanPaidAreFound() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String kept = takes(first, 380, marks()).extract().path("entryId");
        String more = takes(second, 400, marks()).extract().path("entryId");
        settles(more, 380, "S1").statusCode(201);
        TAX.get("/cash-findings")
                .body("wrong", equalTo(List.of("MORE_TAKEN_THAN_PAID")))
                .body("amount", equalTo(List.of(2000)));
        county.opens("2023-10-12");
        TAX.get("/cash-findings")
                .body("wrong", equalTo(List.of("TAKEN_NOT_PAID_IN", "MORE_TAKEN_THAN_PAID")))
                .body("days", equalTo(List.of(2, 0)));
        String receipt = TAX.get("/cash-findings?limit=1")
                .body("wrong", equalTo(List.of("TAKEN_NOT_PAID_IN")))
                .extract()
                .path("[0].entry.receiptNo");
        TAX.get("/cash-findings?limit=1&after=" + receipt).body("wrong", equalTo(List.of("MORE_TAKEN_THAN_PAID")));
        TAX.get("/cash-findings?limit=0").statusCode(400);
        String holder = TAX.get("/cash-holdings?limit=1").extract().path("[0].village") + "/X-1";
        TAX.get("/cash-holdings?after=" + holder).body("size()", equalTo(0));
        TAX.get("/desk/cash")
                .statusCode(200)
                .body(containsString("已收未缴"), containsString("多收少缴"), containsString("20.00"), containsString("台账"));
        new Desk("DISCIPLINE", "653130")
                .get("/desk/cash")
                .statusCode(200)
                .body(containsString("已收未缴"), not(containsString(first.key())));
        new Desk("TREASURY", "653130").get("/desk/cash").statusCode(403);
        TAX.get("/desk/board").statusCode(200).body(containsString("title=\"文件未写明，此处按推定执行\">推定"));
        settles(kept, 380, "S2").statusCode(201);
        TAX.get("/cash-findings").body("wrong", equalTo(List.of("PAID_IN_LATE", "MORE_TAKEN_THAN_PAID")));
        assertTrue(county.handed(CashSettled.class).stream().anyMatch(settled -> settled.days() == 2));
    }

    @Test
    @Clause({"bachu-2022/第三十条(5)", "bachu-2022/第三十条(6)"})
    void theLedgerIsFiledOnceWithItsScanWhenNothingIsHeldAnyMore() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String one = takes(first, 380, marks()).extract().path("entryId");
        String two = takes(second, 380, marks()).extract().path("entryId");
        settles(one, 380, "S1");
        county.opens("2023-12-25");
        files(1, 380).statusCode(409).body("code", equalTo("cash-still-held"));
        VILLAGE.post("/cash-entries/" + two + "/return", Map.of()).statusCode(422);
        new Desk("CHANNEL", "653130")
                .post("/contributions", Desk.offer(second, Insurance.MEDICAL, null, 380, "W1"))
                .statusCode(201);
        VILLAGE.post("/cash-entries/" + two + "/return", Map.of())
                .statusCode(201)
                .body("state", equalTo("RETURNED"));
        files(2, 760)
                .statusCode(422)
                .body("code", equalTo("cash-ledger-differs"))
                .body("detail", equalTo("登记1笔，共380.00元"));
        TOWNSHIP.post("/cash-ledgers", filing(1, 380, Base64.getEncoder().encodeToString(new byte[] {1, 2})))
                .statusCode(422)
                .body("code", equalTo("mark-not-an-image"));
        files(1, 380).statusCode(201);
        files(1, 380).statusCode(409).body("code", equalTo("cash-ledger-filed"));
        CashLedgerFiled filed = county.handed(CashLedgerFiled.class).get(0);
        assertEquals("乡社会保障所", filed.originalAt());
        assertTrue(filed.digest().matches("[0-9a-f]{64}"));
        DISCIPLINE
                .get("/cash-ledgers")
                .body("township", equalTo(List.of(TOWN)))
                .body("digest", equalTo(List.of(filed.digest())))
                .body("total", equalTo(List.of(38_000)));
        ELSEWHERE.get("/cash-ledgers").body("size()", equalTo(0));
        String scan = "/cash-ledgers/" + filed.ledgerId() + "/scan";
        ELSEWHERE.get(scan).statusCode(404);
        VILLAGE.get(scan).statusCode(403);
        assertEquals(
                filed.digest(),
                Scan.digest(TAX.get(scan).statusCode(200).extract().asByteArray()));
        TOWNSHIP.get("/cash-papers/" + filed.ledgerId() + "/looks").body("department", equalTo(List.of("TAX")));
        TAX.get("/desk/cash/papers")
                .statusCode(200)
                .body(containsString(filed.digest()), containsString("无银行账户、无手机"), containsString("测***"))
                .body(not(containsString(first.idNumber())));
    }

    @Test
    @Clause({"bachu-2022/第三十条(3)", "bachu-2022/第三十条(5)"})
    void cashIsTakenUntilTheLedgerOfTheTownshipIsFiledAndNoneAfterwards() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String id = takes(first, 380, marks()).statusCode(201).extract().path("entryId");
        settles(id, 380, "S1").statusCode(201);
        files(1, 380).statusCode(201);
        takes(second, 380, marks())
                .statusCode(409)
                .body("code", equalTo("cash-ledger-filed"), "title", equalTo("台账已报送"));
        assertEquals(1, county.count("select count(*) from cash_entry"), "as many as the scan shows");
    }

    @Test
    @Clause("bachu-2022/第三十条(5)")
    void aLedgerIsNotFiledWhileCashIsBeingTakenAndThenCountsIt() throws Exception {
        TOWNSHIP.post("/cash-payers", payers(first));
        CompletableFuture<ValidatableResponse> filing = jdbi.inTransaction(h -> {
            h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 83))::text")
                    .bind(0, TOWN)
                    .mapTo(String.class)
                    .one();
            CompletableFuture<ValidatableResponse> waits = CompletableFuture.supplyAsync(() -> files(1, 380));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> county.count(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")
                            > 0);
            assertFalse(waits.isDone());
            return waits;
        });
        filing.get(30, TimeUnit.SECONDS).statusCode(422).body("code", equalTo("cash-ledger-differs"));
        takes(first, 380, marks()).statusCode(201);
    }

    @Test
    void cashOfWhoseRegistrationWasCancelledMeanwhileGoesBack() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String id = takes(first, 380, marks()).extract().path("entryId");
        county.hands(cancelled(first));
        settles(id, 380, "S1").statusCode(409).body("code", equalTo("registration-cancelled"));
        VILLAGE.post("/cash-entries/" + id + "/return", Map.of())
                .statusCode(201)
                .body("state", equalTo("RETURNED"));
    }

    @Test
    @Clause("bachu-2022/第三十条(4)")
    void cashThatGoesBackIsHandedOverOnceAndEveryFenTakenIsAccountedFor() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String back = takes(first, 380, marks()).extract().path("entryId");
        String paid = takes(second, 400, marks()).extract().path("entryId");
        settles(paid, 380, "S1").statusCode(201);
        TAX.get("/statement").body("cash.held", equalTo(38_000)).body("cash.returned", equalTo(0));
        county.hands(cancelled(first));
        county.opens("2023-10-12");
        VILLAGE.post("/cash-entries/" + back + "/return", Map.of()).statusCode(201);
        VILLAGE.post("/cash-entries/" + back + "/return", Map.of()).statusCode(409);
        List<CashReturned> handed = county.handed(CashReturned.class);
        assertEquals(1, handed.size());
        assertEquals(back, handed.get(0).entryId());
        assertEquals(Fen.ofYuan(380), handed.get(0).amount());
        assertEquals(2, handed.get(0).days());
        assertEquals(LocalDate.of(2023, 10, 12), handed.get(0).on());
        TAX.get("/statement")
                .body("cash.taken", equalTo(78_000))
                .body("cash.paidIn", equalTo(38_000))
                .body("cash.kept", equalTo(2_000))
                .body("cash.returned", equalTo(38_000))
                .body("cash.held", equalTo(0));
    }

    @Test
    @Clause({"bachu-2022/第四十六条", "bachu-2022/第三十条(4)", "bachu-2022/第三十条(5)"})
    void cashThatIsHeldWhenThePolicyLapsesIsPaidInOrGivenBackAndTheLedgerFiled() {
        TOWNSHIP.post("/cash-payers", payers(first, second));
        String in = takes(first, 380, marks()).extract().path("entryId");
        String back = takes(second, 380, marks()).extract().path("entryId");
        county.hands(cancelled(second));
        county.opens("2024-06-01");
        TOWNSHIP.post("/cash-payers", payers(Resident.ordinary())).statusCode(201);
        county.opens("2024-06-02");
        TOWNSHIP.post("/cash-payers", payers(Resident.ordinary()))
                .statusCode(409)
                .body("code", equalTo("policy-not-in-force"));
        takes(first, 380, marks()).statusCode(409).body("code", equalTo("policy-not-in-force"));
        settles(in, 380, "S1").statusCode(201).body("state", equalTo("SETTLED"));
        VILLAGE.post("/cash-entries/" + back + "/return", Map.of())
                .statusCode(201)
                .body("state", equalTo("RETURNED"));
        files(1, 380).statusCode(201);
    }

    @Test
    void everyStateOfCashIsInItsTable() {
        assertEquals(EnumSet.allOf(CashState.class), EnumSet.copyOf(CashState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(CashState.Step.class), EnumSet.copyOf(CashState.LIFE.steps()));
    }

    private PersonRegistered cancelled(Resident of) {
        return new PersonRegistered(
                of.key(),
                Insurance.MEDICAL,
                RegistrationKind.CANCELLED,
                TOWN,
                HOME,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 1));
    }

    private static ValidatableResponse settles(String entry, long yuan, String voucher) {
        return VILLAGE.post(
                "/cash-entries/" + entry + "/settlement",
                Map.of("channel", "POS", "voucher", voucher, "amount", yuan * 100));
    }

    private ValidatableResponse files(int entries, long yuan) {
        return TOWNSHIP.post("/cash-ledgers", filing(entries, yuan, image()));
    }

    private static Map<String, Object> filing(int entries, long yuan, String scan) {
        return Map.of("township", TOWN, "entries", entries, "total", yuan * 100, "scan", scan, "originalAt", "乡社会保障所");
    }
}
