package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A department that cannot reach somebody whose row failed asks, when the deadline draws near, to be excused; a second
 * person, of the medical agency that waits for the answer, agrees.
 */
public final class Waivers implements Actor {
    private static final String WAITED_FOR = "enrollment-import-failure-closed";

    private final Surroundings around;
    private final List<JsonNode> near = new ArrayList<>();

    public Waivers(Surroundings around) {
        this.around = around;
        around.topics().subscribe("audit-deadline-due-soon-v1", soon -> {
            JsonNode obligation = soon.path("obligation");
            if (obligation.path("handoff").asText().equals(WAITED_FOR)) near.add(obligation);
        });
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        near.forEach(this::excuse);
        near.clear();
    }

    private void excuse(JsonNode obligation) {
        String id = obligation.path("obligationId").asText();
        String owner =
                obligation.path("owner").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        String waiver = post(
                        around.access().client(owner, obligation.path("area").asText()),
                        "/waivers",
                        "waiver-" + id,
                        Map.of("obligationId", id, "kind", "WAIVE", "reason", "多次联系未能找到本人"))
                .json()
                .required("waiverId")
                .asText();
        post(
                around.access().client("medical-insurance", around.county().code()),
                "/waivers/" + waiver + "/decision",
                "waiver-decision-" + id,
                Map.of("approved", true, "reason", "情况属实，另行核查"));
    }

    private Answer post(String client, String path, String key, Map<String, Object> body) {
        return around.access()
                .post(Service.AUDIT, client, path, key, Body.json(body))
                .orThrow(path);
    }
}
