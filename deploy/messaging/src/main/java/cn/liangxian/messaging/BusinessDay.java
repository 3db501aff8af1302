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
    private final AtomicReference<LocalDate> known = new AtomicReference<>();
    private final ThreadLocal<LocalDate> opening = new ThreadLocal<>();

    BusinessDay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The open date; {@link NoDayOpened} before the first one. */
    public LocalDate today() {
        return last().orElseThrow(NoDayOpened::new);
    }

    public Optional<LocalDate> last() {
        LocalDate date = opening.get() != null ? opening.get() : known.get();
        if (date == null) {
            date = jdbi.withHandle(h -> h.createQuery("select max(date) from business_day")
                    .mapTo(LocalDate.class)
                    .one());
            known.compareAndSet(null, date);
        }
        return Optional.ofNullable(date);
    }

    /** The daily work of this thread already sees the new date; everybody else sees it when it is committed. */
    void opening(LocalDate date) {
        opening.set(date);
    }

    void opened(LocalDate date, boolean committed) {
        opening.remove();
        if (committed) {
            known.set(date);
        }
    }

    /** No business date was opened yet. */
    public static class NoDayOpened extends IllegalStateException {
        public NoDayOpened() {
            super("no business date has been opened");
        }
    }
}
