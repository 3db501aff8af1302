package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the treasury reported and how each day was balanced; of each only the last version counts. */
final class TreasuryDays {

    private record Version(long number, long fen, JsonNode differences, long collected) {}

    private final Map<String, Version> reported = new TreeMap<>();
    private final Map<String, Version> balanced = new TreeMap<>();
    private final Map<String, Long> collectedByDay = new TreeMap<>();
    final Sums differencesEver = new Sums();

    void take(Event event) {
        switch (event.fact()) {
            case "reconciliation-treasury-day-received" ->
                keep(reported, event, new Version(event.number("version"), event.number("total"), null, 0));
            case "reconciliation-day-balanced" -> {
                JsonNode differences = event.data().get("differences");
                keep(
                        balanced,
                        event,
                        new Version(
                                event.number("version"),
                                event.number("treasury"),
                                differences,
                                event.number("collected")));
                differences.forEach(d -> differencesEver.add(
                        d.get("kind").asText(),
                        d.get("treasury").asLong() - d.get("collected").asLong()));
            }
            case "collection-contribution-paid", "collection-contribution-surplus" ->
                collected(event.text("paidOn"), event, event.number("amount"));
            case "collection-refund-listed" -> collected(event.text("madeOn"), event, -event.number("amount"));
            default -> {}
        }
    }

    private void collected(String day, Event event, long fen) {
        collectedByDay.merge(day + ' ' + event.text("insurance"), fen, Long::sum);
    }

    private static void keep(Map<String, Version> days, Event event, Version version) {
        days.merge(
                event.text("date") + ' ' + event.text("insurance") + ' ' + event.text("account"),
                version,
                (a, b) -> b.number() >= a.number() ? b : a);
    }

    Sums treasury() {
        Sums sums = new Sums();
        reported.forEach((day, version) -> sums.add(day.split(" ")[1], version.fen()));
        return sums;
    }

    /** Differences that stand in the last version of their day. */
    Sums differences() {
        Sums sums = new Sums();
        balanced.values().forEach(day -> day.differences()
                .forEach(d -> sums.add(
                        d.get("kind").asText(),
                        d.get("treasury").asLong() - d.get("collected").asLong())));
        return sums;
    }

    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        Map<String, Long> balancedByDay = new TreeMap<>();
        balanced.forEach((day, version) -> {
            String[] parts = day.split(" ");
            balancedByDay.merge(parts[0] + ' ' + parts[1], version.collected(), Long::sum);
            Version treasury = reported.get(day);
            if (treasury == null || treasury.fen() != version.fen()) {
                found.add("balanced against another sum than the treasury reported: " + day);
            }
        });
        collectedByDay.forEach((day, fen) -> {
            if (!fen.equals(balancedByDay.getOrDefault(day, 0L))) {
                found.add("collected %d fen, balanced %d: %s".formatted(fen, balancedByDay.getOrDefault(day, 0L), day));
            }
        });
        return found;
    }
}
