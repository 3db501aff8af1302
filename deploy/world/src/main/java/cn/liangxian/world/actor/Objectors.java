package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Residents who read the published lists, and the counters that answer them: in one township a line is wrong and is taken
 * off, in another somebody does not want to be published, in all others everybody is content.
 */
public final class Objectors implements Actor {
    private static final int READ_AFTER_DAYS = 2;
    private static final List<String> KINDS = List.of("DETAILS_WRONG", "AGAINST_PUBLICATION");

    private final Surroundings around;
    private final Map<String, JsonNode> published = new HashMap<>();
    private final List<JsonNode> objections = new ArrayList<>();
    private final List<JsonNode> withTax = new ArrayList<>();

    public Objectors(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-payment-roster-provided-v1", this::provided);
        around.topics().subscribe("audit-publication-objected-v1", objections::add);
    }

    private void provided(JsonNode roster) {
        if (roster.path("version").asInt() == 1 && roster.path("lines").asInt() > 0)
            published.put(roster.path("township").asText(), roster);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        withTax.forEach(this::correct);
        withTax.clear();
        objections.forEach(this::answer);
        objections.clear();
        if (day.equals(around.nextWorkday(
                around.policy().campaign().stage("publish").from().plusDays(READ_AFTER_DAYS)))) read();
    }

    private void read() {
        List<String> townships = published.keySet().stream().sorted().toList();
        for (int i = 0; i < Math.min(KINDS.size(), townships.size()); i++) object(townships.get(i), KINDS.get(i));
    }

    private void object(String township, String kind) {
        String publication = published.get(township).path("paymentRosterId").asText();
        around.access()
                .post(
                        Service.AUDIT,
                        around.access().client("township", township),
                        "/objections",
                        "objection-" + township,
                        Body.json(Map.of("publicationId", publication, "kind", kind, "line", 1)))
                .orThrow("objection in " + township);
    }

    private void answer(JsonNode objection) {
        boolean rejected = objection.path("kind").asText().equals("AGAINST_PUBLICATION");
        String id = objection.path("objectionId").asText();
        String township = objection.path("township").asText();
        around.access()
                .post(
                        Service.AUDIT,
                        around.access().client("township", township),
                        "/objections/" + id + (rejected ? "/rejection" : "/passing-on"),
                        "answer-" + id,
                        Body.json(rejected ? Map.of("ground", "PUBLICATION_ORDERED") : Map.of()))
                .orThrow("answer to an objection in " + township);
        if (!rejected) withTax.add(objection);
    }

    private void correct(JsonNode objection) {
        String id = objection.path("objectionId").asText();
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", around.county().code()),
                        "/payment-rosters/" + objection.path("publicationId").asText() + "/corrections",
                        "correction-" + id,
                        Body.json(Map.of(
                                "objectionId",
                                id,
                                "withdraw",
                                objection.path("line").asInt())))
                .orThrow("correction of a payment roster");
    }
}
