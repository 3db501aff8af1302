package cn.liangxian.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What runs, for a reader: one line for each part, and what to do when some do not run. */
final class StatusTable {

    private static final String ROW = "%-15s %7s %6s %8s  %-11s %7s %7s %7s %9s %9s%n";

    private final List<PartStatus> parts;

    StatusTable(List<PartStatus> parts) {
        this.parts = parts;
    }

    /** Whether all runs. */
    boolean print(PrintStream out) {
        Optional<LocalDate> newest =
                parts.stream().flatMap(part -> date(part).stream()).max(LocalDate::compareTo);
        out.printf(ROW, "", "pid", "port", "MiB", "business", "behind", "outbox", "parked", "sent", "received");
        parts.forEach(part -> out.printf(
                ROW,
                part.name(),
                part.pid().map(String::valueOf).orElse("down"),
                part.port(),
                part.memoryMb(),
                date(part).map(LocalDate::toString).orElse(part.service() ? "-" : ""),
                behind(part, newest),
                number(part, "outbox"),
                number(part, "parked"),
                number(part, "sent"),
                number(part, "received")));
        out.printf(
                "%-15s %7s %6s %8d%n",
                "together",
                "",
                "",
                parts.stream().mapToLong(PartStatus::memoryMb).sum());
        List<String> missing = parts.stream()
                .filter(part -> part.pid().isEmpty())
                .map(PartStatus::name)
                .toList();
        if (missing.size() == parts.size()) {
            out.println("Nothing runs. → deploy/liangxian up");
        } else if (!missing.isEmpty()) {
            out.println("Does not run: " + String.join(", ", missing)
                    + ". → `deploy/liangxian up` starts what is missing, `deploy/liangxian down` stops the rest");
        }
        return missing.isEmpty();
    }

    private static Optional<LocalDate> date(PartStatus part) {
        return part.told()
                .map(told -> told.path("businessDate"))
                .filter(JsonNode::isTextual)
                .map(date -> LocalDate.parse(date.asText()));
    }

    private static String behind(PartStatus part, Optional<LocalDate> newest) {
        return date(part)
                .map(date -> ChronoUnit.DAYS.between(date, newest.orElse(date)) + " d")
                .orElse("");
    }

    private static String number(PartStatus part, String name) {
        return part.told()
                .map(told -> told.path(name))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asText)
                .orElse("");
    }
}
