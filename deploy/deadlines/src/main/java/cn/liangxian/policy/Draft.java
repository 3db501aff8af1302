package cn.liangxian.policy;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.InvalidPolicyException.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** A policy file while it is being read: finds what it means and collects everything that is wrong before giving up. */
final class Draft {
    private final PolicyFile file;
    private final JsonNode root;
    private final String clauses;
    private final Map<String, LocalDate> days = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Draft(PolicyFile file) {
        this.file = file;
        this.root = file.root();
        this.clauses = root.path("document").path("clauses").textValue();
    }

    JsonNode root() {
        return root;
    }

    /** The path of a value, after the name of its file where that is another one. */
    String place(JsonNode node, String path) {
        return file.place(node, path);
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(JsonNode at, String where, String what) {
        problems.add(new Problem(PolicyFile.line(at), file.place(at, where), what));
    }

    /** Runs a reading that may refuse its input; the refusal becomes a problem of this line. */
    <T> Optional<T> attempt(JsonNode at, String where, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException e) {
            problem(at, where, e.getMessage());
            return Optional.empty();
        }
    }

    /** The full clause id of a value; "assumed" when no text gives it. A clause of another document is written in full. */
    String clause(JsonNode node) {
        return clause(node, "by");
    }

    String clause(JsonNode node, String field) {
        String by = node.path(field).textValue();
        if (by == null) return "assumed";
        return by.contains("/") ? by : clauses + "/" + by;
    }

    /** Whether the value, or one of these fields of it, is a reading that no text gives; without fields: any of it. */
    static boolean assumed(JsonNode node, String... fields) {
        JsonNode assumed = node.path("assumed");
        if (assumed.isBoolean()) return assumed.booleanValue();
        if (fields.length == 0) return !assumed.isEmpty();
        List<String> named = texts(assumed);
        for (String field : fields) if (named.contains(field)) return true;
        return false;
    }

    static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::textValue).toList();
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Fen yuan(JsonNode amount) {
        return Fen.ofYuan(amount.longValue());
    }

    List<Department> departments(JsonNode array) {
        List<Department> found = new ArrayList<>();
        for (JsonNode code : array) {
            attempt(code, code.textValue(), () -> Department.valueOf(code.textValue()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Names a day that other values may refer to, for example campaign.start. */
    LocalDate name(String anchor, LocalDate day) {
        days.put(anchor, day);
        return day;
    }

    Anchors anchors() {
        return Anchors.of(days);
    }

    /** A date, or the day that a name stands for. */
    LocalDate day(JsonNode node) {
        String text = node.textValue();
        LocalDate named = days.get(text);
        if (named != null) return named;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(node, "day", "'" + text + "' is neither a date nor a day that this file names");
            return LocalDate.EPOCH;
        }
    }
}
