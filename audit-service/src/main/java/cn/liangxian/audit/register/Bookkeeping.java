package cn.liangxian.audit.register;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.messaging.Received;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Writes the register: what arrived, what it opens and what it meets. Says what is to be handed over about it. Works in the
 * transaction of the handle, one at a time (one lock), so that an obligation that opens and the event that meets it cannot
 * pass each other unseen.
 */
final class Bookkeeping {

    private static final long LOCK = 0x1acc0;
    private static final int PAGE = 5_000;
    private final Rulebook rulebook;
    private final Pace pace;

    Bookkeeping(Rulebook rulebook, Pace pace) {
        this.rulebook = rulebook;
        this.pace = pace;
    }

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
        oneAtATime(h);
        List<Told> told = new ArrayList<>();
        enter(h, arrivals.values(), openings.values(), today, told::addAll);
        return told;
    }

    /** Opens what the calendar asks for on the date. */
    void begin(Handle h, LocalDate date, Consumer<List<Told>> telling) {
        oneAtATime(h);
        RegisterStore store = new RegisterStore(h);
        List<Rule> rules = rulebook.onCalendar(date);
        Set<String> begun =
                store.begun(rules.stream().map(rule -> rule.period(date)).toList(), date);
        for (Rule rule : rules) {
            if (begun.contains(rule.period(date))) {
                Pages.each(rule.openings(date).iterator(), PAGE, page -> enter(h, List.of(), page, date, telling));
            }
        }
    }

    /**
     * Moves what the day moves: what opens, comes near, is late, is pressed.
     *
     * @param since the date that was opened before this one; null before the first
     */
    void move(Handle h, LocalDate since, LocalDate date, Consumer<List<Told>> telling) {
        oneAtATime(h);
        RegisterStore store = new RegisterStore(h);
        List<LocalDate> turning = store.dueDays().stream()
                .filter(due -> pace.turns(due, since, date))
                .toList();
        store.waiting(
                turning,
                since,
                date,
                PAGE,
                page -> keep(
                        store,
                        page.stream()
                                .map(entry -> Course.run(entry, null, null, date, pace, false))
                                .toList(),
                        date,
                        telling));
    }

    /** Waives or voids the obligation, as a second person agreed. */
    List<Told> excuse(Handle h, String id, Excuse excuse) {
        RegisterStore store = new RegisterStore(h);
        Entry entry = store.entry(id).orElseThrow();
        Entry excused = entry.standing(LifeCycle.next(entry.standing(), excuse.happening()));
        store.happened(List.of(
                new Fact(id, excuse.happening(), excuse.on(), entry.obligation().due(), excuse.decisionId())));
        store.moved(List.of(excused));
        return List.of(Told.of(excused, excuse));
    }

    /** No other work on the register runs until the transaction ends. */
    static void oneAtATime(Handle h) {
        h.createQuery("select pg_advisory_xact_lock(?)::text")
                .bind(0, LOCK)
                .mapTo(String.class)
                .one();
    }

    private void enter(
            Handle h,
            Collection<Arrival> arrivals,
            Collection<Opening> openings,
            LocalDate today,
            Consumer<List<Told>> telling) {
        RegisterStore store = new RegisterStore(h);
        List<String> opening =
                openings.stream().map(o -> o.obligation().obligationId()).toList();
        Arrivals came = Arrivals.keep(store, arrivals);
        Set<String> awaited = store.arrivedFor(opening);
        Set<String> known = store.known(opening);
        // what nothing has come for, and no lateness can be handed down to, is entered as it stands at once
        Map<String, Course.Run> plain = new HashMap<>();
        List<Entry> entering = new ArrayList<>(openings.size());
        List<Entry> again = new ArrayList<>();
        for (Opening o : openings) {
            Entry entry = o.expected();
            String id = entry.obligation().obligationId();
            if (known.contains(id)) {
                again.add(entry);
            } else if (o.causes().isEmpty() && !awaited.contains(id)) {
                Course.Run run = Course.run(entry, null, null, today, pace, false);
                plain.put(id, run);
                entering.add(run.entry());
            } else {
                entering.add(entry);
            }
        }
        store.entered(entering);
        Set<String> reopened = store.reopened(again);
        Set<String> opened = new HashSet<>(reopened);
        entering.forEach(entry -> opened.add(entry.obligation().obligationId()));
        Set<String> heirs = openings.stream()
                .filter(o -> !o.causes().isEmpty())
                .map(o -> o.obligation().obligationId())
                .filter(opened::contains)
                .collect(Collectors.toSet());
        Set<String> restated = new HashSet<>(new Inheritance(h).handDown(opened, heirs));
        restated.removeAll(opened);
        restated.addAll(reopened);
        tell(store, List.copyOf(plain.values()), today, telling);
        Set<String> changed = new HashSet<>(opened);
        changed.addAll(restated);
        Set<String> touched = new TreeSet<>(opened);
        touched.removeAll(plain.keySet());
        touched.addAll(restated);
        arrivals.forEach(arrival -> touched.add(arrival.obligationId()));
        if (!touched.isEmpty()) {
            List<Course.Run> runs = came.candidates(store, touched, changed, rulebook.windows()).stream()
                    .map(c -> Course.run(
                            c.entry(),
                            c.earliest(),
                            c.early(),
                            today,
                            pace,
                            restated.contains(c.entry().obligation().obligationId())))
                    .filter(run -> !run.facts().isEmpty())
                    .toList();
            keep(store, runs, today, telling);
        }
    }

    private void keep(RegisterStore store, List<Course.Run> runs, LocalDate today, Consumer<List<Told>> telling) {
        List<Entry> moved = runs.stream()
                .filter(run -> !run.facts().isEmpty())
                .map(Course.Run::entry)
                .toList();
        if (!moved.isEmpty()) {
            store.moved(moved);
        }
        tell(store, runs, today, telling);
    }

    /** Keeps and hands over what happened, and the steps of the ladder that were reached by it. */
    private void tell(RegisterStore store, List<Course.Run> runs, LocalDate today, Consumer<List<Told>> telling) {
        List<Fact> facts = runs.stream().flatMap(run -> run.facts().stream()).toList();
        if (!facts.isEmpty()) {
            store.happened(facts);
        }
        List<Told> told = new ArrayList<>();
        for (Course.Run run : runs) {
            told.addAll(Told.of(run, rulebook.awaitedBy(run.entry().obligation().handoff())));
        }
        if (today != null) {
            store.taken(runs.stream()
                            .flatMap(run -> steps(run.entry(), today).stream())
                            .collect(Collectors.toList()))
                    .forEach(step -> told.add(Told.of(
                            step, rulebook.awaitedBy(step.entry().obligation().handoff()))));
        }
        if (!told.isEmpty()) {
            telling.accept(told);
        }
    }

    private List<RegisterStore.Step> steps(Entry entry, LocalDate today) {
        return pace.reached(entry, today).stream()
                .map(planned -> new RegisterStore.Step(
                        entry,
                        planned,
                        today,
                        planned.step()
                                .to(
                                        entry.obligation().owner(),
                                        entry.obligation().receiver())))
                .toList();
    }

    private static Arrival earlier(Arrival a, Arrival b) {
        return a.fulfilment().compareTo(b.fulfilment()) <= 0 ? a : b;
    }

    private static Opening earlier(Opening a, Opening b) {
        int byDay = a.obligation().opened().compareTo(b.obligation().opened());
        return (byDay == 0 ? a.startedBy().compareTo(b.startedBy()) : byDay) <= 0 ? a : b;
    }
}
