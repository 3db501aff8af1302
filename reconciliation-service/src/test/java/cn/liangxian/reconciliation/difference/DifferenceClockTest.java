package cn.liangxian.reconciliation.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.TestServers;
import cn.liangxian.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** How long a difference may stand is said by the policy of the county, and nowhere else. */
class DifferenceClockTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);
    private final DifferenceClock clock =
            new DifferenceClock(Policy.load(TestServers.root().resolve("deploy/jurisdictions/yicheng-2024.yaml")));

    @Test
    void aDifferenceOfADayIsInTimeOnItsSeventhDayAndOverdueOnTheEighth() {
        assertEquals(LocalDate.of(2023, 11, 22), clock.of(DAY).day());
        assertTrue(clock.of(DAY).assumed());
        assertEquals(DAY.minusDays(1), clock.overdueUpTo(LocalDate.of(2023, 11, 22)));
        assertEquals(DAY, clock.overdueUpTo(LocalDate.of(2023, 11, 23)));
    }

    @Test
    void aDifferenceOfAMonthMayStandThroughTheNext() {
        assertEquals(
                LocalDate.of(2023, 12, 31), clock.of(YearMonth.of(2023, 11)).day());
        assertTrue(clock.of(YearMonth.of(2023, 11)).assumed());
    }
}
