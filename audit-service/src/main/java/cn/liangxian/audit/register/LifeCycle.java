package cn.liangxian.audit.register;

import static cn.liangxian.audit.register.Happening.CAME_TOO_EARLY;
import static cn.liangxian.audit.register.Happening.FULFILLED;
import static cn.liangxian.audit.register.Happening.FULFILLED_LATE;
import static cn.liangxian.audit.register.Happening.NEARED;
import static cn.liangxian.audit.register.Happening.OPENED;
import static cn.liangxian.audit.register.Happening.PASSED;
import static cn.liangxian.audit.register.Happening.RESTATED;
import static cn.liangxian.audit.register.Happening.VOIDED;
import static cn.liangxian.audit.register.Happening.WAIVED;
import static java.util.Map.entry;

import java.util.Map;

/**
 * The one transition table of an obligation. Time decides nothing by itself: an event that arrives late with an earlier
 * business date leads from MISSED or MET_LATE back to MET_ON_TIME, as a further fact. What comes before its window opens moves
 * nothing: it is a fact, and is owed all the same.
 */
public final class LifeCycle {

    private static final Map<Standing, Map<Happening, Standing>> TABLE = Map.ofEntries(
            entry(
                    Standing.EXPECTED,
                    Map.of(
                            OPENED, Standing.OPEN,
                            CAME_TOO_EARLY, Standing.EXPECTED,
                            WAIVED, Standing.WAIVED,
                            VOIDED, Standing.VOID)),
            entry(
                    Standing.OPEN,
                    Map.of(
                            CAME_TOO_EARLY, Standing.OPEN,
                            NEARED, Standing.DUE_SOON,
                            PASSED, Standing.MISSED,
                            FULFILLED, Standing.MET_ON_TIME,
                            RESTATED, Standing.OPEN,
                            WAIVED, Standing.WAIVED,
                            VOIDED, Standing.VOID)),
            entry(
                    Standing.DUE_SOON,
                    Map.of(
                            CAME_TOO_EARLY, Standing.DUE_SOON,
                            PASSED, Standing.MISSED,
                            FULFILLED, Standing.MET_ON_TIME,
                            RESTATED, Standing.OPEN,
                            WAIVED, Standing.WAIVED,
                            VOIDED, Standing.VOID)),
            entry(
                    Standing.MISSED,
                    Map.of(
                            CAME_TOO_EARLY, Standing.MISSED,
                            FULFILLED, Standing.MET_ON_TIME,
                            FULFILLED_LATE, Standing.MET_LATE,
                            RESTATED, Standing.MISSED,
                            WAIVED, Standing.WAIVED,
                            VOIDED, Standing.VOID)),
            entry(
                    Standing.MET_LATE,
                    Map.of(
                            CAME_TOO_EARLY, Standing.MET_LATE,
                            FULFILLED, Standing.MET_ON_TIME,
                            FULFILLED_LATE, Standing.MET_LATE,
                            RESTATED, Standing.MET_LATE,
                            WAIVED, Standing.WAIVED,
                            VOIDED, Standing.VOID)),
            entry(
                    Standing.MET_ON_TIME,
                    Map.of(
                            CAME_TOO_EARLY, Standing.MET_ON_TIME,
                            FULFILLED, Standing.MET_ON_TIME,
                            PASSED, Standing.MISSED,
                            RESTATED, Standing.MET_ON_TIME,
                            VOIDED, Standing.VOID)),
            entry(Standing.WAIVED, Map.of(VOIDED, Standing.VOID)),
            entry(Standing.VOID, Map.of()));

    private LifeCycle() {}

    /** Where the happening leads; {@link IllegalStateException} when it cannot happen to an obligation that stands so. */
    public static Standing next(Standing standing, Happening happening) {
        Standing next = TABLE.get(standing).get(happening);
        if (next == null) {
            throw new IllegalStateException(happening + " cannot happen to an obligation that is " + standing);
        }
        return next;
    }

    /** Whether it can happen at all to an obligation that stands so. */
    public static boolean allows(Standing standing, Happening happening) {
        return TABLE.get(standing).containsKey(happening);
    }

    static Map<Standing, Map<Happening, Standing>> table() {
        return TABLE;
    }
}
