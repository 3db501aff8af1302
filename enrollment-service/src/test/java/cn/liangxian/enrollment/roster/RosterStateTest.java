package cn.liangxian.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterStateTest {

    @Test
    void aRosterIsSealedThenDeliveredThenAcceptedOrRefusedAndNothingElse() {
        List<String> moves = new ArrayList<>();
        for (RosterState from : RosterState.values()) {
            for (RosterState to : RosterState.values()) {
                if (from.mayBecome(to)) {
                    moves.add(from + ">" + to);
                }
            }
        }
        assertEquals(List.of("SEALED>DELIVERED", "DELIVERED>ACCEPTED", "DELIVERED>REFUSED"), moves);
    }

    @Test
    void whatMayStillBecomeAnotherStateWaitsOnSomebodyAndTheOthersOnNobody() {
        for (RosterState state : RosterState.values()) {
            boolean goesOn = Arrays.stream(RosterState.values()).anyMatch(state::mayBecome);
            for (Insurance insurance : Insurance.values()) {
                assertEquals(goesOn, state.waitsOn(insurance) != null, state.name());
            }
        }
        assertEquals(Department.SOCIAL_INSURANCE, RosterState.SEALED.waitsOn(Insurance.PENSION));
    }
}
