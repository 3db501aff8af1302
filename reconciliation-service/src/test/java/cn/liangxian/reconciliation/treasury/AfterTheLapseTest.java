package cn.liangxian.reconciliation.treasury;

import static cn.liangxian.handoff.Insurance.MEDICAL;
import static cn.liangxian.handoff.Insurance.PENSION;
import static cn.liangxian.reconciliation.collected.TaxDesk.full;
import static cn.liangxian.reconciliation.collected.TaxDesk.nothing;
import static cn.liangxian.reconciliation.collected.TaxDesk.sum;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.day;
import static cn.liangxian.reconciliation.treasury.TreasuryDesk.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.OtherCounty;
import cn.liangxian.reconciliation.Dates;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.ReconciliationHandoff.DayBalanced;
import cn.liangxian.reconciliation.ReconciliationHandoff.RedListIssued;
import cn.liangxian.reconciliation.collected.TaxDesk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notice of Bachu is in force for the last time on 2024-06-01. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class AfterTheLapseTest {

    private static final long FEE = 38_000;
    private static final LocalDate LAST = LocalDate.of(2024, 6, 1);

    @Inject
    Dates dates;

    @Inject
    TaxDesk tax;

    @Inject
    TreasuryDesk treasury;

    private final String person = Uuid7.next().toString();

    @Test
    @Clause({"bachu-2022/第四十六条", "bachu-2022/第三十七条(1)"})
    void theTreasurysLastDayIsReportedAndBalancedOnTheDayAfterAndWhoIsNotEntitledByThenIsListed() {
        dates.open(LAST);
        tax.receives(full(person, MEDICAL, FEE, LAST), sum(LAST, MEDICAL, 1, FEE, 0, 0), nothing(LAST, PENSION));
        dates.open(LAST.plusDays(1));
        treasury.reports(day(LAST, MEDICAL, 1, row("v-" + person, FEE)), day(LAST, PENSION, 1));
        List<DayBalanced> balanced =
                HandedOver.await(1, DayBalanced.class, each -> each.date().equals(LAST) && each.insurance() == MEDICAL);
        assertEquals(0, balanced.get(balanced.size() - 1).differences().size());
        dates.open(LocalDate.of(2024, 7, 31));
        HandedOver.await(1, RedListIssued.class, each -> each.personKey().equals(person));
    }
}
