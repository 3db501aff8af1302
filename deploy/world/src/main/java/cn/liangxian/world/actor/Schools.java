package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every student is insured, the agency says so when the list is due. Schools find out why students are not insured, and
 * education tells the townships, two days after they were listed, and reminds them where the notice asks for it.
 */
public final class Schools implements Actor {
    private static final String LISTED = "enrollment-uninsured-students-listed";
    private static final int AFTER_DAYS = 2;
    private static final int ANSWERS = 2_000;
    private static final List<String> REASONS =
            List.of("NOT_YET_PAID", "PAYMENT_ON_BEHALF_AWAITED", "NOT_REACHED", "UNWILLING");

    private final Surroundings around;
    private final List<JsonNode> lists = new ArrayList<>();
    /** Lists owed to the schools, by township, until they come. */
    private final Map<String, JsonNode> owed = new TreeMap<>();

    public Schools(Surroundings around) {
        this.around = around;
        around.topics().subscribe(LISTED + "-v1", list -> {
            lists.add(list);
            owed.remove(list.path("township").asText());
        });
        around.topics().subscribe("audit-deadline-opened-v1", opened -> {
            JsonNode obligation = opened.path("obligation");
            if (obligation.path("handoff").asText().equals(LISTED))
                owed.put(obligation.path("area").asText(), obligation);
        });
    }

    @Override
    public void atTheDesk(LocalDate day) {
        List<JsonNode> nobody = owed.values().stream()
                .filter(obligation ->
                        day.toString().equals(obligation.path("due").asText()))
                .toList();
        around.crowd().each(nobody, this::confirmNobody);
        if (!around.workday(day)) return;
        List<JsonNode> due = lists.stream()
                .filter(l -> !LocalDate.parse(l.path("listedOn").asText())
                        .plusDays(AFTER_DAYS)
                        .isAfter(day))
                .toList();
        around.crowd().each(due, this::explain);
        lists.removeAll(due);
    }

    /** Where every student of the township is insured the agency has no list for its schools, and says so. */
    private void confirmNobody(JsonNode obligation) {
        String id = obligation.path("obligationId").asText();
        around.access()
                .post(
                        Service.AUDIT,
                        around.access()
                                .client("medical-insurance", around.county().code()),
                        "/zero-confirmations",
                        "zero-" + id,
                        Body.json(Map.of("obligationId", id, "reason", "辖区在校学生均已参保缴费")))
                .orThrow("word that every student is insured");
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
