package cn.liangxian.world.actor;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.RefundTerms;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refunds of what was paid for nothing owed: two days after tax found it the agency checks it, a second person of the
 * department that the policy names approves it, and whoever pays it back does so.
 */
public final class Refunds implements Actor {
    private static final int AFTER_DAYS = 2;

    private final Surroundings around;
    private final List<JsonNode> requests = new ArrayList<>();
    /** Made and to be reported to tax, where the notice wants that. */
    private final List<JsonNode> made = new ArrayList<>();

    public Refunds(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-refund-requested-v1", request -> {
            if (request.path("automatic").asBoolean()) requests.add(request);
        });
        if (around.policy().deadline("collection-refund-reported").isPresent())
            around.topics().subscribe("collection-refund-listed-v1", refund -> {
                // finance's own money goes back without a request, and so without documents
                if (refund.hasNonNull("caseId")) made.add(refund);
            });
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
        List<JsonNode> listed = List.copyOf(made);
        made.clear();
        for (String insurance : List.of("MEDICAL", "PENSION"))
            report(
                    insurance,
                    listed.stream()
                            .filter(r -> r.path("insurance").asText().equals(insurance))
                            .map(r -> Map.of("caseId", r.path("caseId").asText()))
                            .toList(),
                    day);
    }

    /** The list of what was made since the last one; tax found all these by itself, so that there are no documents. */
    private void report(String insurance, List<Map<String, String>> refunds, LocalDate day) {
        if (refunds.isEmpty()) return;
        String agency = insurance.equals("MEDICAL") ? "medical-insurance" : "social-insurance";
        around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client(agency, around.county().code()),
                        "/refund-lists",
                        "refund-list-" + insurance + "-" + day,
                        Body.json(Map.of("refunds", refunds, "originalsAt", "经办机构档案室", "signedBy", "经办人")))
                .orThrow("refund list of " + insurance);
    }

    private void goThrough(JsonNode request) {
        boolean medical = request.path("insurance").asText().equals("MEDICAL");
        String agency = medical ? "medical-insurance" : "social-insurance";
        String id = request.path("caseId").asText();
        step(agency, id, "check", Map.of("agreed", true, "entitlementRecorded", false));
        RefundTerms terms = around.policy().refunds(medical ? Insurance.MEDICAL : Insurance.PENSION);
        String approver = client(terms.approvedBy());
        step(approver.equals(agency) ? agency + "-second" : approver, id, "approval", Map.of("approved", true));
        step(client(terms.paidBy()), id, "payment", Map.of("voucher", "T-" + id));
    }

    private static String client(Department department) {
        return department.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
