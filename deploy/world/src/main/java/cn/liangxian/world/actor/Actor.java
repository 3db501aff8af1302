package cn.liangxian.world.actor;

import java.time.LocalDate;

/**
 * Somebody outside who acts on business dates, on the ground of what had arrived when the phase began. Between the
 * phases of a day the services come to rest.
 */
public interface Actor {

    /** Offices work through what lies on their desks. */
    default void atTheDesk(LocalDate day) {}

    /** People pay, village agents hand in. */
    default void atTheCounter(LocalDate day) {}
}
