package cn.liangxian.collection.link;

import cn.liangxian.collection.lifecycle.LifeCycle;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import java.util.List;

/** Where an anomaly of linking stands. */
public enum LinkState {
    /** Waits for the agency that delivered the line, or tax, to find out whose it is. */
    OPEN,
    /** Another department was asked. */
    FORWARDED,
    /** It answered; the agency closes. */
    CONFIRMED,
    CLOSED;

    enum Step {
        FORWARDED_TO_DEPARTMENT,
        CONFIRMED_BY_DEPARTMENT,
        LOOKED_INTO
    }

    static final LifeCycle<LinkState, Step> LIFE = LifeCycle.startingIn(OPEN, Step.class)
            .from(OPEN, Step.LOOKED_INTO, CLOSED)
            .from(OPEN, Step.FORWARDED_TO_DEPARTMENT, FORWARDED)
            .from(FORWARDED, Step.CONFIRMED_BY_DEPARTMENT, CONFIRMED)
            .from(CONFIRMED, Step.LOOKED_INTO, CLOSED)
            .done();

    /** @param asked the department that was asked; null where none was. Null when it waits on nobody any more */
    Department waitsOn(Insurance insurance, Department asked) {
        return switch (this) {
            case OPEN, CONFIRMED ->
                insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
            case FORWARDED -> asked;
            case CLOSED -> null;
        };
    }

    /** Keys of the handoffs that it waits for: the first for which the policy has terms that run already. */
    List<String> waitsFor() {
        return switch (this) {
            case OPEN -> List.of("collection-anomaly-answered", "collection-anomaly-closed");
            case FORWARDED -> List.of("collection-anomaly-confirmed", "collection-anomaly-closed");
            case CONFIRMED -> List.of("collection-anomaly-closed");
            case CLOSED -> List.of();
        };
    }
}
