package cn.liangxian.journeys.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Batch debits: how many lines were sent, and of how many the bank has not said what became of them. */
final class Debits {

    private final Map<String, Long> open = new TreeMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private long lines;
    private long paid;
    private long failed;
    private long stopped;
    private long reversed;

    void take(Event event) {
        switch (event.fact()) {
            case "collection-debit-batch-sent" -> {
                lines += event.number("lines");
                open.putIfAbsent(event.text("batchNo"), event.number("lines"));
            }
            case "collection-debit-answered" -> {
                paid += event.number("paid");
                failed += event.number("failed");
                still(event);
            }
            case "collection-debit-stopped" -> {
                stopped += event.number("lines");
                still(event);
            }
            case "collection-debit-reversed" -> {
                reversed += event.number("lines");
                paid += event.number("booked");
                still(event);
            }
            default -> {}
        }
    }

    /** Of a batch the latest word holds, in whatever order topics are read: ids grow. */
    private void still(Event event) {
        String batch = event.text("batchNo");
        if (event.id().compareTo(latest.getOrDefault(batch, "")) > 0) {
            latest.put(batch, event.id());
            open.put(batch, event.number("open"));
        }
    }

    /** Lines by what became of them, each line once. */
    Map<String, Long> byEnd() {
        Map<String, Long> ends = new TreeMap<>();
        if (lines > 0) {
            ends.put("SENT", lines);
            ends.put("PAID", paid);
            ends.put("FAILED", failed);
            ends.put("STOPPED", stopped);
            ends.put("REVERSED", reversed);
            ends.put("OPEN", open.values().stream().mapToLong(Long::longValue).sum());
        }
        return ends;
    }
}
