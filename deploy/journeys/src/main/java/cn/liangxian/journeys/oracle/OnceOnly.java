package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Requests of which each has exactly one fact, and what both of them name. */
enum OnceOnly {
    /** A payment that nothing was owed for is a fact, too: it is surplus. Its key is the voucher. */
    PAYMENT(
            "/contributions",
            "/key",
            "/voucher",
            Set.of("collection-contribution-paid", "collection-contribution-surplus")),
    /** One for each entry of a cash ledger: a person may have one of each insurance. */
    CASH_TAKEN("/cash-entries", "/ids/personKey", "/personKey", Set.of("collection-cash-taken")),
    CASH_SETTLED("/cash-entries/[^/]+/settlement", "/ids/entryId", "/entryId", Set.of("collection-cash-settled")),
    CASH_RETURNED("/cash-entries/[^/]+/return", "/ids/entryId", "/entryId", Set.of("collection-cash-returned")),
    /** A bank may answer of a batch as often as it likes: each of its files is one answer. */
    DEBIT_ANSWER("/debit-batches/[^/]+/answers", "/path", "/batchNo", Set.of("collection-debit-answered")) {
        @Override
        String subject(JsonNode request) {
            return super.subject(request).split("/")[2];
        }
    },
    REGISTRATION("/registrations", "/ids/personKey", "/personKey", Set.of("enrollment-person-registered")),
    /** One of a person on a day: lists change identities, too. */
    IDENTITY_CHANGE("/identity-changes", "/ids/personKey", "/personKey", Set.of("enrollment-identity-changed")) {
        @Override
        String subject(JsonNode request) {
            return super.subject(request) + " on " + request.path("day").asText();
        }

        @Override
        String subject(Event event) {
            return super.subject(event) + " on " + event.text("changedOn");
        }
    },
    SPOT_CHECK("/samples/[^/]+/checks", "/ids/suspectId", "/suspectId", Set.of("audit-sample-checked")),
    APPROPRIATION("/appropriations", "/ids/applicationId", "/applicationId", Set.of("subsidy-funds-appropriated")),
    /** Who asks and who agrees are two; each finds the one fact that comes of it. */
    WAIVER_ASKED("/waivers", "/ids/obligationId", "/obligation/obligationId", Set.of("audit-deadline-waived")),
    WAIVER("/waivers/[^/]+/decision", "/ids/obligationId", "/obligation/obligationId", Set.of("audit-deadline-waived"));

    private final String path;
    /** Of the journal's line. */
    private final String told;
    /** Of the fact's data. */
    private final String borne;

    private final Set<String> facts;

    OnceOnly(String path, String told, String borne, Set<String> facts) {
        this.path = path;
        this.told = told;
        this.borne = borne;
        this.facts = facts;
    }

    static Optional<OnceOnly> of(String path) {
        return Arrays.stream(values()).filter(kind -> path.matches(kind.path)).findFirst();
    }

    String subject(JsonNode request) {
        return request.at(told).asText();
    }

    /** A registration is cancelled by the service itself, when somebody died or is insured elsewhere. */
    boolean isEffect(Event event) {
        return facts.contains(event.fact())
                && !event.data().path("kind").asText().equals("CANCELLED");
    }

    String subject(Event event) {
        return event.data().at(borne).asText();
    }
}
