package cn.liangxian.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Which part of the stack listens where; a part's name is that of its service, or of the server. */
public record StackPorts(Map<String, Integer> byName) {

    private static final String BASE = "LIANGXIAN_PORT_BASE";

    static final List<String> SERVICES = List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");

    /** The ports that the README names. Single ones are set by environment, e.g. {@code LIANGXIAN_PORT_KEYCLOAK}. */
    public static StackPorts standard() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("postgres", 5442);
        ports.put("broker", 9092);
        ports.put("controller", 9093);
        ports.put("keycloak", 8180);
        for (int i = 0; i < SERVICES.size(); i++) {
            ports.put(SERVICES.get(i), 8081 + i);
        }
        ports.replaceAll((name, port) -> environment(name, port));
        return new StackPorts(ports);
    }

    /** The block that an option names, else the one that {@code LIANGXIAN_PORT_BASE} does; empty when neither says. */
    public static Optional<StackPorts> asked(Integer base) {
        return asked(base, System.getenv(BASE));
    }

    static Optional<StackPorts> asked(Integer base, String environment) {
        if (base != null) {
            return Optional.of(from(base));
        }
        return Optional.ofNullable(environment).map(value -> from(number(BASE, value)));
    }

    /** All ports in one block: services at base + 1 to + 5, servers from base + 10 on. */
    public static StackPorts from(int base) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<String> servers = List.of("postgres", "broker", "controller", "keycloak");
        for (int i = 0; i < servers.size(); i++) {
            ports.put(servers.get(i), base + 10 + i);
        }
        for (int i = 0; i < SERVICES.size(); i++) {
            ports.put(SERVICES.get(i), base + 1 + i);
        }
        return new StackPorts(ports);
    }

    /** Ports that nobody uses now: for a stack beside a running one. */
    public static StackPorts free() {
        Map<String, Integer> ports = new LinkedHashMap<>(from(0).byName());
        List<Integer> free = Ports.free(ports.size());
        int next = 0;
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            port.setValue(free.get(next++));
        }
        return new StackPorts(ports);
    }

    static StackPorts of(Properties properties) {
        Map<String, Integer> ports = new LinkedHashMap<>(from(0).byName());
        ports.replaceAll((name, port) -> Integer.parseInt(properties.getProperty("port." + name)));
        return new StackPorts(ports);
    }

    int port(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No part " + name + ", there are " + byName.keySet());
        }
        return port;
    }

    private static int environment(String name, int otherwise) {
        String variable = "LIANGXIAN_PORT_" + name.toUpperCase(Locale.ROOT);
        String value = System.getenv(variable);
        return value == null ? otherwise : number(variable, value);
    }

    static int number(String variable, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StackProblem(
                    variable + " is no port: " + value, "set it to a number such as 8081, or unset " + variable);
        }
    }
}
