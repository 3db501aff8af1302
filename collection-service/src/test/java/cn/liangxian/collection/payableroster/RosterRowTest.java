package cn.liangxian.collection.payableroster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RosterRowTest {

    @Test
    void ofANameTheFirstCharacterStays() {
        assertEquals("测***", RosterRow.maskName("测试居民"));
        assertEquals("测", RosterRow.maskName("测"));
        assertEquals("𠮷*", RosterRow.maskName("𠮷野"));
        assertEquals("", RosterRow.maskName(""));
    }

    @Test
    void ofANumberTheFirstSixAndTheLastFourStayAndOfAShortOneLess() {
        assertEquals("370404********001X", RosterRow.maskIdNumber("37040419900305001X"));
        assertEquals("H1*****", RosterRow.maskIdNumber("H123456"));
    }

    @Test
    void everyStateAndStepOfAPayableRosterIsInItsTable() {
        assertEquals(EnumSet.allOf(PayableRosterState.class), EnumSet.copyOf(PayableRosterState.LIFE.reachable()));
        assertEquals(EnumSet.allOf(PayableRosterState.Step.class), EnumSet.copyOf(PayableRosterState.LIFE.steps()));
    }
}
