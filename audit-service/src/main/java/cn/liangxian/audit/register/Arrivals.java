package cn.liangxian.audit.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What arrives together, kept once. Most obligations are met by one event: of those all that has come is known here, so that
 * the register need not be asked again.
 */
final class Arrivals {

    private static final Comparator<Arrival> EARLIEST =
            Comparator.comparing(Arrival::fulfilment).thenComparing(Arrival::part);

    private final Map<String, TreeSet<Arrival>> whole = new HashMap<>();
    /** As they stood before. */
    private final Map<String, Entry> entries = new HashMap<>();

    private Arrivals() {}

    /** Keeps those of them that have not come before. */
    static Arrivals keep(RegisterStore store, Collection<Arrival> arrivals) {
        Map<Boolean, List<Arrival>> byWhole = arrivals.stream()
                .collect(Collectors.partitioningBy(arrival -> arrival.part().isEmpty()));
        Arrivals came = new Arrivals();
        List<Arrival> fresh = came.fresh(store, byWhole.get(true));
        List<Arrival> parts = byWhole.get(false);
        Set<Arrival> kept =
                new TreeSet<>(Comparator.comparing(Arrival::obligationId).thenComparing(EARLIEST));
        kept.addAll(store.kept(parts));
        parts.stream().filter(part -> !kept.contains(part)).forEach(fresh::add);
        store.arrived(fresh);
        return came;
    }

    private List<Arrival> fresh(RegisterStore store, List<Arrival> arrivals) {
        arrivals.forEach(arrival -> whole.put(arrival.obligationId(), new TreeSet<>(EARLIEST)));
        Set<String> asked = new HashSet<>(whole.keySet());
        for (RegisterStore.Awaited awaited : store.awaited(whole.keySet())) {
            String id = awaited.entry().obligation().obligationId();
            entries.put(id, awaited.entry());
            if (!awaited.arrived()) {
                asked.remove(id);
            }
        }
        store.arrivals(asked)
                .forEach(arrival -> whole.get(arrival.obligationId()).add(arrival));
        List<Arrival> fresh = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (whole.get(arrival.obligationId()).add(arrival)) {
                fresh.add(arrival);
            }
        }
        return fresh;
    }

    /**
     * The entries with what meets them; what needs several parts, or had come before, is counted by the register.
     *
     * @param changed those of them that were entered or changed since
     * @param windows handoffs that may come too early
     */
    List<RegisterStore.Candidate> candidates(
            RegisterStore store, Set<String> ids, Set<String> changed, Set<String> windows) {
        Map<String, RegisterStore.Candidate> candidates = new TreeMap<>();
        for (String id : ids) {
            Entry entry = changed.contains(id) ? null : entries.get(id);
            boolean counts = entry != null && entry.needed() == 1;
            if (counts && !windows.contains(entry.obligation().handoff())) {
                candidates.put(
                        id,
                        new RegisterStore.Candidate(entry, whole.get(id).first().fulfilment(), null));
            }
        }
        List<String> others =
                ids.stream().filter(id -> !candidates.containsKey(id)).toList();
        if (!others.isEmpty()) {
            store.candidates(others, windows)
                    .forEach(c -> candidates.put(c.entry().obligation().obligationId(), c));
        }
        return List.copyOf(candidates.values());
    }
}
