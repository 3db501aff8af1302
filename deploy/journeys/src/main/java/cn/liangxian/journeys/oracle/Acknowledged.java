package cn.liangxian.journeys.oracle;

import cn.liangxian.journeys.oracle.Proof.IdSeen;
import cn.liangxian.journeys.oracle.Proof.OnceOnly;
import cn.liangxian.journeys.oracle.Proof.WithoutFact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the services acknowledged, by the journal of the world, beside what the topics hold: each as {@link Posted} says
 * that it is proved.
 */
final class Acknowledged {

    /** When nobody kept a journal. */
    static final Acknowledged NOTHING = new Acknowledged();

    private final Map<Posted, Map<String, Count>> onceOnly = new EnumMap<>(Posted.class);
    /** How many facts each id led to. */
    private final Map<Posted, Map<String, Integer>> ledTo = new EnumMap<>(Posted.class);

    private final Map<String, String> keysOfNames = new HashMap<>();
    private final Map<Class<? extends Proof>, Set<String>> keys = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();

    private Acknowledged() {}

    /** By the idempotency keys of the requests, which a request that is sent again does not change. */
    private static final class Count {
        private final Map<String, Long> acknowledged = new HashMap<>();
        private long facts;

        private long expected() {
            return acknowledged.values().stream().mapToLong(Long::longValue).sum();
        }
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
        String path = request.path("path").asText();
        ArrayNode segments = ((ObjectNode) request).putArray("segments");
        Arrays.stream(path.split("[/?=]")).forEach(segments::add);
        Posted.of(path)
                .ifPresentOrElse(
                        kind -> acknowledged(kind, request),
                        () -> faults.add("nothing is known of how to prove " + path));
    }

    private void acknowledged(Posted kind, JsonNode request) {
        String key = request.path("key").asText();
        keys.computeIfAbsent(kind.proof.getClass(), any -> new HashSet<>()).add(kind + " " + key);
        if (kind.proof instanceof OnceOnly once) {
            if (once.isNamed(request)) {
                onceOnly.computeIfAbsent(kind, any -> new HashMap<>())
                        .computeIfAbsent(once.subject(request), any -> new Count())
                        .acknowledged
                        .put(key, once.times(request));
            } else {
                faults.add(unnamed(kind, key));
            }
        } else if (kind.proof instanceof IdSeen seen) {
            JsonNode id = request.path("ids").path(seen.id());
            if (id.isTextual()) {
                ledTo.computeIfAbsent(kind, any -> new HashMap<>()).put(id.asText(), 0);
            } else {
                faults.add(unnamed(kind, key));
            }
        } else if (kind.proof instanceof WithoutFact own && !own.names().isEmpty()) {
            if (own.names().stream().anyMatch(name -> request.at(name).isMissingNode())) {
                faults.add(unnamed(kind, key));
                return;
            }
            String name = own.names().stream()
                    .map(one -> request.at(one).asText())
                    .collect(Collectors.joining(" ", kind + " ", ""));
            String other = keysOfNames.putIfAbsent(name, key);
            if (other != null && !other.equals(key)) {
                faults.add("acknowledged twice: " + name);
            }
        }
    }

    private static String unnamed(Posted kind, String key) {
        return "acknowledged under nothing that a fact could be found by: " + kind + " " + key;
    }

    void take(Event event) {
        onceOnly.forEach((kind, counts) -> {
            if (kind.proof instanceof OnceOnly once && once.isEffect(event)) {
                counts.computeIfPresent(once.subject(event), (subject, count) -> {
                    count.facts += once.weight(event);
                    return count;
                });
            }
        });
        ledTo.forEach((kind, ids) -> {
            if (kind.proof instanceof IdSeen seen && seen.facts().contains(event.fact())) {
                ids.computeIfPresent(event.data().path(seen.id()).asText(), (id, facts) -> facts + 1);
            }
        });
    }

    Proved proved() {
        int once = count(OnceOnly.class);
        int seen = count(IdSeen.class);
        int without = count(WithoutFact.class);
        return new Proved(once + seen + without, once, seen, without);
    }

    private int count(Class<? extends Proof> proof) {
        return keys.getOrDefault(proof, Set.of()).size();
    }

    List<String> contradictions() {
        List<String> all = new ArrayList<>(faults);
        all.addAll(miscounted(count -> count.facts != count.expected()));
        ledTo.forEach((kind, ids) -> ids.forEach((id, facts) -> {
            if (facts == 0) {
                all.add("acknowledged and lost: " + kind + " " + id);
            }
        }));
        all.addAll(ledToSeveral());
        return all;
    }

    List<String> doubled() {
        List<String> all = miscounted(count -> count.facts > count.expected());
        all.addAll(ledToSeveral());
        return all;
    }

    private List<String> ledToSeveral() {
        List<String> all = new ArrayList<>();
        ledTo.forEach((kind, ids) -> ids.forEach((id, facts) -> {
            if (facts > 1) {
                all.add("acknowledged to lead to one fact, there " + facts + " times: " + kind + " " + id);
            }
        }));
        return all;
    }

    private List<String> miscounted(Predicate<Count> wrong) {
        List<String> all = new ArrayList<>();
        onceOnly.forEach((kind, counts) -> counts.forEach((subject, count) -> {
            if (wrong.test(count)) {
                all.add("acknowledged " + count.expected() + " times, there " + count.facts + " times: "
                        + (kind + " " + subject).strip());
            }
        }));
        return all;
    }
}
