package cn.liangxian.world.actor;

import java.time.LocalDate;

/**
 * Somebody outside who acts on business dates, on the ground of what had arrived when the phase began. Between the
 * phases of a day the services come to rest.
 */
public interface Actor {

    /** Offices work through what lies on their desks, and it is done before the counters open. */
    default void atTheDesk(LocalDate day) {}

    /**
     * Offices do what makes no difference at the counters of the same day: it goes on beside them, which spares a wait
     * for the services to come to rest.
     */
    default void inTheBackOffice(LocalDate day) {}

    /** People pay, village agents hand in. */
    default void atTheCounter(LocalDate day) {}
}
