package cn.liangxian.reconciliation.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayStateTest {

    @Test
    void everyStateLeadsToBalanceAndNoneBackToMissingFacts() {
        for (DayState state : DayState.values()) {
            assertFalse(state.next().contains(state), state + " leads to itself");
            assertTrue(
                    reachable(state, EnumSet.noneOf(DayState.class)).contains(DayState.BALANCED),
                    state + " is a dead end");
            assertFalse(state.next().contains(DayState.WAITING_FOR_TREASURY), state + " forgets the treasury's report");
        }
        assertEquals(Set.of(DayState.WAITING_FOR_RESTATEMENT), DayState.BALANCED.next(), "a closed day is restated");
    }

    @Test
    void everyWaitingStateSaysOnWhomItWaits() {
        for (DayState state : DayState.values()) {
            assertEquals(state != DayState.BALANCED, state.waitsFor() != null, state.name());
        }
    }

    private static Set<DayState> reachable(DayState from, Set<DayState> reached) {
        for (DayState next : from.next()) {
            if (reached.add(next)) {
                reachable(next, reached);
            }
        }
        return reached;
    }
}
