package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A few residents fall into hardship in the middle of the campaign; the medical agency passes that on, where the notice asks
 * for it upon the report of the department that lists them.
 */
public final class IdentityChanges implements Actor {
    private static final double RATE = 0.001;
    private static final String REPORTED = "enrollment-identity-change-reported";

    private final Surroundings around;
    private final Records records;
    private final Map<LocalDate, List<Change>> changes = new HashMap<>();

    private record Change(Resident resident, String category) {}

    public IdentityChanges(Surroundings around, Records records, List<Resident> residents) {
        this.around = around;
        this.records = records;
        List<String> hardship = around.county().tiers().lowestByGroup().keySet().stream()
                .sorted()
                .toList();
        if (hardship.isEmpty()) return;
        Chance chance = around.chance().of("identity change");
        for (Resident resident : residents) {
            Chance die = chance.of(resident.number());
            if (resident.registersOn() != null || !resident.groups().isEmpty() || !die.happens(RATE)) continue;
            LocalDate day = around.nextWorkday(
                    around.county().pay().from().plusDays(die.of("day").below(40)));
            changes.computeIfAbsent(day, d -> new ArrayList<>())
                    .add(new Change(resident, hardship.get(die.of("which").below(hardship.size()))));
        }
    }

    @Override
    public void atTheDesk(LocalDate day) {
        for (Change change : changes.getOrDefault(day, List.of())) pass(change, day);
    }

    private void pass(Change change, LocalDate day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idNumber", change.resident().idNumber());
        body.put("category", change.category());
        body.put("from", day.toString());
        if (around.policy().deadline(REPORTED).isPresent()) {
            body.put("changedOn", day.toString());
            report(change, body);
            return;
        }
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access()
                                .client("medical-insurance", change.resident().township()),
                        "/identity-changes",
                        "identity-" + change.resident().number(),
                        Body.json(body))
                .orThrow("identity change of resident " + change.resident().number());
        records.listed(change.resident(), change.category());
    }

    private void report(Change change, Map<String, Object> body) {
        String township = change.resident().township();
        String department = around.policy().category(change.category()).orElseThrow().listedBy().stream()
                .sorted()
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        String key = "identity-" + change.resident().number();
        String report = around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client(department, township),
                        "/identity-reports",
                        key,
                        Body.json(body))
                .orThrow("report of " + key)
                .json()
                .path("reportId")
                .asText();
        around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client("medical-insurance", township),
                        "/identity-reports/" + report + "/passing",
                        key + "-passed",
                        Body.json(Map.of()))
                .orThrow("passing of " + key);
        records.listed(change.resident(), change.category());
    }
}
