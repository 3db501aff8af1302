package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Nullable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes an example of any handoff. */
final class Samples {

    private Samples() {}

    /** @param whole with every field; otherwise those that may be null are null */
    static <T> T of(Class<T> type, boolean whole) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> !whole && c.isAnnotationPresent(Nullable.class) ? null : value(c.getGenericType(), whole))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object value(Type type, boolean whole) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0], whole))
                    : Map.of("key", value(arguments[1], whole));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) return plain.getEnumConstants()[0];
        if (plain == Fen.class) return Fen.of(-38_000);
        if (plain == LocalDate.class) return LocalDate.of(2023, 10, 8);
        if (plain == String.class) return "文";
        if (plain == boolean.class || plain == Boolean.class) return true;
        if (plain == int.class || plain == Integer.class) return 7;
        if (plain == long.class || plain == Long.class) return 7L;
        return of(plain, whole);
    }
}
