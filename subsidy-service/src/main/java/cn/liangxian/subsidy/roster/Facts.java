package cn.liangxian.subsidy.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps recording and deciding apart: who records facts holds the lock with others, who decides by them holds it alone.
 * So no fact is committed between the moment a run looked and the moment it is known to have been performed.
 */
@ApplicationScoped
public class Facts {

    private static final long LOCK = 0x5b51d1;

    private final Jdbi jdbi;
    private final Event<FactArrived> arrived;

    Facts(Jdbi jdbi, Event<FactArrived> arrived) {
        this.jdbi = jdbi;
        this.arrived = arrived;
    }

    /**
     * To be called before facts are recorded; lasts until the transaction ends. While a run waits, facts are recorded one
     * transaction after the other: of two that bring what it waited for, the second must see the first.
     */
    public void recording() {
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select case when exists (select from run where state <> 'DONE')
                            then pg_advisory_xact_lock(:lock) else pg_advisory_xact_lock_shared(:lock) end::text""")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .list());
    }

    /** Waits until all who record have ended; nobody records until this transaction ends. */
    public void deciding() {
        jdbi.useHandle(h -> h.execute("select pg_advisory_xact_lock(?)", LOCK));
    }

    /** To be called after facts were recorded, in the same transaction. */
    public void recorded(FactArrived.Kind kind, LocalDate date) {
        arrived.fire(new FactArrived(kind, date));
    }
}
