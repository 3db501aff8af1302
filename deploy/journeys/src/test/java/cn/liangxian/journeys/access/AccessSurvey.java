package cn.liangxian.journeys.access;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import cn.liangxian.local.Stack;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every endpoint of the running services of a county, asked by nobody, by every department, by offices of a township, by the
 * county's banks, by the three administrators 三员 and by another county.
 *
 * @param administrators of the clients those that belong to no department
 * @param answers statuses by endpoint and client; {@code nobody} those without a token, {@code elsewhere} another county's
 * @param told of the clients of one township those that are told of another, by endpoint
 */
public record AccessSurvey(
        List<String> clients,
        List<String> administrators,
        Map<Endpoint, Map<String, Integer>> answers,
        Map<Endpoint, Integer> nobody,
        Map<Endpoint, Integer> elsewhere,
        Map<Endpoint, List<String>> told) {

    private static final List<String> SERVICES =
            List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    private static final int MISSING = 401;
    private static final int FAILED = 500;
    private static final int AWAY = 503;
    private static final int REFUSED = 403;
    private static final int NOT_THERE = 404;
    private static final Set<Integer> UNDECIDED = Set.of(400, 404, 415, 422);

    /** What anybody may ask without a token. */
    static final Set<String> OPEN = Set.of(
            "GET /status",
            "GET /verification/{number}/{code}",
            "POST /complaints",
            "GET /complaints/contacts",
            "GET /duties/handlers",
            "GET /samples",
            "GET /samples/{id}/population");

    /** Where it hangs on the thing that is named who may: tests of the feature show it. All others must come to who asks. */
    private static final Set<String> BY_WHAT_IS_NAMED = Set.of(
            "GET /obligations/{id}",
            "GET /waivers/{id}",
            "POST /waivers",
            "POST /waivers/{id}/decision",
            "POST /zero-confirmations",
            "POST /supervision/findings/{id}/answer",
            "POST /duties");

    /** What is told of all townships to whoever belongs to the county. */
    private static final Set<String> OF_ALL_TOWNSHIPS = Set.of(
            "GET /circulations", "GET /duties", "GET /duties/history", "GET /duties/vacant", "GET /occasions/notices");

    static AccessSurvey of(Stack stack, Door door) {
        Policy policy = Policy.load(stack.policy());
        String township = policy.jurisdiction().townships().get(0).code();
        List<String> ofTheTownship = Stream.of("township-", "village-", "school-", "medical-insurance-")
                .map(each -> each + township)
                .toList();
        List<String> clients = Stream.of(
                        stack.departments().stream(),
                        ofTheTownship.stream(),
                        stack.clientSecrets().keySet().stream()
                                .filter(client -> client.startsWith("bank-"))
                                .sorted(),
                        stack.administrators().stream())
                .flatMap(names -> names)
                .toList();
        Map<Endpoint, Map<String, Integer>> answers = new LinkedHashMap<>();
        Map<Endpoint, Integer> nobody = new LinkedHashMap<>();
        Map<Endpoint, Integer> elsewhere = new LinkedHashMap<>();
        Map<Endpoint, List<String>> told = new LinkedHashMap<>();
        for (String service : SERVICES) {
            for (Endpoint endpoint : Endpoints.of(service, door.api(service), known(policy, township))
                    .all()) {
                nobody.put(endpoint, door.knock(endpoint, null));
                Map<String, Integer> statuses = new TreeMap<>();
                clients.forEach(client -> statuses.put(client, door.knock(endpoint, client)));
                answers.put(endpoint, statuses);
                elsewhere.put(endpoint, door.knock(endpoint, "tax-elsewhere"));
                List<String> ofOthers = ofTheTownship.stream()
                        .filter(client -> ofOthers(policy, township, door.told(endpoint, client)))
                        .toList();
                if (!ofOthers.isEmpty()) {
                    told.put(endpoint, ofOthers);
                }
            }
        }
        return new AccessSurvey(clients, stack.administrators(), answers, nobody, elsewhere, told);
    }

    private static boolean ofOthers(Policy policy, String township, String answer) {
        return policy.jurisdiction().townships().stream()
                .anyMatch(other -> !other.code().equals(township) && answer.contains(other.code()));
    }

    /** Whoever asks for a place asks for one of the asking township's. */
    private static Map<String, String> known(Policy policy, String township) {
        Map<String, String> known =
                new TreeMap<>(Map.of("township", township, "area", township, "village", township + "001"));
        known.put("month", policy.effective().from().toString().substring(0, "2023-09".length()));
        policy.categories().stream().findFirst().map(Category::code).ifPresent(code -> known.put("category", code));
        policy.debit().ifPresent(debit -> known.put("bank", debit.banks().get(0).code()));
        return known;
    }

    /** As a table; {@code lead} is what stands above it. */
    String matrix(String lead) {
        return lead + new AccessMatrix(clients, OPEN, this::undecided).of(answers);
    }

    /** What is wrong whatever the county: each with who asked, what, and the status. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        nobody.forEach((endpoint, status) -> {
            if (status != MISSING && !OPEN.contains(endpoint.name())) {
                faults.add(said("nobody", endpoint, status));
            }
        });
        elsewhere.forEach((endpoint, status) -> {
            if (status != REFUSED && status != NOT_THERE) {
                faults.add(said("another county", endpoint, status));
            }
        });
        told.forEach((endpoint, who) -> {
            if (!OPEN.contains(endpoint.name()) && !OF_ALL_TOWNSHIPS.contains(endpoint.name())) {
                faults.add("tells " + who + " of another township: " + endpoint.service() + " " + endpoint.name());
            }
        });
        answers.forEach((endpoint, statuses) -> {
            boolean named = BY_WHAT_IS_NAMED.contains(endpoint.name());
            if (undecided(statuses) != named && !OPEN.contains(endpoint.name())) {
                faults.add(said(named ? "comes to who asks" : "refused for its form", endpoint, statuses.get("tax")));
            }
            statuses.forEach((client, status) -> {
                boolean stranger = administrators.contains(client);
                boolean failed = status == MISSING || status >= FAILED && status != AWAY;
                if (failed || stranger && status != REFUSED) {
                    faults.add(said(client, endpoint, status));
                }
            });
        });
        return faults;
    }

    /** The same refusal for all departments, before any right was looked at. */
    private boolean undecided(Map<String, Integer> statuses) {
        Set<Integer> found = new TreeSet<>();
        statuses.forEach((client, status) -> {
            if (!administrators.contains(client)) {
                found.add(status);
            }
        });
        return found.size() == 1 && UNDECIDED.containsAll(found);
    }

    private static String said(String who, Endpoint endpoint, int status) {
        return who + ": " + endpoint.service() + " " + endpoint.name() + " " + status;
    }
}
