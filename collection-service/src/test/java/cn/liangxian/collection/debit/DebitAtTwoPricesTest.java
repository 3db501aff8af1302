package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The price rises on the day after the debit, which is that of the bank's answer. */
@QuarkusTest
@TestProfile(DebitAtTwoPricesTest.Dearer.class)
class DebitAtTwoPricesTest {

    private static final LocalDate LAST = LocalDate.of(2023, 9, 12);
    private static final LocalDate AFTER = LAST.plusDays(1);

    /** 380 yuan up to the first day of debits, 400 since. */
    public static class Dearer extends OtherCounty {
        @Override
        protected String values() {
            return """
                    insurances:
                      MEDICAL:
                        windows:
                          - { from: campaign.start, to: 2023-09-12, yuan: 380, benefit: fee-year.start, assumed: true }
                          - { from: 2023-09-13, to: fee-year.end, yuan: 400, benefit: fee-year.start, assumed: true }""";
        }
    }

    @Inject
    County county;

    @Test
    @Clause("bachu-2022/第二十八条(1)")
    void theLowerPriceIsOwedForADebitOfItsLastDayAndNotForOneOfTheDayAfterAndBothCountOnTheDayOfTheAnswer() {
        Resident inTime = Resident.ordinary().of(TOWN + "201");
        Resident late = Resident.ordinary().of(TOWN + "201");
        Resident other = Resident.ordinary().of(TOWN + "201");
        county.begins("2023-08-17");
        county.insuresMedical(inTime, late, other);
        TownshipPapers.ready(county, inTime, late, other);
        county.opens(LAST.toString());
        long batch = RURAL_CREDIT.latest();
        county.opens(AFTER.toString());
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.debited(batch, LAST.toString(), Map.of(1, LAST, 2, AFTER)))
                .statusCode(201);
        List<ContributionPaid> paid = county.handed(ContributionPaid.class);
        assertEquals(1, paid.size());
        assertEquals(inTime.key(), paid.get(0).personKey());
        assertEquals(Fen.ofYuan(380), paid.get(0).due());
        assertTrue(paid.get(0).complete());
        assertEquals(LAST, paid.get(0).debitedOn());
        assertEquals(AFTER, paid.get(0).paidOn(), "the day before is summed already");
        ContributionSurplus surplus = county.handed(ContributionSurplus.class).get(0);
        assertEquals(late.key(), surplus.personKey());
        assertEquals("NOT_OWED", surplus.reason());
        assertEquals(AFTER, surplus.paidOn());

        county.opens(AFTER.plusDays(1).toString());
        assertEquals(List.of(sum(LAST, 0, 0)), summed(LAST), "a day that is closed is not summed again");
        assertEquals(List.of(sum(AFTER, 1, 380)), summed(AFTER));
    }

    private static DaySummed sum(LocalDate day, int payments, long yuan) {
        return new DaySummed(day, Insurance.MEDICAL, payments, Fen.ofYuan(yuan), Fen.ofYuan(yuan), Fen.ZERO);
    }

    private List<DaySummed> summed(LocalDate day) {
        return county.handed(DaySummed.class).stream()
                .filter(sum -> sum.date().equals(day) && sum.insurance() == Insurance.MEDICAL)
                .toList();
    }
}
