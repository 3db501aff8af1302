package cn.liangxian.audit.register;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.EscalationStep;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes entries ready to be shown: with what waits for them and the steps of the ladder. */
@ApplicationScoped
class Reading {

    private final Rulebook rulebook;
    private final Pace pace;

    Reading(Rulebook rulebook, Policy policy) {
        this.rulebook = rulebook;
        this.pace = new Pace(policy.escalation());
    }

    private record Taken(LocalDate on, List<Department> to) {}

    List<Shown> shown(Handle h, Collection<Entry> entries) {
        Map<String, Map<String, Taken>> taken = taken(
                h, entries.stream().map(e -> e.obligation().obligationId()).toList());
        return entries.stream()
                .map(entry -> Shown.of(
                        entry,
                        rulebook.awaitedBy(entry.obligation().handoff()),
                        steps(entry, taken.getOrDefault(entry.obligation().obligationId(), Map.of()))))
                .toList();
    }

    private List<Shown.Step> steps(Entry entry, Map<String, Taken> taken) {
        boolean waits = entry.met() == null && entry.standing() != Standing.WAIVED && entry.standing() != Standing.VOID;
        List<Shown.Step> steps = new ArrayList<>();
        for (Pace.Planned planned : pace.ladder(entry.obligation().due())) {
            EscalationStep step = planned.step();
            Taken then = taken.get(step.name());
            boolean ahead = waits && !(step.before() && entry.standing() == Standing.MISSED);
            if (then != null || ahead) {
                steps.add(new Shown.Step(
                        step.name(),
                        step.zh(),
                        step.en(),
                        then == null ? planned.on() : then.on(),
                        then == null
                                ? step.to(
                                        entry.obligation().owner(),
                                        entry.obligation().receiver())
                                : then.to(),
                        then != null,
                        step.clause(),
                        step.assumed()));
            }
        }
        return steps;
    }

    private static Map<String, Map<String, Taken>> taken(Handle h, List<String> ids) {
        Map<String, Map<String, Taken>> taken = new HashMap<>();
        h.createQuery("select * from escalation where obligation_id = any(?)")
                .bind(0, ids.toArray(String[]::new))
                .map((row, context) -> taken.computeIfAbsent(row.getString("obligation_id"), id -> new HashMap<>())
                        .put(
                                row.getString("step"),
                                new Taken(
                                        row.getObject("on_date", LocalDate.class),
                                        Arrays.stream((String[]) row.getArray("addressees")
                                                        .getArray())
                                                .map(Department::valueOf)
                                                .toList())))
                .list();
        return taken;
    }
}
