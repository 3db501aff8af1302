package cn.liangxian.enrollment.roster;

/** The life of a roster; SEALED waits for its lines to be published, DELIVERED for the receiver's word. */
public enum RosterState {
    SEALED,
    DELIVERED,
    ACCEPTED,
    REFUSED;

    /** Whether the second state may follow the first. */
    public boolean mayBecome(RosterState next) {
        return switch (this) {
            case SEALED -> next == DELIVERED;
            case DELIVERED -> next == ACCEPTED || next == REFUSED;
            case ACCEPTED, REFUSED -> false;
        };
    }
}
