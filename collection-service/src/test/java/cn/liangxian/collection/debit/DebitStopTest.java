package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.County;
import cn.liangxian.collection.DebitHandoff.DebitFailuresListed;
import cn.liangxian.collection.DebitHandoff.DebitReversed;
import cn.liangxian.collection.DebitHandoff.DebitStopped;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.Resident;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim paid by another channel while its debit is with the bank. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DebitStopTest {

    private static final String VILLAGE = TOWN + "201";
    private static final Desk CHANNEL = new Desk("CHANNEL", "653130");

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(VILLAGE);
    private final Resident second = Resident.ordinary().of(VILLAGE);
    private final Resident third = Resident.ordinary().of(VILLAGE);
    private long batch;

    @BeforeEach
    void theFirstBatchIsWithTheBank() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        TownshipPapers.ready(county, first, second, third);
        county.opens("2023-09-12");
        batch = RURAL_CREDIT.latest();
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void theBankIsAskedToStopTheDebitTheSameDayAndStopsIt() {
        assertFalse(RURAL_CREDIT.asked("debit-stops").contains("Stop1123"));
        CHANNEL.paysMedical(first, 380).statusCode(201);
        String asked = RURAL_CREDIT.asked("debit-stops");
        String stop = "<OriEntrustDate>20230912</OriEntrustDate><StopNo>%010d00000001</StopNo><StopType>0</StopType>"
                + "<OriPackNo>%08d</OriPackNo><OriTraNo>00000001</OriTraNo>";
        assertTrue(asked.contains(stop.formatted(batch, batch)), asked);
        assertFalse(asked.contains("00000002</OriTraNo>"), "nobody paid for the second otherwise");
        RURAL_CREDIT.stops(batch, 2, "T").statusCode(201).body("ignored", equalTo(1));
        RURAL_CREDIT.stops(batch, 1, "T").statusCode(201).body("done", equalTo(1));
        RURAL_CREDIT.stops(batch, 1, "T").statusCode(201).body("ignored", equalTo(1));
        DebitStopped stopped = county.handed(DebitStopped.class).get(0);
        assertEquals(1, stopped.lines());
        assertEquals(1, stopped.open());
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(2, "90000")))
                .statusCode(201);
        county.opens("2023-09-13");
        assertEquals(0, open());
        assertTrue(county.handed(DebitFailuresListed.class).stream().allMatch(list -> list.lines() == 0));
        assertEquals(2, county.handed(ContributionPaid.class).size());
        assertEquals(0, county.handed(ContributionSurplus.class).size());
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aDebitThatWentThroughIsReversedBeforeTheMoneyGoesToTheTreasury() {
        CHANNEL.paysMedical(first, 380).statusCode(201);
        RURAL_CREDIT.stops(batch, 1, "N").statusCode(201).body("tooLate", equalTo(1));
        county.opens("2023-09-13");
        debited();
        String reversal = RURAL_CREDIT.asked("debit-reversals");
        assertTrue(reversal.contains("<CancelNo>%010d00000001</CancelNo>".formatted(batch)), reversal);
        debited();
        RURAL_CREDIT.reverses(batch, 1, "T").statusCode(201).body("done", equalTo(1));
        RURAL_CREDIT.reverses(batch, 1, "N").statusCode(201).body("ignored", equalTo(1));
        debited();
        DebitReversed reversed = county.handed(DebitReversed.class).get(0);
        assertEquals(1, reversed.lines());
        assertEquals(Fen.ofYuan(380), reversed.total());
        assertEquals(1, county.handed(ContributionPaid.class).size(), "paid once");
        assertEquals(0, county.handed(ContributionSurplus.class).size(), "the county never had the money");
        attempts(first)
                .body("state", equalTo("PAID"))
                .body("attempts.kind", equalTo(List.of("DEBIT", "CHANNEL")))
                .body("attempts.outcome", equalTo(List.of("REVERSED", "PAID")));
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aReversalThatComesTooLateIsBookedAndRefunded() {
        CHANNEL.paysMedical(first, 380).statusCode(201);
        debited();
        RURAL_CREDIT.reverses(batch, 1, "N").statusCode(201).body("tooLate", equalTo(1));
        assertEquals(1, county.handed(DebitReversed.class).get(0).booked());
        itGoesBackAsARefund();
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void afterTheReturnTermTheMoneyIsInTheTreasuryAndIsRefundedNotReversed() {
        CHANNEL.paysMedical(first, 380).statusCode(201);
        county.opens("2023-09-14");
        debited();
        assertFalse(RURAL_CREDIT.asked("debit-reversals").contains("Cancel1021"));
        itGoesBackAsARefund();
        attempts(first)
                .body("attempts.kind", equalTo(List.of("DEBIT", "CHANNEL", "REFUND")))
                .body("attempts.outcome", equalTo(List.of("PAID", "PAID", "REQUESTED")))
                .body("attempts[0].reason", equalTo("ALREADY_SETTLED"))
                .body("attempts[0].way", equalTo("RURAL_CREDIT"));
        new Desk("TOWNSHIP", "653130101")
                .get("/attempts/" + first.key() + "?insurance=MEDICAL")
                .statusCode(404);
        new Desk("BANK", "RURAL_CREDIT")
                .get("/attempts/" + first.key() + "?insurance=MEDICAL")
                .statusCode(403);
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aDebitOfWhoseRegistrationWasCancelledMeanwhileIsReversedToo() {
        county.hands(cancelled(first));
        debited();
        assertTrue(
                RURAL_CREDIT.asked("debit-reversals").contains("<CancelNo>%010d00000001</CancelNo>".formatted(batch)));
        RURAL_CREDIT.reverses(batch, 1, "T").statusCode(201).body("done", equalTo(1));
        assertEquals(0, county.handed(ContributionPaid.class).size());
        assertEquals(0, county.handed(ContributionSurplus.class).size(), "the county never had the money");
    }

    private PersonRegistered cancelled(Resident of) {
        return new PersonRegistered(
                of.key(),
                Insurance.MEDICAL,
                RegistrationKind.CANCELLED,
                TOWN,
                VILLAGE,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 1));
    }

    private void debited() {
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "90000")))
                .statusCode(201)
                .body("refusals.size()", equalTo(0));
    }

    private void itGoesBackAsARefund() {
        ContributionSurplus surplus = county.handed(ContributionSurplus.class).get(0);
        assertEquals("ALREADY_SETTLED", surplus.reason());
        RefundRequested refund = county.handed(RefundRequested.class).get(0);
        assertEquals(surplus.paymentId(), refund.paymentId());
        assertTrue(refund.automatic());
    }

    private static ValidatableResponse attempts(Resident of) {
        return new Desk("TOWNSHIP", TOWN)
                .get("/attempts/" + of.key() + "?insurance=MEDICAL")
                .statusCode(200);
    }

    private long open() {
        return county.count("select count(*) from debit_line where batch_no = " + batch
                + " and state in ('SENT', 'UNKNOWN', 'STOPPING', 'REVERSING')");
    }
}
