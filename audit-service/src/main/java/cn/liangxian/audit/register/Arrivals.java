package cn.liangxian.audit.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
        store.arrivals(whole.keySet())
                .forEach(arrival -> whole.get(arrival.obligationId()).add(arrival));
        List<Arrival> fresh = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (whole.get(arrival.obligationId()).add(arrival)) {
                fresh.add(arrival);
            }
        }
        return fresh;
    }

    /** The entries with what meets them; what needs several parts, or had come before, is counted by the register. */
    List<RegisterStore.Candidate> candidates(RegisterStore store, Set<String> ids) {
        Map<String, RegisterStore.Candidate> candidates = new TreeMap<>();
        List<String> here = ids.stream().filter(whole::containsKey).toList();
        for (Entry entry : here.isEmpty() ? List.<Entry>of() : store.entries(here)) {
            if (entry.needed() == 1) {
                String id = entry.obligation().obligationId();
                candidates.put(
                        id,
                        new RegisterStore.Candidate(entry, whole.get(id).first().fulfilment()));
            }
        }
        List<String> others =
                ids.stream().filter(id -> !candidates.containsKey(id)).toList();
        if (!others.isEmpty()) {
            store.candidates(others)
                    .forEach(c -> candidates.put(c.entry().obligation().obligationId(), c));
        }
        return List.copyOf(candidates.values());
    }
}
