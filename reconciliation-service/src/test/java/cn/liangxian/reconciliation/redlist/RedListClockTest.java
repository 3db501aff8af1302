package cn.liangxian.reconciliation.redlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** By the policy of Yicheng: ten workdays after the payment, the day of payment not counted. */
class RedListClockTest {

    private final RedListClock clock =
            new RedListClock(Policy.load(TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml")));

    @Test
    void theTenthWorkdayIsStillInTime() {
        LocalDate wednesday = LocalDate.of(2023, 11, 1);
        assertEquals(LocalDate.of(2023, 11, 15), clock.inTimeUntil(wednesday));
        assertTrue(clock.overdueUpTo(LocalDate.of(2023, 11, 15)).isBefore(wednesday));
        assertEquals(wednesday, clock.overdueUpTo(LocalDate.of(2023, 11, 16)));
    }

    @Test
    void aHolidayIsNotAWorkday() {
        LocalDate beforeNewYear = LocalDate.of(2023, 12, 27);
        assertEquals(LocalDate.of(2024, 1, 11), clock.inTimeUntil(beforeNewYear));
        assertTrue(clock.overdueUpTo(LocalDate.of(2024, 1, 11)).isBefore(beforeNewYear));
        assertEquals(beforeNewYear, clock.overdueUpTo(LocalDate.of(2024, 1, 12)));
    }

    @Test
    void everyPaymentUpToTheCutIsOverdueAndNoneAfterIt() {
        for (LocalDate date = LocalDate.of(2023, 10, 21); date.getYear() == 2023; date = date.plusDays(1)) {
            LocalDate cut = clock.overdueUpTo(date);
            assertTrue(clock.inTimeUntil(cut).isBefore(date), "paid on " + cut + ", looked at on " + date);
            assertFalse(
                    clock.inTimeUntil(cut.plusDays(1)).isBefore(date), "paid after " + cut + ", looked at on " + date);
        }
    }

    @Test
    void theCampaignIsOverOnTheDayAfterItsLast() {
        assertFalse(clock.campaignIsOver(LocalDate.of(2023, 12, 20)));
        assertTrue(clock.campaignIsOver(LocalDate.of(2023, 12, 21)));
    }
}
