package cn.liangxian.world.actor;

import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few residents fall into hardship in the middle of the campaign. */
public final class IdentityChanges implements Actor {
    private static final double RATE = 0.001;

    private final StatusReports reports;
    private final Records records;
    private final Map<LocalDate, List<Change>> changes = new HashMap<>();

    private record Change(Resident resident, String category) {}

    public IdentityChanges(Surroundings around, Records records, List<Resident> residents) {
        this.reports = new StatusReports(around);
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
        Resident resident = change.resident();
        reports.tell(resident, change.category(), day, null, day, "identity-" + resident.number());
        records.listed(resident, change.category());
    }
}
