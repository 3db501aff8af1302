package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Department;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Life of a run. */
public enum RunState {
    /** Its date was opened; or a fact of an earlier day arrived after the run, and what it adds is to be applied for. */
    DUE,
    /** A roster was accepted and not all of its lines have arrived here; the run is made up when they have. */
    WAITING_FOR_LINES,
    /** Tax summed a day before the run date, and not all of its payments have arrived here; or it has not summed it. */
    WAITING_FOR_PAYMENTS,
    DONE;

    private static final Map<RunState, Set<RunState>> NEXT = Map.of(
            DUE, Set.of(WAITING_FOR_LINES, WAITING_FOR_PAYMENTS, DONE),
            WAITING_FOR_LINES, Set.of(WAITING_FOR_PAYMENTS, DONE),
            WAITING_FOR_PAYMENTS, Set.of(WAITING_FOR_LINES, DONE),
            DONE, Set.of(DUE));

    /** Who has to act before the run goes on: the agencies that deliver rosters and apply, or tax that sums its days. */
    public List<Department> waitsOn() {
        return switch (this) {
            case DUE, WAITING_FOR_LINES -> List.of(Department.SOCIAL_INSURANCE, Department.MEDICAL_INSURANCE);
            case WAITING_FOR_PAYMENTS -> List.of(Department.TAX);
            case DONE -> List.of();
        };
    }

    public Set<RunState> next() {
        return NEXT.get(this);
    }
}
