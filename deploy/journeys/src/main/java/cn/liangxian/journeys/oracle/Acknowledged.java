package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the services acknowledged, by the journal of the world, beside what the topics hold. Of each {@link OnceOnly} request
 * there is one fact, not none and not two; whatever else was acknowledged under an id, some fact bears it.
 */
final class Acknowledged {

    /** When nobody kept a journal. */
    static final Acknowledged NOTHING = new Acknowledged();

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final Map<OnceOnly, Map<String, Count>> onceOnly = new EnumMap<>(OnceOnly.class);
    private final Set<String> unseenIds = new HashSet<>();

    private Acknowledged() {}

    /** By the idempotency keys of the requests, which a request that is sent again does not change. */
    private static final class Count {
        private final Set<String> acknowledged = new HashSet<>();
        private int facts;
    }

    static Acknowledged read(Path journal) {
        Acknowledged read = new Acknowledged();
        ObjectMapper json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(journal)) {
            lines.forEach(line -> read.acknowledged(parsed(json, line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static JsonNode parsed(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("no line of a journal: " + line, e);
        }
    }

    void acknowledged(JsonNode request) {
        if (request.path("status").asInt() / 100 != 2) {
            return;
        }
        OnceOnly.of(request.path("path").asText())
                .ifPresentOrElse(
                        kind -> onceOnly.computeIfAbsent(kind, any -> new HashMap<>())
                                .computeIfAbsent(kind.subject(request), any -> new Count())
                                .acknowledged
                                .add(request.path("key").asText()),
                        () -> request.path("ids").properties().stream()
                                .map(id -> id.getValue().asText())
                                .filter(id -> UUID.matcher(id).matches())
                                .findFirst()
                                .ifPresent(unseenIds::add));
    }

    void take(Event event) {
        onceOnly.forEach((kind, counts) -> {
            if (kind.isEffect(event)) {
                counts.computeIfPresent(kind.subject(event), (subject, count) -> {
                    count.facts++;
                    return count;
                });
            }
        });
        event.data().forEach(field -> unseenIds.remove(field.asText()));
    }

    List<String> contradictions() {
        List<String> all = new ArrayList<>();
        onceOnly.forEach((kind, counts) -> counts.forEach((subject, count) -> {
            if (count.facts != count.acknowledged.size()) {
                all.add("acknowledged " + count.acknowledged.size() + " times, there " + count.facts + " times: " + kind
                        + " " + subject);
            }
        }));
        unseenIds.forEach(id -> all.add("acknowledged and lost: " + id));
        return all;
    }
}
