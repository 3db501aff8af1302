package cn.liangxian.world.actor;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Payments in special cases: who is sent away from the counter asks for an assessment, and the agency of the insurance
 * makes it on its next working day.
 */
public final class SpecialCases implements Actor {
    /** When somebody who asked comes again: the agency has had a working day by then, whatever weekend lies between. */
    static final int COMES_AGAIN_AFTER = 4;

    static final String REFUSAL = "assessment-missing";

    private final Surroundings around;
    private final List<JsonNode> requests = new ArrayList<>();

    public SpecialCases(Surroundings around) {
        this.around = around;
        around.topics().subscribe("enrollment-assessment-requested-v1", requests::add);
    }

    /** Asks over this client, a channel or a village; somebody who has asked already waits. */
    void ask(Purse purse, LocalDate day, String client) {
        Resident resident = purse.resident();
        String kind = around.policy()
                .assessmentNeeded(purse.insurance(), resident.facts(List.of()), day)
                .orElseThrow(() -> new IllegalStateException("no assessment is needed on " + day))
                .code();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idNumber", resident.idNumber());
        body.put("insurance", purse.insurance().name());
        body.put("kind", kind);
        if (purse.insurance() == Insurance.PENSION) body.put("tier", purse.tierFen());
        Answer answer = around.access()
                .post(Service.ENROLLMENT, client, "/assessments", "assessment-" + purse.voucher("A"), Body.json(body));
        if (!answer.code().equals("assessment-waiting")) answer.orThrow("assessment " + purse.voucher("A"));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> before = requests.stream()
                .filter(r -> LocalDate.parse(r.path("requestedOn").asText()).isBefore(day))
                .toList();
        around.crowd().each(before, request -> assess(request, day));
        requests.removeAll(before);
    }

    /** What an agency assesses for an earlier fee year, in fen: no text says, so it is what adults owe now. */
    static long amount(Policy policy, Insurance insurance, LocalDate day) {
        return policy.amounts(insurance, day).stream()
                .mapToLong(Fen::amount)
                .max()
                .orElseThrow();
    }

    private void assess(JsonNode request, LocalDate day) {
        Insurance insurance = Insurance.valueOf(request.path("insurance").asText());
        boolean medical = insurance == Insurance.MEDICAL;
        String client = around.access()
                .client(
                        medical ? "medical-insurance" : "social-insurance",
                        around.county().code());
        String id = request.path("assessmentId").asText();
        boolean earlier = request.path("feeYear").asInt() < around.policy().feeYear();
        Answer yes = outcome(
                client,
                id,
                "yes",
                earlier
                        ? Map.of("positive", true, "amount", amount(around.policy(), insurance, day))
                        : Map.of("positive", true));
        if (yes.status() == 422)
            outcome(client, id, "no", Map.of("positive", false, "reason", yes.code()))
                    .orThrow("refusal of assessment " + id);
        else yes.orThrow("assessment " + id);
    }

    private Answer outcome(String client, String id, String word, Map<String, Object> outcome) {
        return around.access()
                .post(
                        Service.ENROLLMENT,
                        client,
                        "/assessments/" + id + "/outcome",
                        "assessment-" + word + "-" + id,
                        Body.json(outcome));
    }
}
