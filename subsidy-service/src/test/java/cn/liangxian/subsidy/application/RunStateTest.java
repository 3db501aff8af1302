package cn.liangxian.subsidy.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    @Test
    void everyStateHasItsNextStatesAndCanBeLeftTowardsDone() {
        Set<RunState> reached = EnumSet.of(RunState.DUE);
        for (RunState state : RunState.values()) {
            assertNotNull(state.next(), state.name());
            reached.addAll(state.next());
        }
        assertEquals(EnumSet.allOf(RunState.class), reached);
        assertEquals(EnumSet.of(RunState.DUE), RunState.DONE.next());
    }
}
