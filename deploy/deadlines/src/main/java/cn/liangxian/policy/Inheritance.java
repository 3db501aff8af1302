package cn.liangxian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Lays the values of one policy file over those of the file that it extends or amends.
 *
 * <p>What names its clause is one value and is replaced whole, with its clause; anything else is laid over part by part. A
 * list of things with a code or a name is laid over by it, new ones come after the inherited ones; any other list is
 * replaced. Null takes away.
 */
final class Inheritance {
    private static final List<String> NAMES = List.of("code", "name");

    private Inheritance() {}

    /** Changes the lower one. */
    static void lay(ObjectNode upper, ObjectNode lower) {
        upper.properties().forEach(entry -> {
            JsonNode over = entry.getValue();
            JsonNode under = lower.path(entry.getKey());
            if (over.isNull()) lower.remove(entry.getKey());
            else if (over instanceof ObjectNode more
                    && under instanceof ObjectNode there
                    && !value(more)
                    && !value(there)) lay(more, there);
            else if (over instanceof ArrayNode more && under instanceof ArrayNode there && named(more) && named(there))
                lay(more, there);
            else lower.set(entry.getKey(), over);
        });
    }

    private static void lay(ArrayNode upper, ArrayNode lower) {
        for (JsonNode over : upper) {
            int position = 0;
            while (position < lower.size() && !name(lower.get(position)).equals(name(over))) position++;
            if (position < lower.size()) lower.set(position, over);
            else lower.add(over);
        }
    }

    private static boolean value(JsonNode node) {
        return node.has("by") || node.has("assumed");
    }

    private static boolean named(ArrayNode list) {
        return Draft.stream(list).noneMatch(node -> name(node).isEmpty());
    }

    private static String name(JsonNode node) {
        return NAMES.stream()
                .map(field -> node.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Writes the clauses in full, so that they stay those of their own document wherever they are laid under. */
    static void writeClausesInFull(JsonNode node, String document) {
        if (node instanceof ObjectNode object) {
            for (String field : List.of("by", "benefit-by")) {
                String by = object.path(field).textValue();
                if (by != null && !by.contains("/")) object.put(field, document + "/" + by);
            }
        }
        node.forEach(child -> writeClausesInFull(child, document));
    }
}
