package cn.liangxian.audit.index;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.messaging.CopyIn;
import cn.liangxian.messaging.RawEvent;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Writes events to the index with COPY: a third of the cost of rows that are inserted one by one. */
final class EventRows {

    private static final String EVENT =
            "event (id, source, topic, partition, position, subject, time, business_date, correlation, causation, payload, words)";

    private EventRows() {}

    static void write(Handle handle, Collection<RawEvent> events) {
        EventWords words = new EventWords();
        try (CopyIn copy = new CopyIn(handle, EVENT)) {
            for (RawEvent event : events) {
                Envelope envelope = event.envelope();
                copy.put(envelope.id())
                        .put(envelope.source())
                        .put(event.topic())
                        .put(event.partition())
                        .put(event.offset())
                        .put(envelope.subject())
                        // PostgreSQL would round what the chain cuts off
                        .put(envelope.time().truncatedTo(ChronoUnit.MICROS))
                        .put(envelope.businessDate())
                        .put(envelope.correlation())
                        .put(envelope.causation())
                        .put(event.payload())
                        .put(words.array(envelope.subject(), event.payload()))
                        .endRow();
            }
            copy.finish();
        }
    }
}
