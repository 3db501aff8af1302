package cn.liangxian.journeys.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Batch debits: how many lines were sent, and of how many the bank has not said what became of them. */
final class Debits {

    /** A batch by what was said of its lines, in whatever order topics are read. */
    private static final class Batch {
        private int sent;
        private long lines;
        private long paid;
        private long failed;
        private long stopped;
        private long reversed;
        private Long open;
        private String latest = "";

        private long open() {
            return open == null ? lines : open;
        }
    }

    private final Map<String, Batch> batches = new TreeMap<>();

    void take(Event event) {
        switch (event.fact()) {
            case "collection-debit-batch-sent" -> {
                Batch batch = batch(event);
                batch.sent++;
                batch.lines += event.number("lines");
            }
            case "collection-debit-answered" -> {
                Batch batch = still(event);
                batch.paid += event.number("paid");
                batch.failed += event.number("failed");
            }
            case "collection-debit-stopped" -> still(event).stopped += event.number("lines");
            case "collection-debit-reversed" -> {
                Batch batch = still(event);
                batch.reversed += event.number("lines");
                batch.paid += event.number("booked");
            }
            default -> {}
        }
    }

    private Batch batch(Event event) {
        return batches.computeIfAbsent(event.text("batchNo"), no -> new Batch());
    }

    /** Of what is open the latest word holds: ids grow. */
    private Batch still(Event event) {
        Batch batch = batch(event);
        if (event.id().compareTo(batch.latest) > 0) {
            batch.latest = event.id();
            batch.open = event.number("open");
        }
        return batch;
    }

    /** Lines by what was said of them; one that failed or was stopped may turn out debited after all. */
    Map<String, Long> byEnd() {
        Map<String, Long> ends = new TreeMap<>();
        if (sum(batch -> batch.lines) > 0) {
            ends.put("SENT", sum(batch -> batch.lines));
            ends.put("PAID", sum(batch -> batch.paid));
            ends.put("FAILED", sum(batch -> batch.failed));
            ends.put("STOPPED", sum(batch -> batch.stopped));
            ends.put("REVERSED", sum(batch -> batch.reversed));
            ends.put("OPEN", sum(Batch::open));
        }
        return ends;
    }

    private long sum(ToLongFunction<Batch> lines) {
        Collection<Batch> all = batches.values();
        return all.stream().mapToLong(lines).sum();
    }

    /** A line that nobody spoke of is lost; money that moved for more lines than were sent moved twice for one of them. */
    List<String> contradictions() {
        List<String> all = new ArrayList<>();
        if (sum(Batch::open) > 0) {
            all.add(sum(Batch::open) + " lines of debit batches have no final answer");
        }
        batches.forEach((no, batch) -> {
            if (batch.sent == 0) {
                all.add("debit batch sent 0 times: " + no);
            }
            all.addAll(doubled(no, batch));
            if (batch.paid + batch.reversed + batch.failed + batch.stopped + batch.open() < batch.lines) {
                all.add("lines lost in batch " + no);
            }
        });
        return all;
    }

    List<String> doubled() {
        List<String> all = new ArrayList<>();
        batches.forEach((no, batch) -> all.addAll(doubled(no, batch)));
        return all;
    }

    private static List<String> doubled(String no, Batch batch) {
        List<String> all = new ArrayList<>();
        if (batch.sent > 1) {
            all.add("debit batch sent " + batch.sent + " times: " + no);
        }
        if (batch.paid + batch.reversed > batch.lines) {
            all.add("lines debited twice in batch " + no + ": " + (batch.paid + batch.reversed) + " of " + batch.lines);
        }
        if (batch.failed + batch.stopped > batch.lines) {
            all.add("lines ended twice in batch " + no + ": " + (batch.failed + batch.stopped) + " of " + batch.lines);
        }
        return all;
    }
}
