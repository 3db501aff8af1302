package cn.liangxian.reconciliation;

import static org.awaitility.Awaitility.await;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Opens business dates as audit does, through the topic, and waits until the daily work of this service is done. */
@ApplicationScoped
public class Dates {

    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final Jdbi jdbi;

    Dates(Outbox outbox, BusinessDay businessDay, Jdbi jdbi) {
        this.outbox = outbox;
        this.businessDay = businessDay;
        this.jdbi = jdbi;
    }

    /** Any date that this database has not opened. */
    public LocalDate open(LocalDate date) {
        QuarkusTransaction.requiringNew().run(() -> outbox.handOver(new DayOpened(date, "370404", true)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> businessDay.last().filter(date::equals).isPresent());
        return date;
    }

    /** A date with a free day before and after it, all of them open, that no other test uses. */
    public LocalDate openUnused() {
        LocalDate last = jdbi.withHandle(h -> h.createQuery("select max(date) from business_day")
                .mapTo(LocalDate.class)
                .one());
        LocalDate first = LocalDate.of(2024, 2, 1);
        LocalDate date = last == null || last.isBefore(first) ? first : last.plusDays(2);
        open(date.plusDays(1));
        return date;
    }
}
