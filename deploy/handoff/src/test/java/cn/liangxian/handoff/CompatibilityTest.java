package cn.liangxian.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.handoff.Shape.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    enum Kind {
        OLD,
        NEW
    }

    record Part(String name, @Nullable LocalDate until) {}

    record Whole(
            int count, long many, Fen due, Kind kind, List<Part> parts, Map<String, String> scope, @Nullable Part one)
            implements Handoff {
        @Override
        public String subject() {
            return "";
        }
    }

    record Fraction(double rate) implements Handoff {
        @Override
        public String subject() {
            return "";
        }
    }

    private static final Shape WHOLE = Shape.of(Whole.class);

    @Test
    void aShapeHasEveryFieldByItsPath() {
        Map<String, String> types = new TreeMap<>();
        WHOLE.fields().forEach((path, field) -> types.put(path, field.type() + (field.optional() ? "?" : "")));
        assertEquals(
                Map.ofEntries(
                        Map.entry("count", "int32"),
                        Map.entry("many", "int64"),
                        Map.entry("due", "fen"),
                        Map.entry("kind", "enum"),
                        Map.entry("parts", "array"),
                        Map.entry("parts[]", "object"),
                        Map.entry("parts[].name", "string"),
                        Map.entry("parts[].until", "date?"),
                        Map.entry("scope", "map"),
                        Map.entry("scope{}", "string"),
                        Map.entry("one", "object?"),
                        Map.entry("one.name", "string"),
                        Map.entry("one.until", "date?")),
                types);
        assertEquals(List.of("NEW", "OLD"), WHOLE.fields().get("kind").values());
    }

    @Test
    void aHandoffCarriesNoFractions() {
        assertThrows(IllegalStateException.class, () -> Shape.of(Fraction.class));
    }

    @Test
    void aShapeIsCompatibleWithItself() {
        assertEquals(List.of(), Compatibility.broken(WHOLE, WHOLE));
        assertEquals(List.of(), Compatibility.unreadable(WHOLE, WHOLE));
    }

    @Test
    void aFieldIsNotRemovedOrRenamed() {
        assertEquals(List.of("due: was removed or renamed"), Compatibility.broken(WHOLE, without("due")));
        assertEquals(
                List.of("parts[].until: was removed or renamed"),
                Compatibility.broken(WHOLE, without("parts[].until")));
        Shape renamed = with(without("parts[].name"), "parts[].label", new Field("string", true, List.of()));
        assertEquals(List.of("parts[].name: was removed or renamed"), Compatibility.broken(WHOLE, renamed));
    }

    @Test
    void anObjectThatIsRemovedIsNamedOnceAndNotFieldByField() {
        Shape after = without("one", "one.name", "one.until");
        assertEquals(List.of("one: was removed or renamed"), Compatibility.broken(WHOLE, after));
    }

    @Test
    void aFieldKeepsItsType() {
        Shape wider = with(WHOLE, "count", new Field("int64", false, List.of()));
        assertEquals(List.of("count: was int32, is int64"), Compatibility.broken(WHOLE, wider));
        Shape money = with(WHOLE, "many", new Field("fen", false, List.of()));
        assertEquals(List.of("many: was int64, is fen"), Compatibility.broken(WHOLE, money));
    }

    @Test
    void aFieldKeepsWhetherItIsAlwaysThere() {
        Shape required = with(WHOLE, "parts[].until", new Field("date", false, List.of()));
        assertEquals(List.of("parts[].until: was optional, is required"), Compatibility.broken(WHOLE, required));
        Shape optional = with(WHOLE, "due", new Field("fen", true, List.of()));
        assertEquals(List.of("due: was required, is optional"), Compatibility.broken(WHOLE, optional));
    }

    @Test
    void aNewFieldIsOptionalOrItsEventsOfYesterdayCannotBeRead() {
        assertEquals(List.of(), Compatibility.broken(WHOLE, with(WHOLE, "note", new Field("string", true, List.of()))));
        assertEquals(
                List.of("note: is new and required, events published before have none"),
                Compatibility.broken(WHOLE, with(WHOLE, "note", new Field("string", false, List.of()))));
        Shape nested = with(WHOLE, "more", new Field("object", true, List.of()));
        nested = with(nested, "more.name", new Field("string", false, List.of()));
        assertEquals(List.of(), Compatibility.broken(WHOLE, nested), "what is required in an optional object is fine");
    }

    @Test
    void anEnumMayGainAValueAndNotLoseOne() {
        Shape more = with(WHOLE, "kind", new Field("enum", false, List.of("NEW", "OLD", "OTHER")));
        assertEquals(List.of(), Compatibility.broken(WHOLE, more));
        assertEquals(List.of("kind: value OTHER was removed"), Compatibility.broken(more, WHOLE));
    }

    @Test
    void aReaderNeedsWhatItRequiresAndEveryValueThatMayCome() {
        assertEquals(
                List.of("due: is required here and not published"), Compatibility.unreadable(without("due"), WHOLE));
        assertEquals(List.of(), Compatibility.unreadable(WHOLE, without("due")), "an unknown field is left out");
        assertEquals(List.of(), Compatibility.unreadable(without("one", "one.name", "one.until"), WHOLE));
        Shape more = with(WHOLE, "kind", new Field("enum", false, List.of("NEW", "OLD", "OTHER")));
        assertEquals(List.of("kind: value OTHER is unknown here"), Compatibility.unreadable(more, WHOLE));
        assertEquals(List.of(), Compatibility.unreadable(WHOLE, more), "readers are brought up first");
        Shape optional = with(WHOLE, "due", new Field("fen", true, List.of()));
        assertEquals(
                List.of("due: is required here and published as optional"), Compatibility.unreadable(optional, WHOLE));
        Shape text = with(WHOLE, "due", new Field("string", false, List.of()));
        assertEquals(List.of("due: is published as string and read as fen"), Compatibility.unreadable(text, WHOLE));
    }

    private static Shape with(Shape shape, String path, Field field) {
        TreeMap<String, Field> fields = new TreeMap<>(shape.fields());
        fields.put(path, field);
        return new Shape(fields);
    }

    private static Shape without(String... paths) {
        TreeMap<String, Field> fields = new TreeMap<>(WHOLE.fields());
        fields.keySet().removeAll(List.of(paths));
        return new Shape(fields);
    }
}
