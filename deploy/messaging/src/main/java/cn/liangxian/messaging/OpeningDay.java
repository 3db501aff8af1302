package cn.liangxian.messaging;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Opens each business date in this service and does the daily work. */
@ApplicationScoped
public class OpeningDay {

    private static final Logger LOG = Logger.getLogger(OpeningDay.class);
    private final Inbox inbox;
    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Instance<DailyWork> works;
    private final Instance<Force> forces;
    private final TransactionSynchronizationRegistry transaction;

    OpeningDay(
            Inbox inbox,
            Jdbi jdbi,
            BusinessDay day,
            Instance<DailyWork> works,
            Instance<Force> forces,
            TransactionSynchronizationRegistry transaction) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.day = day;
        this.works = works;
        this.forces = forces;
        this.transaction = transaction;
    }

    @Incoming(DayOpened.TOPIC)
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        // one transaction per date: a date that fails does not undo the ones before it
        inbox.oneByOne(records, DayOpened.class, received -> open(received.handoff()));
    }

    private void open(DayOpened opened) {
        LocalDate date = opened.date();
        int inserted = jdbi.withHandle(h -> h.createUpdate(
                        "insert into business_day (date, workday, policy) values (?, ?, ?) on conflict do nothing")
                .bind(0, date)
                .bind(1, opened.workday())
                .bind(2, opened.policy())
                .execute());
        if (inserted == 0) {
            return;
        }
        BusinessDay.Opened today = new BusinessDay.Opened(date, opened.policy());
        day.opening(today);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                day.opened(today, status == Status.STATUS_COMMITTED);
            }
        });
        boolean inForce = forces.stream().allMatch(force -> force.covers(today));
        works.stream()
                .filter(work -> inForce || work.windsUp())
                .sorted(Comparator.comparingInt(DailyWork::order))
                .forEach(w -> w.open(date, opened.workday()));
        LOG.debugf("business date %s is open", date);
    }
}
