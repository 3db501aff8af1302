package cn.liangxian.reconciliation.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayStateTest {

    @Test
    void everyStateLeadsToBalanceAndNoneBack() {
        for (DayState state : DayState.values()) {
            assertFalse(state.next().contains(state), state + " leads to itself");
            if (state != DayState.BALANCED) {
                assertTrue(reachable(state).contains(DayState.BALANCED), state + " is a dead end");
            }
        }
        assertEquals(Set.of(), DayState.BALANCED.next(), "a closed day is restated, never opened again");
        assertEquals(
                EnumSet.complementOf(EnumSet.of(DayState.WAITING_FOR_TREASURY)),
                reachable(DayState.WAITING_FOR_TREASURY));
    }

    @Test
    void everyWaitingStateSaysOnWhomItWaits() {
        for (DayState state : DayState.values()) {
            assertEquals(state != DayState.BALANCED, state.waitsFor() != null, state.name());
        }
    }

    private static Set<DayState> reachable(DayState from) {
        Set<DayState> reached = EnumSet.noneOf(DayState.class);
        from.next().forEach(next -> {
            reached.add(next);
            reached.addAll(reachable(next));
        });
        return reached;
    }
}
