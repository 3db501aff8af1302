package cn.liangxian.subsidy.application;

import java.util.Map;
import java.util.Set;

/** Life of a run. */
public enum RunState {
    /** A roster was accepted and not all of its lines have arrived here; the run is made up when they have. */
    WAITING_FOR_LINES,
    /** A fact of an earlier day arrived after the run; what it adds is applied for. */
    DUE,
    DONE;

    private static final Map<RunState, Set<RunState>> NEXT =
            Map.of(WAITING_FOR_LINES, Set.of(DONE), DUE, Set.of(DONE, WAITING_FOR_LINES), DONE, Set.of(DUE));

    public Set<RunState> next() {
        return NEXT.get(this);
    }
}
