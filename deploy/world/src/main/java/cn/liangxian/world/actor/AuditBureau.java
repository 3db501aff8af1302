package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The audit bureau: what its rules find is explained by whoever is asked on the next working day, concluded by one of its
 * people on the day after, and closed by another.
 */
public final class AuditBureau implements Actor {
    private static final int TOWNSHIP_DIGITS = 9;

    private final Surroundings around;
    private final List<JsonNode> raised = new ArrayList<>();
    private final List<JsonNode> explained = new ArrayList<>();

    public AuditBureau(Surroundings around) {
        this.around = around;
        around.topics().subscribe("audit-finding-raised-v1", raised::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        explained.forEach(this::close);
        explained.clear();
        raised.forEach(this::explain);
        explained.addAll(raised);
        raised.clear();
    }

    private void explain(JsonNode finding) {
        String area = finding.path("area").asText();
        String department =
                finding.path("department").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        String office = area.length() > TOWNSHIP_DIGITS ? area.substring(0, TOWNSHIP_DIGITS) : area;
        post(around.access().client(department, office), finding, "answer", Map.of("explanation", "BEING_CORRECTED"));
    }

    private void close(JsonNode finding) {
        post("audit-bureau", finding, "conclusion", Map.of("conclusion", "REMEDIED"));
        post("audit-bureau-second", finding, "approval", Map.of());
    }

    private void post(String client, JsonNode finding, String what, Map<String, String> body) {
        String id = finding.path("findingId").asText();
        around.access()
                .post(
                        Service.AUDIT,
                        client,
                        "/supervision/findings/" + id + "/" + what,
                        what + "-" + id,
                        Body.json(body))
                .orThrow(what + " of a finding");
    }
}
