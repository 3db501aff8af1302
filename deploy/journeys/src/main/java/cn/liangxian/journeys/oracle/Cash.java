package cn.liangxian.journeys.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cash ledgers: every entry is taken once and ends once, paid in or given back, for the sum that was taken. */
final class Cash {

    /** In whatever order topics are read. */
    private static final class Entry {
        private int takings;
        private long taken;
        private int ends;
        private long ended;
    }

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Sums sums = new Sums();

    void take(Event event) {
        switch (event.fact()) {
            case "collection-cash-taken" -> {
                Entry entry = entry(event);
                entry.takings++;
                entry.taken += event.number("amount");
                sums.add("TAKEN", event.number("amount"));
            }
            case "collection-cash-settled" -> {
                end(event, event.number("taken"));
                sums.add("PAID_IN", event.number("paid"));
                if (event.number("taken") != event.number("paid")) {
                    sums.add("KEPT", event.number("taken") - event.number("paid"));
                }
            }
            case "collection-cash-returned" -> {
                end(event, event.number("amount"));
                sums.add("GIVEN_BACK", event.number("amount"));
            }
            default -> {}
        }
    }

    private Entry entry(Event event) {
        return entries.computeIfAbsent(event.text("entryId"), id -> new Entry());
    }

    private void end(Event event, long fen) {
        Entry entry = entry(event);
        entry.ends++;
        entry.ended += fen;
    }

    /** What was taken, by where it went; HELD is what no fact says the end of. */
    Sums byEnd() {
        Sums all = new Sums();
        sums.byName().forEach((name, sum) -> all.add(name, sum.count(), sum.fen()));
        entries.values().stream().filter(entry -> entry.ends == 0).forEach(entry -> all.add("HELD", entry.taken));
        return all;
    }

    List<String> contradictions() {
        List<String> all = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (entry.takings != 1) {
                all.add("cash taken " + entry.takings + " times: " + id);
            }
            if (entry.ends > 1) {
                all.add("cash paid in or given back " + entry.ends + " times: " + id);
            }
            if (entry.ends == 1 && entry.takings == 1 && entry.taken != entry.ended) {
                all.add("cash taken " + entry.taken + " fen, and ended as " + entry.ended + ": " + id);
            }
        });
        return all;
    }
}
