package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Shape;
import cn.liangxian.handoff.Shape.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads the shape of a handoff back out of its JSON Schema. */
final class SchemaShape {

    private final SortedMap<String, Field> fields = new TreeMap<>();

    private SchemaShape() {}

    static Shape of(JsonNode schema) {
        SchemaShape shape = new SchemaShape();
        shape.addProperties("", schema);
        return new Shape(shape.fields);
    }

    private void addProperties(String prefix, JsonNode object) {
        List<String> required = texts(object.path("required"));
        object.path("properties")
                .properties()
                .forEach(field -> add(prefix + field.getKey(), field.getValue(), !required.contains(field.getKey())));
    }

    private void add(String path, JsonNode schema, boolean optional) {
        JsonNode plain = withoutNull(schema);
        List<String> values = texts(plain.path("enum")).stream().sorted().toList();
        String type = type(plain);
        if (plain.has("enum") || plain.has("const")) {
            List<String> all = plain.has("const") ? List.of(plain.get("const").asText()) : values;
            fields.put(path, new Field("enum", optional, all));
        } else if (type.equals("array")) {
            fields.put(path, new Field("array", optional, List.of()));
            add(path + "[]", plain.path("items"), false);
        } else if (type.equals("object") && plain.path("additionalProperties").isObject()) {
            fields.put(path, new Field("map", optional, List.of()));
            add(path + "{}", plain.path("additionalProperties"), false);
        } else {
            fields.put(path, new Field(plain.path("format").asText(type), optional, List.of()));
            addProperties(path + ".", plain);
        }
    }

    /** A field that may be null has two types, or a choice of null and the other. */
    private static JsonNode withoutNull(JsonNode schema) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(choice -> !choice.path("type").asText().equals("null"))
                .findFirst()
                .orElse(schema);
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? texts(type).stream()
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElseThrow()
                : type.asText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }
}
