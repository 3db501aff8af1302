package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every debit line must be final in the end, in whatever order topics are read. */
class DebitsTest {

    private final Oracle oracle = new Oracle();

    @Test
    void aBatchOfWhichTheBankNeverSpokeIsFoundAtTheEnd() {
        oracle.take(sent("1", 3));
        assertEquals(List.of("3 lines of debit batches have no final answer"), oracle.contradictions());
    }

    @Test
    void aLineThatNobodyAnsweredStaysFoundThoughTheOthersAreFinal() {
        oracle.take(answered("3", 1, 1, 1));
        oracle.take(sent("1", 3));
        assertEquals(List.of("1 lines of debit batches have no final answer"), oracle.contradictions());
    }

    @Test
    void whatIsPaidFailedStoppedOrReversedIsFinal() {
        oracle.take(event(
                "collection-debit-reversed-v1", "6", batch(0).put("lines", 1).put("booked", 1)));
        oracle.take(event("collection-debit-stopped-v1", "4", batch(2).put("lines", 1)));
        oracle.take(answered("3", 1, 1, 3));
        oracle.take(sent("1", 5));
        assertEquals(List.of(), oracle.contradictions());
        assertEquals(
                Map.of("SENT", 5L, "PAID", 2L, "FAILED", 1L, "STOPPED", 1L, "REVERSED", 1L, "OPEN", 0L),
                oracle.statement().debitLines());
    }

    @Test
    void aLineThatFailedAndWasDebitedAfterAllIsInOrder() {
        oracle.take(sent("1", 1));
        oracle.take(answered("2", 0, 1, 0));
        oracle.take(answered("3", 1, 0, 0));
        assertEquals(List.of(), oracle.contradictions());
    }

    @Test
    void moneyThatMovedForMoreLinesThanWereSentIsFoundAsDoubled() {
        oracle.take(sent("1", 2));
        oracle.take(answered("2", 2, 0, 0));
        assertEquals(List.of(), oracle.contradictions());
        oracle.take(answered("3", 1, 0, 0));
        assertEquals(List.of("lines debited twice in batch 7: 3 of 2"), oracle.contradictions());
    }

    @Test
    void aBatchThatWasSentTwiceIsFoundAsDoubled() {
        oracle.take(sent("1", 1));
        oracle.take(sent("2", 1));
        oracle.take(answered("3", 2, 0, 0));
        assertEquals(List.of("debit batch sent 2 times: 7"), oracle.contradictions());
    }

    @Test
    void inMidCampaignOnlyWhatWasDoneTwiceIsWrong() {
        oracle.take(sent("1", 2));
        assertEquals(List.of(), oracle.doubled(), "the bank may still answer");
        oracle.take(sent("2", 2));
        oracle.take(event("collection-contribution-paid-v1", "3", payment()));
        oracle.take(event("collection-contribution-paid-v1", "4", payment()));
        assertEquals(List.of("booked twice: BATCH_DEBIT/7-1", "debit batch sent 2 times: 7"), oracle.doubled());
    }

    @Test
    void aLineOfWhichNothingIsSaidThoughNoneIsOpenIsFoundAsLost() {
        oracle.take(sent("1", 2));
        oracle.take(answered("2", 1, 0, 0));
        assertEquals(List.of("lines lost in batch 7"), oracle.contradictions());
    }

    private static Event sent(String id, int lines) {
        return event("collection-debit-batch-sent-v1", id, batch(lines).put("lines", lines));
    }

    private static Event answered(String id, int paid, int failed, int open) {
        return event(
                "collection-debit-answered-v1",
                id,
                batch(open).put("paid", paid).put("failed", failed));
    }

    private static ObjectNode payment() {
        return new ObjectMapper()
                .createObjectNode()
                .put("channel", "BATCH_DEBIT")
                .put("voucher", "7-1")
                .put("insurance", "MEDICAL")
                .put("feeYear", 2024)
                .put("personKey", "p")
                .put("amount", 38_000)
                .put("due", 38_000)
                .put("paidInAll", 38_000)
                .put("payer", "SELF")
                .put("township", "653130100")
                .put("paidOn", "2023-09-12");
    }

    private static ObjectNode batch(int open) {
        return new ObjectMapper().createObjectNode().put("batchNo", "7").put("open", open);
    }

    private static Event event(String topic, String id, ObjectNode data) {
        return new Event(topic, id, "7", null, data);
    }
}
