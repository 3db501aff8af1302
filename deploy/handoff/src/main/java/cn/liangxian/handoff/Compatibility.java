package cn.liangxian.handoff;

import cn.liangxian.handoff.Shape.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Which change of a published handoff its readers bear. Kafka is the log: a reader of tomorrow reads the events of
 * yesterday, and a reader of yesterday those of tomorrow. So a field keeps its name, its type and whether it is always
 * there, and an enum keeps its values; what comes new is optional. Anything else is a new version of the topic.
 */
public final class Compatibility {

    private Compatibility() {}

    /** What is incompatible when {@code before} becomes {@code after}, one line per field; empty when nothing is. */
    public static List<String> broken(Shape before, Shape after) {
        List<String> broken = new ArrayList<>();
        before.fields().forEach((path, was) -> {
            Field is = after.fields().get(path);
            if (is == null) {
                if (holds(after.fields(), Shape.parent(path))) {
                    broken.add(path + ": was removed or renamed");
                }
            } else if (!is.type().equals(was.type())) {
                broken.add(path + ": was " + was.type() + ", is " + is.type());
            } else if (is.optional() != was.optional()) {
                broken.add(path + (is.optional() ? ": was required, is optional" : ": was optional, is required"));
            } else {
                missing(was.values(), is.values()).forEach(v -> broken.add(path + ": value " + v + " was removed"));
            }
        });
        after.fields().forEach((path, is) -> {
            if (!before.fields().containsKey(path) && !is.optional() && holds(before.fields(), Shape.parent(path))) {
                broken.add(path + ": is new and required, events published before have none");
            }
        });
        return broken;
    }

    /** What a reader that knows {@code read} cannot read of events {@code written}; here a new enum value counts too. */
    public static List<String> unreadable(Shape written, Shape read) {
        List<String> unreadable = new ArrayList<>();
        read.fields().forEach((path, field) -> {
            Field source = written.fields().get(path);
            if (source == null) {
                if (!field.optional() && holds(written.fields(), Shape.parent(path))) {
                    unreadable.add(path + ": is required here and not published");
                }
            } else if (!source.type().equals(field.type())) {
                unreadable.add(path + ": is published as " + source.type() + " and read as " + field.type());
            } else if (source.optional() && !field.optional()) {
                unreadable.add(path + ": is required here and published as optional");
            } else {
                missing(source.values(), field.values())
                        .forEach(value -> unreadable.add(path + ": value " + value + " is unknown here"));
            }
        });
        return unreadable;
    }

    private static boolean holds(SortedMap<String, Field> fields, String parent) {
        return parent.isEmpty() || fields.containsKey(parent);
    }

    private static List<String> missing(List<String> values, List<String> known) {
        return values.stream().filter(value -> !known.contains(value)).toList();
    }
}
