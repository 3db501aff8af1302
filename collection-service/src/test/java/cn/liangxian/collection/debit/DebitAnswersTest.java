package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.County;
import cn.liangxian.collection.DebitHandoff.DebitFailuresListed;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank answers, and what is made of it when it does not know, repeats itself, errs or takes its word back. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitAnswersTest {

    private static final String VILLAGE = TOWN + "201";

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
    @Clause("bachu-2022/第二十八条(1)")
    void unknownIsNeverAFailureAndNeverSentAgainUntilTheBankHasAnswered() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "94999")))
                .statusCode(201)
                .body("unknown", equalTo(1));
        RURAL_CREDIT.desk().get("/debit-questions").body("lineNo", equalTo(List.of(1)));
        county.opens("2023-09-13");
        RURAL_CREDIT.desk().get("/debit-questions").body("lineNo", equalTo(List.of(1)));
        county.opens("2023-09-14");
        RURAL_CREDIT
                .desk()
                .get("/debit-questions")
                .body("lineNo", equalTo(List.of(1, 2)))
                .body("asked", equalTo(List.of(2, 1)));
        String page = "/debit-questions?limit=1&after-batch=" + batch + "&after-line=";
        RURAL_CREDIT.desk().get(page + 0).body("lineNo", equalTo(List.of(1)));
        RURAL_CREDIT.desk().get(page + 1).body("lineNo", equalTo(List.of(2)));
        RURAL_CREDIT.desk().get(page + 2).body("size()", equalTo(0));
        assertEquals(batch, RURAL_CREDIT.latest(), "nothing is sent again blindly");
        String late = RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000", 2, "99999"));
        RURAL_CREDIT.sends(batch, late).statusCode(201).body("paid", equalTo(1)).body("unknown", equalTo(1));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000", 2, "24007")))
                .statusCode(201)
                .body("repeated", equalTo(1))
                .body("failed", equalTo(1));
        RURAL_CREDIT.desk().get("/debit-questions").body("size()", equalTo(0));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "24007")))
                .statusCode(201)
                .body("refusals[0].code", equalTo("answer-contradicts"))
                .body("refusals[0].message", equalTo("此前回盘为“扣款成功”"))
                .body("refusals[0].messageEn", equalTo("was answered before: debited"));
        assertEquals(1, county.handed(ContributionPaid.class).size());
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void whatTheBankCallsADuplicateIsAskedForAndNotDebitedAgain() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "94051", 2, "90000")))
                .statusCode(201)
                .body("unknown", equalTo(1))
                .body("failed", equalTo(0));
        county.opens("2023-09-13");
        assertEquals(batch, RURAL_CREDIT.latest(), "nothing is sent again blindly");
        RURAL_CREDIT.desk().get("/debit-questions").body("lineNo", equalTo(List.of(1)));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000")))
                .statusCode(201)
                .body("paid", equalTo(1));
        assertEquals(2, county.handed(ContributionPaid.class).size());
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aDebitThatWasSaidToHaveFailedAndWasMadeIsBookedAndItsSecondAttemptStopped() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "24007", 2, "90000")))
                .statusCode(201);
        county.opens("2023-09-13");
        long again = RURAL_CREDIT.latest();
        RURAL_CREDIT.desk().get("/debit-batches?before=" + again).body("[0].batchNo", equalTo((int) batch));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000")))
                .statusCode(201)
                .body("paid", equalTo(1));
        assertEquals(2, county.handed(ContributionPaid.class).size());
        county.opens("2023-09-14");
        RURAL_CREDIT.desk().get("/debit-questions").body("batchNo", equalTo(List.of((int) again)));
        RURAL_CREDIT
                .sends(again, RURAL_CREDIT.answer(again, "2023-09-13", Map.of(1, "90000")))
                .statusCode(201)
                .body("paid", equalTo(0));
        RURAL_CREDIT.desk().get("/debit-questions").body("ask", equalTo(List.of("REVERSE")));
        assertEquals(2, county.handed(ContributionPaid.class).size());
    }

    @Test
    void ofTwoRowsAboutOneLineTheLaterOneCounts() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        Bank.Line line = RURAL_CREDIT.lines(batch).get(1);
        String rows = Bank.row(1, line.amount(), line.voucher(), "2023-09-12", "94999")
                + Bank.row(1, line.amount(), line.voucher(), "2023-09-12", "90000");
        String twice =
                new BigDecimal(line.amount()).add(new BigDecimal(line.amount())).toString();
        RURAL_CREDIT
                .sends(batch, Bank.text(batch, "2023-09-12", 2, twice, 1, line.amount(), rows))
                .statusCode(201)
                .body("paid", equalTo(1));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000")))
                .statusCode(201)
                .body("repeated", equalTo(1));
        assertEquals(1, county.handed(ContributionPaid.class).size());
    }

    @Test
    void anAnswerWhoseSumsDisagreeOrThatCannotBeReadTakesNothing() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        String row = Bank.row(1, "380.00", "1", "2023-09-12", "90000");
        RURAL_CREDIT
                .sends(batch, Bank.text(batch, "2023-09-12", 2, "380.00", 1, "379.00", row))
                .statusCode(422)
                .body("code", equalTo("debit-answer-total-differs"))
                .body("errors.field", equalTo(List.of("AllNum", "SuccAmt")))
                .body(
                        "errors[0].message",
                        containsString("明细合计1"),
                        "errors[0].messageEn",
                        containsString("rows make 1"));
        RURAL_CREDIT
                .sends(batch, Bank.text(batch + 1, "2023-09-12", 1, "380.00", 1, "380.00", row))
                .statusCode(422)
                .body("code", equalTo("debit-answer-of-other-batch"));
        RURAL_CREDIT
                .sends(batch, Bank.text(batch, "2023-09-12", 1, "3x", 1, "380.00", row))
                .statusCode(422)
                .body("code", equalTo("debit-answer-unreadable"));
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><CFX><MSG>"
                + "<BatchHead2102><OriPackNo>&x;</OriPackNo></BatchHead2102></MSG></CFX>";
        RURAL_CREDIT
                .sends(batch, entity)
                .statusCode(422)
                .body("code", equalTo("debit-answer-unreadable"))
                .body("detail", containsString("XML格式错误：第1行"), "detailEn", containsString("\"x\""));
        RURAL_CREDIT
                .sends(
                        batch,
                        Bank.text(
                                batch,
                                "2023-09-12",
                                2,
                                "761.00",
                                2,
                                "761.00",
                                Bank.row(1, "381.00", "1", "2023-09-12", "90000")
                                        + Bank.row(7, "380.00", "1", "2023-09-12", "90000")))
                .statusCode(201)
                .body("refusals.code", equalTo(List.of("amount-differs", "line-unknown")))
                .body("refusals.message", equalTo(List.of("应扣380.00元", "批次中没有该笔")));
        assertEquals(0, county.handed(ContributionPaid.class).size());
    }

    @ParameterizedTest
    @CsvSource({
        "<OriTraNo>00000002, <OriTraNo>two, OriTraNo, 无法识别：two, cannot be read: two",
        "<TraAmt>380.00, <TraAmt>380.001, TraAmt, 无法识别：380.001, cannot be read: 380.001",
        "<TaxDate>20230912, <TaxDate>20230931, TaxDate, 无法识别：20230931, cannot be read: 20230931",
        "<TaxDate>20230912, <TaxDate>, TaxDate, 缺失, is missing",
        "<Result>90000, <Result>, Result, 缺失, is missing",
    })
    void aFaultInAFieldIsToldWithItsRowAndField(String right, String wrong, String field, String why, String whyEn) {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        String answer = RURAL_CREDIT.answer(batch, "2023-09-12", new TreeMap<>(Map.of(1, "24007", 2, "90000")));
        int second = answer.lastIndexOf("<BatchRow2102>");
        RURAL_CREDIT
                .sends(
                        batch,
                        answer.substring(0, second) + answer.substring(second).replace(right, wrong))
                .statusCode(422)
                .body("code", equalTo("debit-answer-unreadable"))
                .body("errors[0].row", equalTo(2))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(why), "errors[0].messageEn", equalTo(whyEn))
                .body("detail", equalTo("第2行：" + field + " " + why));
    }

    @Test
    void aRowUnderAnotherVoucherOrOfADayOnWhichNothingCouldBeDebitedIsRefused() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        String answer = RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000"));
        String voucher = RURAL_CREDIT.lines(batch).get(1).voucher();
        RURAL_CREDIT
                .sends(batch, answer.replace(voucher, "000000000000000001"))
                .statusCode(201)
                .body("refusals.code", equalTo(List.of("voucher-differs")));
        for (String day : List.of("20230911", "20230913")) {
            RURAL_CREDIT
                    .sends(batch, answer.replace("<TaxDate>20230912", "<TaxDate>" + day))
                    .statusCode(201)
                    .body("refusals.code", equalTo(List.of("date-differs")));
        }
        RURAL_CREDIT.sends(batch, answer).statusCode(201).body("paid", equalTo(1));
    }

    @Test
    void whatWasDebitedThoughLessWasOwedByThenIsBookedAndAskedBack() {
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        LocalDate day = LocalDate.of(2023, 9, 12);
        county.hands(new IdentityChanged(first.key(), new Status("DIBAO", day, null), day));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000")))
                .statusCode(201)
                .body("paid", equalTo(1));
        ContributionSurplus surplus = county.handed(ContributionSurplus.class).get(0);
        assertEquals("NOT_OWED", surplus.reason());
        assertEquals(Fen.ofYuan(380), surplus.amount());
        RefundRequested asked = county.handed(RefundRequested.class).get(0);
        assertEquals(surplus.paymentId(), asked.paymentId());
        assertTrue(asked.automatic());
    }

    @Test
    @Clause({"bachu-2022/第四十六条", "bachu-2022/第二十八条(1)", "bachu-2022/第二十八条(2)"})
    void aLineThatIsOpenWhenThePolicyLapsesIsAskedForAnsweredAndBookedAndNothingNewIsSigned() {
        Resident fourth = Resident.ordinary().of(VILLAGE);
        county.insuresMedical(fourth);
        ready();
        county.opens("2023-09-12");
        long batch = RURAL_CREDIT.latest();
        county.opens("2024-06-01");
        RURAL_CREDIT.signs(fourth, "on-the-last-day").statusCode(201);
        county.opens("2024-06-02");
        assertEquals(batch, RURAL_CREDIT.latest(), "nothing is sent any more");
        RURAL_CREDIT.signs(fourth, "too-late").statusCode(409).body("code", equalTo("policy-not-in-force"));
        RURAL_CREDIT.desk().get("/debit-questions").body("lineNo", equalTo(List.of(1, 2)));
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000", 2, "24007")))
                .statusCode(201)
                .body("paid", equalTo(1))
                .body("failed", equalTo(1));
        RURAL_CREDIT.desk().get("/debit-questions").body("size()", equalTo(0));
        assertEquals(1, county.handed(ContributionPaid.class).size());
        county.opens("2024-06-03");
        assertTrue(county.handed(DebitFailuresListed.class).stream().anyMatch(told -> told.lines() == 1));
    }

    private void ready() {
        TownshipPapers.ready(county, first, second, third);
    }
}
