package cn.liangxian.collection.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.liangxian.handoff.LineDigest;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final LineDigest lanes = new LineDigest();

    @Test
    void theTallyOfPartsIsThatOfTheWholeInAnyOrder() {
        Tally whole = Tally.NOTHING;
        Tally even = Tally.NOTHING;
        Tally odd = Tally.NOTHING;
        LineDigest digest = new LineDigest();
        for (int i = 0; i < 100; i++) {
            digest.add("line " + i);
            whole = line(whole, i);
            if (i % 2 == 0) {
                even = line(even, i);
            } else {
                odd = line(odd, i);
            }
        }
        assertEquals(whole, even.plus(odd));
        assertEquals(whole, odd.plus(even));
        assertEquals(digest.hex(), whole.digest());
        assertNotEquals(whole.digest(), even.digest());
        assertEquals(100, whole.lines());
        assertEquals(100 * 38000, whole.total());
    }

    @Test
    void linesOfTwoKindsShow() {
        Tally tally = Tally.NOTHING.plus(1, new long[4], "PENSION/2024").plus(1, new long[4], "MEDICAL/2024");
        assertEquals("MEDICAL/2024,PENSION/2024", tally.kinds());
    }

    @Test
    void everyStateAndStepOfARosterIsInItsTable() {
        assertEquals(EnumSet.allOf(RosterState.class), EnumSet.copyOf(RosterState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(RosterState.Step.class), EnumSet.copyOf(RosterState.LIFE.steps()));
    }

    private Tally line(Tally tally, int i) {
        return tally.plus(38000, lanes.lanesOf("line " + i), "MEDICAL/2024");
    }
}
