package cn.liangxian.collection.claim;

import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Notes changes of status; the next assessment of the person's claims reads them, whenever the roster arrives. */
@ApplicationScoped
class ChangingIdentities {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final CollectingDay day;
    private final Event<StatusesChanged> changed;

    ChangingIdentities(Inbox inbox, Jdbi jdbi, CollectingDay day, Event<StatusesChanged> changed) {
        this.day = day;
        this.changed = changed;
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(IdentityChanged.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.together(records, IdentityChanged.class, this::note);
    }

    void note(List<Received<IdentityChanged>> changes) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into identity_change (person_key, category, valid_from, valid_until, changed_on)
                    values (?, ?, ?, ?, ?)""");
            for (Received<IdentityChanged> received : changes) {
                IdentityChanged change = received.handoff();
                batch.add(
                        change.personKey(),
                        change.status().category(),
                        change.status().from(),
                        change.status().until(),
                        change.changedOn());
            }
            batch.execute();
        });
        Set<String> persons =
                changes.stream().map(received -> received.handoff().personKey()).collect(Collectors.toSet());
        // before the first business date here, it counts for the date on which it was told
        LocalDate on = day.joinIfOpened().orElse(changes.get(0).handoff().changedOn());
        changed.fire(new StatusesChanged(persons, on));
    }
}
