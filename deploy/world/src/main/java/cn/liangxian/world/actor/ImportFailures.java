package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows that could not be imported: a week later the department's office has told the person, has perhaps listed the person
 * anew, and closes the failure. One person of the first ones is found nowhere: that failure stays open.
 */
public final class ImportFailures implements Actor {
    private static final int AFTER_DAYS = 7;

    private static final Comparator<Failure> BY_PLACE = Comparator.comparing((Failure f) ->
                    f.row().path("area").asText() + f.row().path("department").asText())
            .thenComparing(f -> f.row().path("row").asInt());

    private final Surroundings around;
    private final List<Failure> failures = new ArrayList<>();
    private LocalDate today;
    private boolean oneStaysOpen;

    private record Failure(JsonNode row, LocalDate on) {}

    public ImportFailures(Surroundings around) {
        this.around = around;
        around.topics().subscribe("enrollment-import-rejected-v1", row -> failures.add(new Failure(row, today)));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        today = day;
        if (!around.workday(day)) return;
        List<Failure> due = failures.stream()
                .filter(f -> !f.on().plusDays(AFTER_DAYS).isAfter(day))
                .toList();
        Failure unfound = oneStaysOpen ? null : due.stream().min(BY_PLACE).orElse(null);
        oneStaysOpen |= unfound != null;
        around.crowd()
                .each(
                        due.stream().filter(failure -> failure != unfound).toList(),
                        failure -> close(failure.row(), day));
        failures.removeAll(due);
    }

    private void close(JsonNode row, LocalDate day) {
        String department =
                row.path("department").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        String failure = row.path("listId").asText() + "/" + row.path("row").asInt();
        Map<String, Object> closure = new LinkedHashMap<>();
        closure.put("outcome", "LISTED_ANEW");
        closure.put("informedOn", day.toString());
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client(department, row.path("area").asText()),
                        "/import-failures/" + failure + "/closure",
                        "closure-" + failure,
                        Body.json(closure))
                .orThrow("closure of import failure " + failure);
    }
}
