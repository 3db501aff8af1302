package cn.liangxian.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
}
