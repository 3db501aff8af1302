package cn.liangxian.desk;

/**
 * Where a handoff is done that somebody owes.
 *
 * @param service that has the page or the interface; it publishes the handoff
 * @param path of the page, from {@code /desk/} on, or the request of the interface, {@code POST /households}; empty where
 *     the system does it
 */
public record Place(Kind kind, String service, String path) {

    /** By whom. */
    public enum Kind {
        /** A clerk, on a page. */
        PAGE,
        /** A program of the department, through an interface. */
        INTERFACE,
        /** Nobody: it follows from what came before, or on its day. */
        SYSTEM
    }

    private static final String INTERFACE = "interface ";

    /** As {@code places.properties} says it. */
    static Place read(String handoff, String said) {
        String service = handoff.substring(0, handoff.indexOf('-'));
        if (said.equals("system")) {
            return new Place(Kind.SYSTEM, service, "");
        }
        if (said.startsWith(INTERFACE)) {
            return new Place(Kind.INTERFACE, service, said.substring(INTERFACE.length()));
        }
        if (!said.startsWith(service + "/desk/")) {
            throw new IllegalStateException(handoff + " has no place that is a page of " + service + ": " + said);
        }
        return new Place(Kind.PAGE, service, said.substring(service.length()));
    }
}
