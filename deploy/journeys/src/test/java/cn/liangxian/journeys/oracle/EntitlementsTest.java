package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What is entitled and what stands on the red list add up to what was paid, or the services contradict themselves. */
class EntitlementsTest {

    private final Entitlements entitlements = new Entitlements();

    @Test
    void theLatestBookingOrCorrectionCountsInWhateverOrderTheTopicsAreRead() throws Exception {
        take("3", "recorded", "'paid': 20000");
        take("2", "corrected", "'paidInAll': 0");
        take("1", "recorded", "'paid': 50000");
        assertEquals(20_000, entitlements.entitled().fen());
    }

    @Test
    void whoPaidFurtherAndIsNotBookedAgainCountsOnTheRedListAlone() throws Exception {
        take("1", "recorded", "'paid': 19000");
        redListed("2", 38_000);
        assertEquals(0, entitlements.entitled().fen());
        assertEquals(38_000, entitlements.redList().fen());
    }

    @Test
    void whoIsBookedAndWasNotTakenOffTheRedListCountsTwice() throws Exception {
        redListed("1", 38_000);
        take("2", "recorded", "'paid': 38000");
        assertEquals(38_000, entitlements.entitled().fen());
        assertEquals(38_000, entitlements.redList().fen());
    }

    private void redListed(String id, long fen) throws Exception {
        event("reconciliation-red-list-issued-v1", id, "'brokenLink': 'NOT_BOOKED_BY_AGENCY', 'paid': " + fen);
    }

    private void take(String id, String what, String fen) throws Exception {
        event("reconciliation-entitlement-" + what + "-v1", id, fen);
    }

    private void event(String topic, String id, String fields) throws Exception {
        String json = "{'insurance': 'MEDICAL', 'feeYear': 2024, 'personKey': 'p', " + fields + "}";
        entitlements.take(new Event(topic, id, "p", null, new ObjectMapper().readTree(json.replace('\'', '"'))));
    }
}
