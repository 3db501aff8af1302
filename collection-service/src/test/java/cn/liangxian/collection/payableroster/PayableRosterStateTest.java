package cn.liangxian.collection.payableroster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PayableRosterStateTest {

    @Test
    void everyStateAndStepOfAPayableRosterIsInItsTable() {
        assertEquals(EnumSet.allOf(PayableRosterState.class), EnumSet.copyOf(PayableRosterState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(PayableRosterState.Step.class), EnumSet.copyOf(PayableRosterState.LIFE.steps()));
    }
}
