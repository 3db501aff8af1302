package cn.liangxian.collection.debit;

import static cn.liangxian.collection.EarlyClosing.DAY_AFTER;
import static cn.liangxian.collection.EarlyClosing.LAST_DAY;
import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.EarlyClosing;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was ordered on the last day is paid, also when the bank carries it out on the next. */
@QuarkusTest
@TestProfile(EarlyClosing.class)
class DebitAfterClosingTest {

    private static final LocalDate LAST = LocalDate.parse(LAST_DAY);
    private static final LocalDate AFTER = LocalDate.parse(DAY_AFTER);

    @Inject
    County county;

    private final Resident onTheDay = Resident.ordinary().of(TOWN + "201");
    private final Resident aDayLater = Resident.ordinary().of(TOWN + "201");
    private final Resident other = Resident.ordinary().of(TOWN + "201");

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void aDebitOrderedOnTheLastDayOfItsChannelIsPaidWheneverTheBankMakesItAndNoneIsOrderedOnTheDayAfter() {
        long batch = ordered();
        county.opens(DAY_AFTER);
        assertEquals(batch, RURAL_CREDIT.latest(), "nothing is ordered when the channel has closed");
        answers(batch, Map.of(1, LAST, 2, AFTER));
        List<ContributionPaid> paid = county.handed(ContributionPaid.class);
        assertEquals(2, paid.size(), county.handed(ContributionSurplus.class).toString());
        for (ContributionPaid each : paid) {
            assertTrue(each.complete());
            assertEquals(Fen.ofYuan(380), each.amount());
            assertEquals(AFTER, each.paidOn());
            assertEquals(LAST, each.dayOfPayment(), "the last on which it could be paid");
        }
    }

    @Test
    void whatWasPaidOtherwiseBeforeTheBankDebitedItGoesBackAlsoAfterTheLastDay() {
        long batch = ordered();
        new Desk("CHANNEL", "653130")
                .post("/contributions", Desk.offer("POS", onTheDay, Insurance.MEDICAL, null, 380, "P1"))
                .statusCode(201);
        county.opens(AFTER.plusDays(1).toString());
        answers(batch, Map.of(1, AFTER, 2, AFTER));
        ContributionSurplus surplus = county.handed(ContributionSurplus.class).get(0);
        assertEquals(onTheDay.key(), surplus.personKey());
        assertEquals("ALREADY_SETTLED", surplus.reason());
        assertEquals(2, county.handed(ContributionPaid.class).size());
    }

    private long ordered() {
        county.begins("2023-08-17");
        county.insuresMedical(onTheDay, aDayLater, other);
        TownshipPapers.ready(county, onTheDay, aDayLater, other);
        county.opens(LAST_DAY);
        return RURAL_CREDIT.latest();
    }

    private static void answers(long batch, Map<Integer, LocalDate> days) {
        RURAL_CREDIT.sends(batch, RURAL_CREDIT.debited(batch, LAST_DAY, days)).statusCode(201);
    }
}
