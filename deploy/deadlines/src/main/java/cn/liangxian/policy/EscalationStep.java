package cn.liangxian.policy;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.handoff.Department;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One step of the ladder by which a deadline is pressed: who is told so long before or after it is due.
 *
 * @param zh its name as the desks show it, {@code en} in English
 * @param when counted from {@link Anchors#DUE}
 * @param owner whether whoever owes the handoff is told, and {@code receiver} whoever waits for it
 * @param departments who else is
 */
public record EscalationStep(
        String name,
        String zh,
        String en,
        DeadlineRule when,
        boolean owner,
        boolean receiver,
        List<Department> departments,
        String clause,
        boolean assumed) {

    public EscalationStep {
        departments = List.copyOf(departments);
    }

    /** Whether it is a reminder, for as long as nothing is late. */
    public boolean before() {
        return !((Counted) when.expectation()).forward();
    }

    /** The day of this step for an obligation that is due on the day. */
    public LocalDate on(LocalDate due) {
        return when.due(Anchors.of(Map.of(Anchors.DUE, due)));
    }

    /** Who is told, each once. */
    public List<Department> to(Department owes, Department waits) {
        Stream<Department> parties =
                Stream.concat(owner ? Stream.of(owes) : Stream.empty(), receiver ? Stream.of(waits) : Stream.empty());
        return Stream.concat(parties, departments.stream()).distinct().toList();
    }
}
