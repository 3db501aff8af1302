package cn.liangxian.handoff;

import java.util.ArrayList;
import java.util.List;

/** The handoffs declared in the handoffs jars that this service depends on. */
public final class Declarations {

    private static final List<String> SERVICES =
            List.of("Enrollment", "Collection", "Reconciliation", "Subsidy", "Audit");

    private Declarations() {}

    /** Every declared handoff whose jar is on the classpath: the Maven graph is the handoff graph. */
    public static List<Class<? extends Handoff>> onClasspath() {
        List<Class<? extends Handoff>> types = new ArrayList<>();
        for (String service : SERVICES) {
            types.addAll(of(service));
        }
        return types;
    }

    /** The handoffs that the named service publishes; none when its jar is not on the classpath. */
    public static List<Class<? extends Handoff>> of(String service) {
        String name = "cn.liangxian." + service.toLowerCase(java.util.Locale.ROOT) + "." + service + "Handoff";
        List<Class<? extends Handoff>> types = new ArrayList<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            addPermitted(Class.forName(name, false, loader), types);
        } catch (ClassNotFoundException e) {
            return List.of();
        }
        return types;
    }

    /** A service may declare the handoffs of a feature in a sealed interface of their own. */
    private static void addPermitted(Class<?> declared, List<Class<? extends Handoff>> types) {
        for (Class<?> type : declared.getPermittedSubclasses()) {
            if (type.isSealed()) {
                addPermitted(type, types);
            } else {
                types.add(type.asSubclass(Handoff.class));
            }
        }
    }
}
