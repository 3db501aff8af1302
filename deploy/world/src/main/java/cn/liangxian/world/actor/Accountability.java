package cn.liangxian.world.actor;

import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * After the campaign social insurance drafts who was late or missed what, medical insurance and tax agree, and the county
 * government passes it on, where the notice wants it.
 */
public final class Accountability implements Actor {
    private static final String HANDOFF = "audit-accountability-transferred";
    private static final int AFTER_DAYS = 20;

    private final Surroundings around;
    private final LocalDate draftedOn;
    private final LocalDate transferredOn;
    /** Obligations by department and area that owed them. */
    private final Map<Unit, Set<String>> failed = new TreeMap<>();

    private final List<String> reports = new ArrayList<>();

    private record Unit(String department, String area) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            return (department + area).compareTo(other.department + other.area);
        }
    }

    public Accountability(Surroundings around) {
        this.around = around;
        draftedOn = around.nextWorkday(around.county().end().plusDays(AFTER_DAYS));
        transferredOn = around.nextWorkday(draftedOn.plusDays(1));
        around.topics().subscribe("audit-deadline-missed-v1", this::note);
        around.topics().subscribe("audit-deadline-met-v1", met -> {
            if (met.path("daysLate").asInt() > 0) note(met);
        });
    }

    private void note(JsonNode event) {
        JsonNode owed = event.path("obligation");
        Unit unit = new Unit(owed.path("owner").asText(), owed.path("area").asText());
        failed.computeIfAbsent(unit, u -> new TreeSet<>())
                .add(owed.path("obligationId").asText());
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (around.policy().deadline(HANDOFF).isEmpty()) return;
        if (day.equals(draftedOn) && !failed.isEmpty()) report();
        if (!day.equals(transferredOn)) return;
        for (String id : reports) post("county-government", "/accountability/" + id + "/transfer", id, Map.of());
    }

    private void report() {
        List<Map<String, Object>> charges = new ArrayList<>();
        failed.forEach((unit, obligations) -> charges.add(Map.of(
                "department",
                unit.department(),
                "area",
                unit.area(),
                "failing",
                "POOR_WORK",
                "obligations",
                List.copyOf(obligations),
                "events",
                List.of())));
        String id = post("social-insurance", "/accountability", "draft", Map.of("charges", charges))
                .json()
                .path("reportId")
                .asText();
        for (String other : List.of("medical-insurance", "tax"))
            post(other, "/accountability/" + id + "/agreement", id, Map.of());
        reports.add(id);
    }

    private Answer post(String department, String path, String key, Map<String, ?> body) {
        return around.access()
                .post(
                        Service.AUDIT,
                        around.access().client(department, around.county().code()),
                        path,
                        "accountability-" + department + "-" + key,
                        Body.json(body))
                .orThrow(path + " by " + department);
    }
}
