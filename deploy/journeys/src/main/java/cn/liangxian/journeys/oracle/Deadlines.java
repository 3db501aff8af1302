package cn.liangxian.journeys.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How every obligation ended, from the deadline facts alone. */
public final class Deadlines {

    /**
     * Obligations by their end. {@code missed}: past due and never met; {@code open}: not yet due; {@code confirmedZero}: so
     * many of those on time or late were met by the word that there is nothing.
     */
    public record Punctuality(int onTime, int late, int missed, int open, int confirmedZero, int waived, int voided) {}

    private enum End {
        ON_TIME,
        LATE,
        MISSED,
        OPEN,
        WAIVED,
        VOID
    }

    private final Map<String, String> handoffs = new HashMap<>();
    private final Map<String, End> ends = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private final Set<String> zeros = new HashSet<>();

    void take(Event event) {
        switch (event.fact()) {
            case "audit-deadline-opened" -> end(event, End.OPEN);
            case "audit-deadline-missed" -> end(event, End.MISSED);
            case "audit-deadline-met" -> end(event, event.number("daysLate") > 0 ? End.LATE : End.ON_TIME);
            case "audit-deadline-waived" -> end(event, End.WAIVED);
            case "audit-deadline-voided" -> end(event, End.VOID);
            default -> {}
        }
    }

    /** Of one obligation the latest fact holds, in whatever order its topics are read: ids of one service grow. */
    private void end(Event event, End end) {
        var obligation = event.data().get("obligation");
        String id = obligation.get("obligationId").asText();
        if (event.id().compareTo(latest.getOrDefault(id, "")) < 0) {
            return;
        }
        latest.put(id, event.id());
        handoffs.put(id, obligation.get("handoff").asText());
        ends.put(id, end);
        if (event.data().path("manner").asText().equals("CONFIRMED_ZERO")) {
            zeros.add(id);
        } else {
            zeros.remove(id);
        }
    }

    Punctuality all() {
        return count(null);
    }

    Map<String, Punctuality> byHandoff() {
        Map<String, Punctuality> all = new TreeMap<>();
        handoffs.values().stream().distinct().forEach(handoff -> all.put(handoff, count(handoff)));
        return all;
    }

    private Punctuality count(String handoff) {
        int[] count = new int[End.values().length];
        int zero = (int) zeros.stream()
                .filter(id -> handoff == null || handoff.equals(handoffs.get(id)))
                .count();
        ends.forEach((id, end) -> {
            if (handoff == null || handoff.equals(handoffs.get(id))) {
                count[end.ordinal()]++;
            }
        });
        return new Punctuality(
                count[End.ON_TIME.ordinal()],
                count[End.LATE.ordinal()],
                count[End.MISSED.ordinal()],
                count[End.OPEN.ordinal()],
                zero,
                count[End.WAIVED.ordinal()],
                count[End.VOID.ordinal()]);
    }
}
