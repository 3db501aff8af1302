package cn.liangxian.local;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a service's beans without its container, so that a benchmark measures what they do and no more: each by its one
 * constructor. An interface of which none was given is one that does nothing.
 */
public final class Beans {

    private final Map<Class<?>, Object> made = new HashMap<>();

    public <T> Beans given(Class<T> type, T bean) {
        made.put(type, bean);
        return this;
    }

    public <T> T the(Class<T> type) {
        Object bean = made.get(type);
        if (bean == null) {
            bean = type.isInterface() ? idle(type) : construct(type);
            made.put(type, bean);
        }
        return type.cast(bean);
    }

    /** A bean that the caller cannot see, by the name of its class. */
    public Object named(String type) {
        try {
            return the(Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object construct(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?>[] needs = constructor.getParameterTypes();
        Object[] beans = new Object[needs.length];
        for (int i = 0; i < needs.length; i++) {
            beans[i] = the(needs[i]);
        }
        try {
            return constructor.newInstance(beans);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object idle(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }
}
