package cn.liangxian.journeys.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is entitled, and who paid and is not. */
final class Entitlements {

    /** The latest word on a claim; {@code brokenLink} is null when it was resolved. */
    private record Red(String eventId, String brokenLink, long fen) {}

    /** The latest that an agency booked or corrected. */
    private record Booked(String eventId, long fen) {}

    private final Map<String, Booked> entitled = new HashMap<>();
    private final Map<String, Red> red = new HashMap<>();
    private final Set<String> everRed = new HashSet<>();

    void take(Event event) {
        switch (event.fact()) {
            case "reconciliation-entitlement-recorded" -> booked(event, event.number("paid"));
            case "reconciliation-entitlement-corrected" -> booked(event, event.number("paidInAll"));
            case "reconciliation-red-list-issued" -> {
                everRed.add(key(event));
                word(event, new Red(event.id(), event.text("brokenLink"), event.number("paid")));
            }
            case "reconciliation-red-list-resolved" -> word(event, new Red(event.id(), null, 0));
            default -> {}
        }
    }

    /** In whatever order the topics are read, the latest word holds: ids of one service grow. */
    private void booked(Event event, long fen) {
        Booked booked = new Booked(event.id(), fen);
        entitled.merge(key(event), booked, (a, b) -> a.eventId().compareTo(b.eventId()) > 0 ? a : b);
    }

    private void word(Event event, Red word) {
        red.merge(key(event), word, (a, b) -> a.eventId().compareTo(b.eventId()) > 0 ? a : b);
    }

    private static String key(Event event) {
        return event.text("insurance") + ' ' + event.text("feeYear") + ' ' + event.text("personKey");
    }

    /** A further payment has to be booked yet. Who stood there before he was booked should have been taken off: that counts twice. */
    private boolean redListedSince(String key, Booked booked) {
        Red word = red.get(key);
        return word != null && word.brokenLink() != null && word.eventId().compareTo(booked.eventId()) > 0;
    }

    Sums entitled() {
        Sums sums = new Sums();
        entitled.forEach((key, booked) -> {
            if (booked.fen() > 0 && !redListedSince(key, booked)) {
                sums.add(key.substring(0, key.indexOf(' ')), booked.fen());
            }
        });
        return sums;
    }

    Sums redList() {
        Sums sums = new Sums();
        red.values().stream()
                .filter(word -> word.brokenLink() != null)
                .forEach(word -> sums.add(word.brokenLink(), word.fen()));
        return sums;
    }

    int everRed() {
        return everRed.size();
    }
}
