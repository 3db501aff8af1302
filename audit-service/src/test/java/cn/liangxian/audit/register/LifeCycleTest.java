package cn.liangxian.audit.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    @Test
    void everyStandingIsInTheTable() {
        assertEquals(EnumSet.allOf(Standing.class), Set.copyOf(LifeCycle.table().keySet()));
    }

    @Test
    void everyStandingCanBeReachedFromExpected() {
        Set<Standing> reached = EnumSet.of(Standing.EXPECTED);
        Deque<Standing> todo = new ArrayDeque<>(reached);
        while (!todo.isEmpty()) {
            for (Standing next : LifeCycle.table().get(todo.pop()).values()) {
                if (reached.add(next)) {
                    todo.add(next);
                }
            }
        }
        assertEquals(EnumSet.allOf(Standing.class), reached);
    }

    @Test
    void everyHappeningCanHappen() {
        Set<Happening> happenings = EnumSet.noneOf(Happening.class);
        LifeCycle.table().values().stream().map(Map::keySet).forEach(happenings::addAll);
        assertEquals(EnumSet.allOf(Happening.class), happenings);
    }

    @Test
    void whatIsVoidStaysVoid() {
        assertTrue(LifeCycle.table().get(Standing.VOID).isEmpty());
        assertThrows(IllegalStateException.class, () -> LifeCycle.next(Standing.VOID, Happening.FULFILLED));
    }

    @Test
    void whatIsNotMetCanBeWaivedAlsoBeforeItOpensAndWhenItWasMetLate() {
        for (Standing standing : Standing.values()) {
            boolean excusable = EnumSet.of(
                            Standing.EXPECTED, Standing.OPEN, Standing.DUE_SOON, Standing.MISSED, Standing.MET_LATE)
                    .contains(standing);
            assertEquals(excusable, LifeCycle.allows(standing, Happening.WAIVED), standing.name());
            assertEquals(standing != Standing.VOID, LifeCycle.allows(standing, Happening.VOIDED), standing.name());
        }
    }

    @Test
    void whatIsMetOnTimeCannotBecomeWaived() {
        assertThrows(IllegalStateException.class, () -> LifeCycle.next(Standing.MET_ON_TIME, Happening.WAIVED));
    }
}
