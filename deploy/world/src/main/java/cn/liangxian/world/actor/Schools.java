package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Schools find out why students are not insured, and education tells the townships, two days after they were listed, and
 * reminds them where the notice asks for it.
 */
public final class Schools implements Actor {
    private static final int AFTER_DAYS = 2;
    private static final int ANSWERS = 2_000;
    private static final List<String> REASONS =
            List.of("NOT_YET_PAID", "PAYMENT_ON_BEHALF_AWAITED", "NOT_REACHED", "UNWILLING");

    private final Surroundings around;
    private final List<JsonNode> lists = new ArrayList<>();

    public Schools(Surroundings around) {
        this.around = around;
        around.topics().subscribe("enrollment-uninsured-students-listed-v1", lists::add);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        List<JsonNode> due = lists.stream()
                .filter(l -> !LocalDate.parse(l.path("listedOn").asText())
                        .plusDays(AFTER_DAYS)
                        .isAfter(day))
                .toList();
        around.crowd().each(due, this::explain);
        lists.removeAll(due);
    }

    private void explain(JsonNode list) {
        String id = list.path("listId").asText();
        String township = list.path("township").asText();
        String path = "/uninsured-students/" + id;
        String school = around.access().client("school", township);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode student : around.access()
                .get(Service.ENROLLMENT, school, path)
                .orThrow(path)
                .json()
                .path("students")) {
            if (!student.path("insuredSince").asBoolean())
                answers.add(answer(student.path("personKey").asText()));
        }
        for (int from = 0; from < answers.size(); from += ANSWERS) {
            post(
                    school,
                    path + "/reasons",
                    "reasons-" + id + "-" + from,
                    Map.of("answers", answers.subList(from, Math.min(answers.size(), from + ANSWERS))));
        }
        if (around.policy().deadline("enrollment-students-reminded").isPresent() && !answers.isEmpty()) {
            post(
                    around.access().client("education", township),
                    path + "/reminders",
                    "reminders-" + id,
                    Map.of(
                            "personKeys",
                            answers.stream().map(one -> one.get("personKey")).toList()));
        }
        post(around.access().client("education", township), path + "/report", "report-" + id, Map.of());
    }

    /** By the key, which no seed decides: which reason it is changes nothing else. */
    private static Map<String, Object> answer(String personKey) {
        String reason = REASONS.get(Math.floorMod(personKey.hashCode(), REASONS.size()));
        return Map.of("personKey", personKey, "reason", reason);
    }

    private void post(String client, String path, String key, Map<String, Object> body) {
        around.access()
                .post(Service.ENROLLMENT, client, path, key, Body.json(body))
                .orThrow(path);
    }
}
