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

    /** Moves what the day moves: what opens, comes near, is late, is pressed. */
    void move(Handle h, LocalDate date, Consumer<List<Told>> telling) {
        oneAtATime(h);
        RegisterStore store = new RegisterStore(h);
        store.moving(
                date,
                PAGE,
                page -> keep(
                        store,
                        page.stream()
                                .map(entry -> Course.run(entry, null, date, pace, false))
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
        store.moved(List.of(new RegisterStore.Kept(excused, null)));
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
        store.arrived(arrivals);
        Set<String> awaited = store.arrivedFor(openings.stream()
                .map(opening -> opening.obligation().obligationId())
                .toList());
        // what nothing has come for, and no lateness can be handed down to, is entered as it stands at once
        Map<String, Course.Run> plain = new HashMap<>();
        List<RegisterStore.Kept> entering = new ArrayList<>(openings.size());
        for (Opening opening : openings) {
            Entry entry = opening.expected();
            String id = entry.obligation().obligationId();
            if (opening.causes().isEmpty() && !awaited.contains(id)) {
                Course.Run run = Course.run(entry, null, today, pace, false);
                plain.put(id, run);
                entry = run.entry();
            }
            entering.add(kept(entry, today));
        }
        Map<String, Boolean> opened = store.opened(entering);
        Set<String> heirs = openings.stream()
                .filter(opening -> !opening.causes().isEmpty())
                .map(opening -> opening.obligation().obligationId())
                .filter(opened::containsKey)
                .collect(Collectors.toSet());
        Set<String> restated = new HashSet<>(new Inheritance(h).handDown(opened.keySet(), heirs));
        restated.removeAll(opened.keySet());
        opened.forEach((id, wasThere) -> {
            if (wasThere) {
                restated.add(id);
            }
        });
        plain.keySet().removeIf(id -> !opened.containsKey(id) || opened.get(id));
        tell(store, List.copyOf(plain.values()), today, telling);
        Set<String> touched = new TreeSet<>(opened.keySet());
        touched.removeAll(plain.keySet());
        touched.addAll(restated);
        arrivals.forEach(arrival -> touched.add(arrival.obligationId()));
        if (!touched.isEmpty()) {
            List<Course.Run> runs = store.candidates(touched).stream()
                    .map(c -> Course.run(
                            c.entry(),
                            c.earliest(),
                            today,
                            pace,
                            restated.contains(c.entry().obligation().obligationId())))
                    .filter(run -> !run.facts().isEmpty())
                    .toList();
            keep(store, runs, today, telling);
        }
    }

    private void keep(RegisterStore store, List<Course.Run> runs, LocalDate today, Consumer<List<Told>> telling) {
        if (!runs.isEmpty()) {
            store.moved(runs.stream().map(run -> kept(run.entry(), today)).toList());
            tell(store, runs, today, telling);
        }
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

    private RegisterStore.Kept kept(Entry entry, LocalDate today) {
        LocalDate after = today == null ? LocalDate.MIN : today;
        return new RegisterStore.Kept(entry, pace.next(entry, after).orElse(null));
    }

    private static Arrival earlier(Arrival a, Arrival b) {
        return a.fulfilment().compareTo(b.fulfilment()) <= 0 ? a : b;
    }

    private static Opening earlier(Opening a, Opening b) {
        int byDay = a.obligation().opened().compareTo(b.obligation().opened());
        return (byDay == 0 ? a.startedBy().compareTo(b.startedBy()) : byDay) <= 0 ? a : b;
    }
}
