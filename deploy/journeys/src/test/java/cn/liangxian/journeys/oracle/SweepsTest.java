package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came in of premiums in a month is moved, or left. */
class SweepsTest {

    private final Sweeps sweeps = new Sweeps();

    @Test
    void whatWentBackToResidentsIsNotThereAndFinancesOwnMoneyNeverWas() {
        take(
                "collection-contribution-paid-v1",
                "1",
                money(38000).put("payer", "SELF").put("paidOn", "2023-11-02"));
        take(
                "collection-contribution-paid-v1",
                "2",
                money(38000).put("payer", "PROXY").put("paidOn", "2023-11-03"));
        take("collection-contribution-surplus-v1", "3", money(20000).put("paidOn", "2023-11-30"));
        take("collection-contribution-surplus-v1", "4", money(5000).put("paidOn", "2023-12-01"));
        take(
                "collection-refund-listed-v1",
                "5",
                money(20000).put("channel", "WECHAT").put("madeOn", "2023-11-30"));
        take(
                "collection-refund-listed-v1",
                "6",
                money(38000).put("channel", "PROXY").put("madeOn", "2023-11-30"));
        swept("7", 30000, 8000);
        assertEquals(List.of(), sweeps.contradictions());
        swept("8", 8000, 0);
        assertEquals(List.of(), sweeps.contradictions());
        swept("9", 1, 0);
        assertEquals(
                List.of("premiums of 2023-11 MEDICAL: 38000 fen came in, 38001 were to be moved"),
                sweeps.contradictions());
    }

    private void swept(String id, long fen, long left) {
        ObjectNode swept =
                money(fen).put("money", "PREMIUM").put("month", "2023-11").put("left", left);
        take("subsidy-funds-swept-v1", id, swept);
    }

    private static ObjectNode money(long fen) {
        return JsonNodeFactory.instance.objectNode().put("insurance", "MEDICAL").put("amount", fen);
    }

    private void take(String topic, String id, ObjectNode data) {
        sweeps.take(new Event(topic, id, "k", null, data));
    }
}
