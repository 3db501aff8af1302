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
 * Refunds of what was paid for nothing owed: two days after tax found it the agency checks it, a second person of tax
 * approves it, and whoever pays it back does so.
 */
public final class Refunds implements Actor {
    private static final int AFTER_DAYS = 2;

    private final Surroundings around;
    private final List<JsonNode> requests = new ArrayList<>();
    /** The payer side's own number by payment. */
    private final Map<String, String> vouchers = new HashMap<>();

    public Refunds(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-refund-requested-v1", requests::add);
        around.topics()
                .subscribe(
                        "collection-contribution-surplus-v1",
                        s -> vouchers.put(
                                s.path("paymentId").asText(), s.path("voucher").asText()));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> due = requests.stream()
                .filter(r -> !LocalDate.parse(r.path("on").asText())
                        .plusDays(AFTER_DAYS)
                        .isAfter(day))
                .toList();
        around.crowd().each(due, this::goThrough);
        requests.removeAll(due);
    }

    private void goThrough(JsonNode request) {
        boolean medical = request.path("insurance").asText().equals("MEDICAL");
        String agency = medical ? "medical-insurance" : "social-insurance";
        String id = request.path("caseId").asText();
        String payment = request.path("paymentId").asText();
        step(agency, id, "check", Map.of("agreed", true, "entitlementRecorded", false));
        step("tax", id, "approval", Map.of("approved", true));
        step(
                medical ? agency : "tax",
                id,
                "payment",
                Map.of("voucher", "T-" + vouchers.getOrDefault(payment, payment)));
    }

    private void step(String department, String id, String step, Map<String, Object> body) {
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client(department, around.county().code()),
                        "/refunds/" + id + "/" + step,
                        "refund-" + step + "-" + id,
                        Body.json(body))
                .orThrow(step + " of a refund");
    }
}
