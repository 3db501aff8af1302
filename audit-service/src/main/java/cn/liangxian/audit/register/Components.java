package cn.liangxian.audit.register;

import cn.liangxian.handoff.Handoff;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The fields of the declared handoffs by their names: a deadline says "per township", the record says which township. */
final class Components {

    private static final Map<Class<?>, Map<String, Method>> KNOWN = new ConcurrentHashMap<>();

    private Components() {}

    static Set<String> of(Class<? extends Handoff> type) {
        return accessors(type).keySet();
    }

    /** The field's value as text; null when the handoff has no such field or it is empty. */
    static String text(Handoff handoff, String field) {
        Object value = value(handoff, field);
        return value == null ? null : value.toString();
    }

    /** The field's number, or how many it lists; null when the handoff has no such field or it is empty. */
    static Integer count(Handoff handoff, String field) {
        Object value = value(handoff, field);
        return value instanceof Collection<?> list
                ? Integer.valueOf(list.size())
                : value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    private static Object value(Handoff handoff, String field) {
        Method accessor = accessors(handoff.getClass()).get(field);
        if (accessor == null) {
            return null;
        }
        try {
            return accessor.invoke(handoff);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field + " of " + handoff.getClass(), e);
        }
    }

    private static Map<String, Method> accessors(Class<?> type) {
        return KNOWN.computeIfAbsent(type, t -> {
            Map<String, Method> accessors = new LinkedHashMap<>();
            for (RecordComponent component : t.getRecordComponents()) {
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        });
    }
}
