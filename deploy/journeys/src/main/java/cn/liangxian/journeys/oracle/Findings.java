package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every wrong that the topics name, as kind and place. A place is written as the one who did it would write it: area,
 * department and category of a list, and the row; the township that told something late, the village that kept cash;
 * channel and voucher of money; insurance and key of a person.
 */
public final class Findings {

    private record Row(String listId, long number) {}

    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    void take(Event event) {
        switch (event.fact()) {
            case "enrollment-special-group-listed" -> listed(event);
            case "enrollment-import-rejected" -> rows.add(new Row(event.text("listId"), event.number("row")));
            case "audit-deadline-missed" -> late(event);
            case "audit-deadline-met" -> {
                if (event.number("daysLate") > 0) late(event);
            }
            case "collection-anomaly-raised" ->
                found(event.text("kind"), event.text("insurance") + "/" + event.text("personKey"));
            case "collection-contribution-surplus" ->
                found(event.text("reason"), event.text("channel") + "/" + event.text("voucher"));
            case "collection-refund-listed" -> wentBack(event);
            case "collection-cash-retained" -> found("CASH_RETAINED", event.text("village"));
            case "audit-cash-suspects-pushed" -> event.data().get("suspects").forEach(this::suspected);
            case "reconciliation-day-balanced" ->
                event.data()
                        .get("differences")
                        .forEach(d -> found(text(d, "kind"), text(d, "channel") + "/" + text(d, "voucher")));
            case "reconciliation-red-list-issued" ->
                found(event.text("brokenLink"), event.text("insurance") + "/" + event.text("personKey"));
            default -> {}
        }
    }

    private void listed(Event event) {
        String list = event.text("area") + "/" + event.text("department") + "/" + event.text("category");
        lists.put(event.text("listId"), list);
        if (event.number("declaredCount") != event.number("receivedCount")) {
            found("COUNT_DIFFERS", list);
        }
    }

    private void late(Event event) {
        JsonNode obligation = event.data().get("obligation");
        JsonNode scope = obligation.get("scope");
        if (text(obligation, "handoff").equals("enrollment-special-group-listed")) {
            found("LATE", text(scope, "township") + "/" + text(scope, "department") + "/" + text(scope, "category"));
        }
        if (text(obligation, "handoff").equals("audit-duty-assigned")) {
            found("TOLD_LATE", text(scope, "township"));
        }
    }

    /** What finance had paid for somebody. */
    private void wentBack(Event event) {
        if (event.text("channel").equals("PROXY")) found(event.text("reason"), event.text("personKey"));
    }

    /** A suspect of a payment over a channel names no village. */
    private void suspected(JsonNode suspect) {
        if (suspect.hasNonNull("village")) found(text(suspect, "breach"), text(suspect, "village"));
    }

    private void found(String kind, String place) {
        places.computeIfAbsent(kind, k -> new TreeSet<>()).add(place);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    /** Where a wrong of this kind was found; kinds are those of the facts, and LATE, COUNT_DIFFERS, REJECTED of lists. */
    public Set<String> of(String kind) {
        if (kind.equals("REJECTED")) {
            Set<String> rejected = new TreeSet<>();
            rows.forEach(row -> rejected.add(lists.get(row.listId()) + "#" + row.number()));
            return rejected;
        }
        return places.getOrDefault(kind, Set.of());
    }
}
