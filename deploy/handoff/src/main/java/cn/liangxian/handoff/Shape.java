package cn.liangxian.handoff;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the JSON of a handoff looks like: every field by its path. A nested field stands as {@code obligation.due}, the
 * elements of a list as {@code statuses[]}, the values of a map as {@code scope{}}.
 */
public record Shape(SortedMap<String, Field> fields) {

    /**
     * One field.
     *
     * @param type string, boolean, int32, int64, fen, date, enum, object, array or map
     * @param optional it may be absent or null
     * @param values the values of an enum in alphabetical order; else empty
     */
    public record Field(String type, boolean optional, List<String> values) {}

    /** The shape of a declared handoff; a field of a type that handoffs do not carry is a programming error. */
    public static Shape of(Class<? extends Handoff> handoff) {
        SortedMap<String, Field> fields = new TreeMap<>();
        addComponents(fields, handoff, "");
        return new Shape(fields);
    }

    /** The path that a path lies in: the object of a field, the list or map of an element; "" for a field of the handoff. */
    static String parent(String path) {
        if (path.endsWith("[]") || path.endsWith("{}")) {
            return path.substring(0, path.length() - 2);
        }
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static void addComponents(SortedMap<String, Field> fields, Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.isAnnotationPresent(Nullable.class);
            add(fields, prefix + component.getName(), component.getGenericType(), optional);
        }
    }

    private static void add(SortedMap<String, Field> fields, String path, Type type, boolean optional) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                fields.put(path, new Field("array", optional, List.of()));
                add(fields, path + "[]", arguments[0], false);
                return;
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                fields.put(path, new Field("map", optional, List.of()));
                add(fields, path + "{}", arguments[1], false);
                return;
            }
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(path + ": a handoff does not carry a " + type);
        }
        if (plain.isEnum()) {
            List<String> values = Arrays.stream(plain.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name())
                    .sorted()
                    .toList();
            fields.put(path, new Field("enum", optional, values));
        } else if (plain.isRecord() && plain != Fen.class) {
            fields.put(path, new Field("object", optional, List.of()));
            addComponents(fields, plain, path + ".");
        } else {
            fields.put(path, new Field(scalar(path, plain), optional, List.of()));
        }
    }

    private static String scalar(String path, Class<?> type) {
        if (type == String.class) return "string";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type == int.class || type == Integer.class) return "int32";
        if (type == long.class || type == Long.class) return "int64";
        if (type == Fen.class) return "fen";
        if (type == LocalDate.class) return "date";
        throw new IllegalStateException(path + ": a handoff does not carry a " + type.getName());
    }
}
