package cn.liangxian.collection.claim;

import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Notes changes of status; the next assessment of the person's claims reads them, whenever the roster arrives. */
@ApplicationScoped
class ChangingIdentities {

    private final Inbox inbox;
    private final Jdbi jdbi;

    ChangingIdentities(Inbox inbox, Jdbi jdbi) {
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
    }
}
