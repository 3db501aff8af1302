package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fen of cash goes one way, in whatever order topics are read. */
class CashTest {

    private final Oracle oracle = new Oracle();

    @Test
    void whatWasTakenIsPaidInKeptGivenBackOrStillHeld() {
        oracle.take(settled("a", 400, 380));
        oracle.take(returned("b", 380));
        oracle.take(taken("a", 400));
        oracle.take(taken("b", 380));
        oracle.take(taken("c", 100));
        assertEquals(List.of(), oracle.contradictions());
        assertTrue(equation().holds());
        assertEquals(880, equation().left());
        assertEquals(20, oracle.statement().cash().fen("KEPT"));
        assertEquals(380, oracle.statement().cash().fen("GIVEN_BACK"));
        assertEquals(100, oracle.statement().cash().fen("HELD"));
    }

    @Test
    void cashThatWasPaidInAndGivenBackIsFoundAsDoubled() {
        oracle.take(taken("a", 380));
        oracle.take(settled("a", 380, 380));
        oracle.take(returned("a", 380));
        assertEquals(List.of("cash paid in or given back 2 times: a"), oracle.contradictions());
        assertFalse(equation().holds());
    }

    @Test
    void anEntryThatIsThereTwiceIsFoundAsDoubled() {
        oracle.take(taken("a", 380));
        oracle.take(taken("a", 380));
        assertEquals(List.of("cash taken 2 times: a"), oracle.contradictions());
    }

    @Test
    void cashThatEndsThoughNobodyTookItIsFoundAsLost() {
        oracle.take(returned("a", 380));
        assertEquals(List.of("cash taken 0 times: a"), oracle.contradictions());
        assertFalse(equation().holds());
    }

    @Test
    void cashThatGoesBackForAnotherSumIsFound() {
        oracle.take(taken("a", 400));
        oracle.take(returned("a", 380));
        assertEquals(List.of("cash taken 400 fen, and ended as 380: a"), oracle.contradictions());
        assertFalse(equation().holds());
    }

    private Equation equation() {
        return oracle.equations().stream()
                .filter(equation -> equation.en().startsWith("cash taken"))
                .findFirst()
                .orElseThrow();
    }

    private static Event taken(String entry, long fen) {
        return event("collection-cash-taken-v1", entry(entry).put("amount", fen));
    }

    private static Event settled(String entry, long taken, long paid) {
        return event(
                "collection-cash-settled-v1", entry(entry).put("taken", taken).put("paid", paid));
    }

    private static Event returned(String entry, long fen) {
        return event("collection-cash-returned-v1", entry(entry).put("amount", fen));
    }

    private static ObjectNode entry(String entry) {
        return new ObjectMapper().createObjectNode().put("entryId", entry);
    }

    private static Event event(String topic, ObjectNode data) {
        return new Event(topic, "1", "k", null, data);
    }
}
