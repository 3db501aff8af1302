package cn.liangxian.audit.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2023-12-20");
    private static final RawEvent EVENT = event("id", "subject", TIME, DAY, "correlation", null, "{}", 0, 7);

    @Test
    void everyFieldOfTheRecordCounts() {
        List<RawEvent> events = List.of(
                EVENT,
                event("id2", "subject", TIME, DAY, "correlation", null, "{}", 0, 7),
                event("id", "subject2", TIME, DAY, "correlation", null, "{}", 0, 7),
                event("id", "subject", TIME.plusNanos(1_000), DAY, "correlation", null, "{}", 0, 7),
                event("id", "subject", TIME, DAY.plusDays(1), "correlation", null, "{}", 0, 7),
                event("id", "subject", TIME, null, "correlation", null, "{}", 0, 7),
                event("id", "subject", TIME, DAY, "other", null, "{}", 0, 7),
                event("id", "subject", TIME, DAY, "correlation", "cause", "{}", 0, 7),
                event("id", "subject", TIME, DAY, "correlation", "", "{}", 0, 7),
                event("id", "subject", TIME, DAY, "correlation", null, "{ }", 0, 7),
                event("id", "subject", TIME, DAY, "correlation", null, null, 0, 7),
                event("id", "subject", TIME, DAY, "correlation", null, "{}", 1, 7),
                event("id", "subject", TIME, DAY, "correlation", null, "{}", 0, 8),
                event("ids", "ubject", TIME, DAY, "correlation", null, "{}", 0, 7));
        Set<String> heads = new HashSet<>();
        events.forEach(event -> heads.add(HexFormat.of().formatHex(head(event))));
        assertEquals(events.size(), heads.size());
    }

    @Test
    void theOrderCounts() {
        RawEvent other = event("other", "subject", TIME, DAY, "correlation", null, "{}", 0, 8);
        assertEquals(false, Arrays.equals(head(EVENT, other), head(other, EVENT)));
    }

    @Test
    void aChainGoesOnWhereItsLastLinkEnded() {
        HashChain rest = HashChain.from(head(EVENT));
        rest.add(EVENT);
        assertArrayEquals(head(EVENT, EVENT), rest.head());
    }

    @Test
    void theTimeCountsAsTheIndexKeepsIt() {
        assertArrayEquals(
                head(EVENT), head(event("id", "subject", TIME.plusNanos(999), DAY, "correlation", null, "{}", 0, 7)));
    }

    private static byte[] head(RawEvent... events) {
        HashChain chain = HashChain.beginning();
        for (RawEvent event : events) {
            chain.add(event);
        }
        return chain.head();
    }

    private static RawEvent event(
            String id,
            String subject,
            Instant time,
            LocalDate day,
            String correlation,
            String causation,
            String payload,
            int partition,
            long offset) {
        return new RawEvent(
                new Envelope(id, "/source", "topic", subject, time, day, correlation, causation),
                payload == null ? null : payload.getBytes(StandardCharsets.UTF_8),
                "topic",
                partition,
                offset);
    }
}
