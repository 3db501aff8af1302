package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank debits on one day and answers on another: the first decides what was owed, the second counts the money. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class DayOfDebitTest {

    private static final String VILLAGE = TOWN + "201";

    @Inject
    County county;

    private final Resident first = Resident.ordinary().of(VILLAGE);
    private final Resident second = Resident.ordinary().of(VILLAGE);
    private final Resident third = Resident.ordinary().of(VILLAGE);

    @BeforeEach
    void theBanksHaveTheirAgreementsAndAmounts() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        TownshipPapers.ready(county, first, second, third);
    }

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aStatusChangesWhatWasDebitedSinceItBeganAndNothingDebitedBeforeWheneverItBecomesKnown() {
        LocalDate day = LocalDate.of(2023, 9, 12);
        county.opens(day.toString());
        long batch = RURAL_CREDIT.latest();
        county.opens(day.plusDays(1).toString());
        county.hands(aided(first, day.plusDays(1)));
        answers(batch, day, Map.of(1, day, 2, day));
        assertEquals(2, county.handed(ContributionPaid.class).size(), "of both was owed what was debited");
        county.hands(aided(second, day.plusDays(1)));
        assertTrue(county.handed(RefundRequested.class).isEmpty(), "neither had a status when it was debited");
        county.hands(aided(second, day));
        RefundRequested half = county.handed(RefundRequested.class).get(0);
        assertEquals(second.key(), half.personKey());
        assertEquals(Fen.ofYuan(190), half.amount());
    }

    @Test
    void whatIsAnsweredOnTheDayOfTheDebitHasOneDay() {
        LocalDate day = LocalDate.of(2023, 9, 12);
        county.opens(day.toString());
        answers(RURAL_CREDIT.latest(), day, Map.of(1, day));
        ContributionPaid paid = county.handed(ContributionPaid.class).get(0);
        assertEquals(day, paid.paidOn());
        assertEquals(day, paid.dayOfPayment());
        assertNull(paid.debitedOn());
    }

    @Test
    void theResidentsReceiptBearsTheDayOfTheDebit() {
        LocalDate day = LocalDate.of(2023, 9, 12);
        county.opens(day.toString());
        long batch = RURAL_CREDIT.latest();
        county.opens(day.plusDays(1).toString());
        answers(batch, day, Map.of(1, day));
        String payment = county.handed(ContributionPaid.class).get(0).paymentId();
        new Desk("TAX", "653130")
                .post("/receipts", Map.of("idNumber", first.idNumber(), "paymentId", payment))
                .statusCode(200)
                .body("lines.paidOn", equalTo(List.of(day.toString())));
    }

    private static void answers(long batch, LocalDate sent, Map<Integer, LocalDate> debited) {
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.debited(batch, sent.toString(), debited))
                .statusCode(201)
                .body("paid", equalTo(debited.size()))
                .body("refusals", empty());
    }

    private static IdentityChanged aided(Resident resident, LocalDate since) {
        return new IdentityChanged(resident.key(), new Status("DIBAO", since, null), since);
    }
}
