package cn.liangxian.journeys.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is entitled, and who paid and is not. */
final class Entitlements {

    private record Red(String brokenLink, long fen) {}

    private final Map<String, Long> entitled = new HashMap<>();
    private final Map<String, Red> issued = new HashMap<>();
    private final Set<String> resolved = new HashSet<>();
    private int everRed;

    void take(Event event) {
        switch (event.fact()) {
            case "reconciliation-entitlement-recorded" -> entitled.put(key(event), event.number("paid"));
            case "reconciliation-red-list-issued" -> {
                if (issued.put(key(event), new Red(event.text("brokenLink"), event.number("paid"))) == null) {
                    everRed++;
                }
                // of one person the events come in order: issued again after it was resolved
                resolved.remove(key(event));
            }
            case "reconciliation-red-list-resolved" -> resolved.add(key(event));
            default -> {}
        }
    }

    private static String key(Event event) {
        return event.text("insurance") + ' ' + event.text("feeYear") + ' ' + event.text("personKey");
    }

    Sums entitled() {
        Sums sums = new Sums();
        entitled.forEach((key, fen) -> sums.add(key.substring(0, key.indexOf(' ')), fen));
        return sums;
    }

    Sums redList() {
        Sums sums = new Sums();
        issued.forEach((key, red) -> {
            if (!resolved.contains(key)) {
                sums.add(red.brokenLink(), red.fen());
            }
        });
        return sums;
    }

    int everRed() {
        return everRed;
    }

    int resolved() {
        return resolved.size();
    }
}
