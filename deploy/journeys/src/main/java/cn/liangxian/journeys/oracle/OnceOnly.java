package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Requests of which each has exactly one fact, and what both of them name. */
enum OnceOnly {
    /** A payment that nothing was owed for is a fact, too: it is surplus. */
    PAYMENT("/contributions", "", "voucher", Set.of("collection-contribution-paid", "collection-contribution-surplus")),
    REGISTRATION("/registrations", "personKey", "personKey", Set.of("enrollment-person-registered")),
    APPROPRIATION("/appropriations", "applicationId", "applicationId", Set.of("subsidy-funds-appropriated"));

    private final String path;
    /** Of the answer; the idempotency key of a payment is its voucher. */
    private final String told;

    private final String field;
    private final Set<String> facts;

    OnceOnly(String path, String told, String field, Set<String> facts) {
        this.path = path;
        this.told = told;
        this.field = field;
        this.facts = facts;
    }

    static Optional<OnceOnly> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    String subject(JsonNode request) {
        return (told.isEmpty() ? request.path("key") : request.path("ids").path(told)).asText();
    }

    /** A registration is cancelled by the service itself, when somebody died or is insured elsewhere. */
    boolean isEffect(Event event) {
        return facts.contains(event.fact())
                && !event.data().path("kind").asText().equals("CANCELLED");
    }

    String subject(Event event) {
        return event.text(field);
    }
}
