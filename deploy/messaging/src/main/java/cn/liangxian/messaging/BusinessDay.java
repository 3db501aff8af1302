package cn.liangxian.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;

/** The business date that this service has opened last. Nobody asks the wall clock what day it is. */
@ApplicationScoped
public class BusinessDay {

    private final Jdbi jdbi;
    private final AtomicReference<Opened> known = new AtomicReference<>();
    private final ThreadLocal<Opened> opening = new ThreadLocal<>();

    BusinessDay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A business date as it was opened.
     *
     * @param policy digest of the policy that is in force on it; empty when none is, null when nobody said
     */
    public record Opened(LocalDate date, String policy) {}

    /** The open date; {@link NoDayOpened} before the first one. */
    public LocalDate today() {
        return last().orElseThrow(NoDayOpened::new);
    }

    public Optional<LocalDate> last() {
        return lastOpened().map(Opened::date);
    }

    /** The open date with the policy in force on it; empty before the first one. */
    public Optional<Opened> lastOpened() {
        Opened day = opening.get() != null ? opening.get() : known.get();
        if (day == null) {
            day = jdbi.withHandle(h -> h.createQuery("select date, policy from business_day order by date desc limit 1")
                    .map((row, context) -> new Opened(row.getObject(1, LocalDate.class), row.getString(2)))
                    .findOne()
                    .orElse(null));
            known.compareAndSet(null, day);
        }
        return Optional.ofNullable(day);
    }

    /** The daily work of this thread already sees the new date; everybody else sees it when it is committed. */
    void opening(Opened day) {
        opening.set(day);
    }

    void opened(Opened day, boolean committed) {
        opening.remove();
        if (committed) {
            known.set(day);
        }
    }

    /** No business date was opened yet. */
    public static class NoDayOpened extends IllegalStateException {
        public NoDayOpened() {
            super("no business date has been opened");
        }
    }
}
