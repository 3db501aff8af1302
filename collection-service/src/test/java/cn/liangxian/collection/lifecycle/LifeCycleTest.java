package cn.liangxian.collection.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private enum Door {
        SHUT,
        OPEN
    }

    private enum Hand {
        PUSHES,
        PULLS
    }

    private final LifeCycle<Door, Hand> life = LifeCycle.startingIn(Door.SHUT, Hand.class)
            .from(Door.SHUT, Hand.PUSHES, Door.OPEN)
            .done();

    @Test
    void aStepThatTheStateDoesNotKnowIsRefused() {
        assertEquals(Door.OPEN, life.after(Door.SHUT, Hand.PUSHES));
        assertThrows(IllegalStateException.class, () -> life.after(Door.SHUT, Hand.PULLS));
        assertThrows(IllegalStateException.class, () -> life.after(Door.OPEN, Hand.PUSHES));
    }

    @Test
    void theTableKnowsWhichStatesAndStepsItUses() {
        assertEquals(Set.of(Door.SHUT, Door.OPEN), life.reachable());
        assertEquals(Set.of(Hand.PUSHES), life.steps());
        assertEquals(true, life.isLast(Door.OPEN));
        assertEquals(false, life.isLast(Door.SHUT));
    }

    @Test
    void aStepCannotLeaveAStateTwice() {
        var table = LifeCycle.startingIn(Door.SHUT, Hand.class).from(Door.SHUT, Hand.PUSHES, Door.OPEN);
        assertThrows(IllegalArgumentException.class, () -> table.from(Door.SHUT, Hand.PUSHES, Door.SHUT));
    }
}
