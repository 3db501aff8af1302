package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The agencies correct, on their next working day, the entitlements for which money went back. */
public final class Corrections implements Actor {
    private final Surroundings around;
    private final List<JsonNode> asked = new ArrayList<>();

    public Corrections(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-entitlement-to-correct-v1", asked::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        around.crowd().each(List.copyOf(asked), this::correct);
        asked.clear();
    }

    private void correct(JsonNode asked) {
        boolean medical = asked.path("insurance").asText().equals("MEDICAL");
        String id = asked.path("caseId").asText();
        around.access()
                .post(
                        Service.RECONCILIATION,
                        around.access()
                                .client(
                                        medical ? "medical-insurance" : "social-insurance",
                                        around.county().code()),
                        "/entitlements/corrections/" + id,
                        "correction-" + id,
                        Body.json(Map.of()))
                .orThrow("correction of an entitlement");
    }
}
