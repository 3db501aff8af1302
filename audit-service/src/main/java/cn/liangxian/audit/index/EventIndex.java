package cn.liangxian.audit.index;

import cn.liangxian.messaging.RawEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps every handoff of every service as it arrived, and chains it to the one before. */
@ApplicationScoped
class EventIndex {

    private static final long LOCK = 0x1acc1;
    private final Jdbi jdbi;

    EventIndex(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Enters the events in the transaction of their receipt; they must not have been entered before. */
    void enter(List<RawEvent> events) {
        jdbi.useHandle(h -> enter(h, events));
    }

    static void enter(Handle h, List<RawEvent> events) {
        oneAtATime(h);
        EventRows.write(h, events);
        Marks.set(h, events.size());
        new Chains(h).add(events);
    }

    /** Bulk lines are chained and found by whom they name, not kept: they stand on their topic, and their header has their digest. */
    void enterLines(List<RawEvent> lines) {
        jdbi.useHandle(h -> enterLines(h, lines));
    }

    static void enterLines(Handle h, List<RawEvent> lines) {
        LinePlaces.note(h, lines);
        new Chains(h).add(lines);
    }

    /** So that the order of {@code seq} is the order of the commits, and no reader's cursor passes an event by. */
    private static void oneAtATime(Handle h) {
        h.createQuery("select pg_advisory_xact_lock(?)::text")
                .bind(0, LOCK)
                .mapTo(String.class)
                .one();
    }
}
