package cn.liangxian.collection.debit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.debit.DebitLineState.Step;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class DebitLineStateTest {

    @Test
    void everyStateAndStepOfALineIsInItsTable() {
        assertEquals(EnumSet.allOf(DebitLineState.class), EnumSet.copyOf(DebitLineState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(Step.class), EnumSet.copyOf(DebitLineState.LIFE.steps()));
    }

    @Test
    void aLineOfWhichTheBankHasNotSpokenCanEndAsDebitedOrNotAndMoneyInReversalComesBackOrIsBooked() {
        for (DebitLineState state : DebitLineState.values()) {
            if (state == DebitLineState.REVERSING) {
                assertEquals(DebitLineState.REVERSED, DebitLineState.LIFE.after(state, Step.REVERSAL_CONFIRMED));
                assertEquals(DebitLineState.PAID, DebitLineState.LIFE.after(state, Step.REVERSAL_REFUSED));
            } else if (state.open()) {
                assertTrue(DebitLineState.LIFE.next(state, Step.DEBITED).isPresent(), state.name());
                assertTrue(DebitLineState.LIFE.next(state, Step.NOT_DEBITED).isPresent(), state.name());
            }
        }
    }
}
