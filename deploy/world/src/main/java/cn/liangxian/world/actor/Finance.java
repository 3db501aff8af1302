package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The finance office: appropriates what was applied for, in full, on its next working day. */
public final class Finance implements Actor {
    private final Surroundings around;
    private final List<JsonNode> applications = new ArrayList<>();

    public Finance(Surroundings around) {
        this.around = around;
        around.topics().subscribe("subsidy-funds-applied-v1", applications::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> before = applications.stream()
                .filter(a -> LocalDate.parse(a.path("appliedOn").asText()).isBefore(day))
                .toList();
        around.crowd().each(before, this::appropriate);
        applications.removeAll(before);
    }

    private void appropriate(JsonNode application) {
        String id = application.path("applicationId").asText();
        around.access()
                .post(
                        Service.SUBSIDY,
                        around.access().client("finance", around.county().code()),
                        "/appropriations",
                        "appropriation-" + id,
                        Body.json(Map.of(
                                "applicationId",
                                id,
                                "amount",
                                application.path("amount").asLong())))
                .orThrow("appropriation of " + id);
    }
}
