package cn.liangxian.enrollment.roster;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;

/** The life of a roster; SEALED waits for its lines to be published, DELIVERED for the receiver's word. */
public enum RosterState {
    SEALED,
    DELIVERED,
    ACCEPTED,
    REFUSED;

    /** The agency that sealed it, then tax that receives it; null when it waits on nobody any more. */
    Department waitsOn(Insurance insurance) {
        return switch (this) {
            case SEALED -> insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
            case DELIVERED -> Department.TAX;
            case ACCEPTED, REFUSED -> null;
        };
    }

    /** Whether the second state may follow the first. */
    public boolean mayBecome(RosterState next) {
        return switch (this) {
            case SEALED -> next == DELIVERED;
            case DELIVERED -> next == ACCEPTED || next == REFUSED;
            case ACCEPTED, REFUSED -> false;
        };
    }
}
