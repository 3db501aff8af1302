package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the services acknowledged, by the journal of the world, beside what the topics hold: of what was acknowledged under
 * an id some fact bears that id, and of each payment that was offered there is one fact, paid or surplus.
 */
final class Acknowledged {

    /** When nobody kept a journal. */
    static final Acknowledged NOTHING = new Acknowledged();

    /** Their facts name the person and the application; the id in the answer is a row of the service's own. */
    private static final Set<String> KNOWN_OTHERWISE = Set.of("/registrations", "/appropriations");

    private final Map<String, Integer> factsOfVouchers = new HashMap<>();
    private final Set<String> unseenIds = new HashSet<>();

    private Acknowledged() {}

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
        if (request.path("path").asText().equals("/contributions")) {
            factsOfVouchers.put(request.path("key").asText(), 0);
        }
        if (request.has("id") && !KNOWN_OTHERWISE.contains(request.path("path").asText())) {
            unseenIds.add(request.get("id").asText());
        }
    }

    void take(Event event) {
        if (event.fact().equals("collection-contribution-paid")
                || event.fact().equals("collection-contribution-surplus")) {
            factsOfVouchers.computeIfPresent(event.text("voucher"), (voucher, facts) -> facts + 1);
        }
        event.data().forEach(field -> unseenIds.remove(field.asText()));
    }

    List<String> contradictions() {
        List<String> all = new ArrayList<>();
        factsOfVouchers.forEach((voucher, facts) -> {
            if (facts != 1) {
                all.add("acknowledged once, " + (facts == 0 ? "lost" : facts + " times there") + ": payment "
                        + voucher);
            }
        });
        unseenIds.forEach(id -> all.add("acknowledged and lost: " + id));
        return all;
    }
}
