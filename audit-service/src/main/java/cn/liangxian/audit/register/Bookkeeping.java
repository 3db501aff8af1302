package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff;
import cn.liangxian.audit.AuditHandoff.DeadlineMet;
import cn.liangxian.audit.AuditHandoff.DeadlineMissed;
import cn.liangxian.audit.AuditHandoff.DeadlineOpened;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.Received;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Writes the register: what arrived, what it opens and what it meets. Says what is to be handed over about it. Works in the
 * transaction of the handle, one at a time (one lock), so that an obligation that opens and the event that meets it cannot
 * pass each other unseen.
 */
final class Bookkeeping {

    private static final long LOCK = 0x1acc0;
    private static final int PAGE = 2_000;
    private final Rulebook rulebook;
    private final String county;
    private final int soonDays;

    Bookkeeping(Rulebook rulebook, String county, int soonDays) {
        this.rulebook = rulebook;
        this.county = county;
        this.soonDays = soonDays;
    }

    /** What is handed over about an entry, and the event it follows from; null when the calendar is the cause. */
    record Told(AuditHandoff handoff, String eventId) {}

    /** @param today the open business date; null before the first */
    List<Told> take(Handle h, Collection<Received<Handoff>> events, Known known, LocalDate today) {
        Map<String, Arrival> arrivals = new LinkedHashMap<>();
        Map<String, Opening> openings = new LinkedHashMap<>();
        for (Received<Handoff> event : events) {
            Handoff handoff = event.handoff();
            Envelope envelope = event.envelope();
            rulebook.arrivals(handoff, envelope)
                    .forEach(a -> arrivals.merge(a.obligationId() + '\n' + a.part(), a, Bookkeeping::earlier));
            rulebook.openings(handoff, envelope, known)
                    .forEach(o -> openings.merge(o.obligation().obligationId(), o, Bookkeeping::earlier));
        }
        if (arrivals.isEmpty() && openings.isEmpty()) {
            return List.of();
        }
        return enter(h, arrivals.values(), openings.values(), today);
    }

    /** Opens what the calendar asks for on the date and finds what was due before it. */
    List<Told> open(Handle h, LocalDate date) {
        List<Told> told = new ArrayList<>(enter(h, List.of(), rulebook.openings(date), date));
        RegisterStore store = new RegisterStore(h, county);
        int moved;
        do {
            moved = keep(store, moved(store.moving(date, soonDays, PAGE), date), told);
        } while (moved > 0);
        return told;
    }

    private List<Told> enter(Handle h, Collection<Arrival> arrivals, Collection<Opening> openings, LocalDate today) {
        oneAtATime(h);
        RegisterStore store = new RegisterStore(h, county);
        store.arrived(arrivals);
        Map<String, Boolean> opened = store.opened(openings);
        Set<String> touched = new TreeSet<>(opened.keySet());
        arrivals.forEach(arrival -> touched.add(arrival.obligationId()));
        List<Told> told = new ArrayList<>();
        List<Course.Run> runs = store.candidates(touched).stream()
                .map(c -> Course.run(
                        c.entry(),
                        c.earliest(),
                        today,
                        soonDays,
                        opened.getOrDefault(c.entry().obligation().obligationId(), false)))
                .toList();
        keep(store, runs, told);
        return told;
    }

    private List<Course.Run> moved(List<Entry> entries, LocalDate today) {
        return entries.stream()
                .map(entry -> Course.run(entry, null, today, soonDays, false))
                .toList();
    }

    /** Returns how many entries moved. */
    private static int keep(RegisterStore store, List<Course.Run> runs, List<Told> told) {
        List<Entry> entries = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Course.Run run : runs) {
            if (!run.facts().isEmpty()) {
                entries.add(run.entry());
                facts.addAll(run.facts());
                run.facts().forEach(fact -> tell(run.entry(), fact, told));
                Fact last = run.facts().get(run.facts().size() - 1);
                if (last.happening() == Happening.RESTATED) {
                    tellAgain(run.entry(), last, told);
                }
            }
        }
        if (!entries.isEmpty()) {
            store.moved(entries, facts);
        }
        return entries.size();
    }

    private static void tell(Entry entry, Fact fact, List<Told> told) {
        switch (fact.happening()) {
            case OPENED, RESTATED -> told.add(new Told(new DeadlineOpened(entry.obligation()), fact.eventId()));
            case PASSED -> told.add(new Told(new DeadlineMissed(entry.obligation(), fact.on()), fact.eventId()));
            case FULFILLED, FULFILLED_LATE ->
                told.add(new Told(
                        new DeadlineMet(entry.obligation(), fact.on(), entry.daysLate(), fact.eventId()),
                        fact.eventId()));
            // neither is a handoff yet: nearing is shown by the register, excuses and voids come with the escalation
            case NEARED, WAIVED, VOIDED -> {}
        }
    }

    /** Who follows an obligation by its handoffs alone must not take it for open because its due date moved. */
    private static void tellAgain(Entry entry, Fact restated, List<Told> told) {
        if (entry.met() != null) {
            Fulfilment met = entry.met();
            told.add(new Told(
                    new DeadlineMet(entry.obligation(), met.on(), entry.daysLate(), met.eventId()),
                    restated.eventId()));
        } else if (entry.missedOn() != null) {
            told.add(new Told(new DeadlineMissed(entry.obligation(), entry.missedOn()), restated.eventId()));
        }
    }

    private static void oneAtATime(Handle h) {
        h.createQuery("select pg_advisory_xact_lock(?)::text")
                .bind(0, LOCK)
                .mapTo(String.class)
                .one();
    }

    private static Arrival earlier(Arrival a, Arrival b) {
        return a.fulfilment().compareTo(b.fulfilment()) <= 0 ? a : b;
    }

    private static Opening earlier(Opening a, Opening b) {
        int byDay = a.obligation().opened().compareTo(b.obligation().opened());
        return (byDay == 0 ? a.startedBy().compareTo(b.startedBy()) : byDay) <= 0 ? a : b;
    }
}
