package cn.liangxian.journeys.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The smallest request that an OpenAPI schema lets pass, so that an endpoint comes to look at who asks; what names a place or a
 * thing of the policy names one that there is.
 */
final class SampleBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEP = 6;

    /** Something for every pattern that the interfaces use. */
    private static final List<String> TEXTS = List.of(
            "x".repeat(8), "a".repeat(64), "1".repeat(12), "1".repeat(9), "2023-10", "AAAAAA", "A1", "13800000000");

    private final JsonNode api;
    private final Map<String, String> known;

    /** @param known what there is in the county, by the names under which requests speak of it */
    SampleBody(JsonNode api, Map<String, String> known) {
        this.api = api;
        this.known = known;
    }

    JsonNode of(String name, JsonNode schema) {
        return known.containsKey(name) && !schema.has("$ref") && type(schema).equals("string")
                ? JSON.getNodeFactory().textNode(known.get(name))
                : of(schema, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return of(api.at(schema.get("$ref").asText().substring(1)), depth);
        }
        for (String several : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(several)) {
                return of(schema.get(several).get(0), depth);
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                JSON.getNodeFactory()
                        .numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().textNode(text(schema));
        };
    }

    /** A type may be a list of types, of which null is one. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    return each.asText();
                }
            }
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEEP) {
            schema.path("properties")
                    .fields()
                    .forEachRemaining(property -> object.set(
                            property.getKey(),
                            known.containsKey(property.getKey())
                                    ? of(property.getKey(), property.getValue())
                                    : of(property.getValue(), depth + 1)));
            if (schema.path("additionalProperties").isObject()) {
                object.set("x", of(schema.get("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.createArrayNode();
        return depth < DEEP ? array.add(of(schema.path("items"), depth + 1)) : array;
    }

    static String text(JsonNode schema) {
        String format = schema.path("format").asText();
        if (format.equals("uuid") || schema.path("pattern").asText().contains("[a-f0-9]{8}")) {
            return "00000000-0000-7000-8000-000000000000";
        }
        if (format.equals("date")) {
            return "1999-01-04";
        }
        if (format.equals("date-time")) {
            return "1999-01-04T08:00:00";
        }
        String pattern = schema.path("pattern").asText("");
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return TEXTS.stream()
                .filter(text ->
                        text.length() <= most && (pattern.isEmpty() || text.matches(pattern) || pattern.equals("\\S")))
                .findFirst()
                .orElse("x");
    }
}
