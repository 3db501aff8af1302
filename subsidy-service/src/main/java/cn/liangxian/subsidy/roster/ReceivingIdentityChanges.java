package cn.liangxian.subsidy.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Keeps every reported change of status; who has which status on a day is read from all of them, in any order. */
@ApplicationScoped
public class ReceivingIdentityChanges {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Facts facts;
    private final Event<StatusReported> reported;

    ReceivingIdentityChanges(Inbox inbox, Jdbi jdbi, Facts facts, Event<StatusReported> reported) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.facts = facts;
        this.reported = reported;
    }

    @Incoming(IdentityChanged.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, IdentityChanged.class, this::record);
    }

    void record(Received<IdentityChanged> received) {
        IdentityChanged change = received.handoff();
        facts.recording();
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into identity_change values (?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing")
                .bind(0, received.envelope().id())
                .bind(1, change.personKey())
                .bind(2, change.status().category())
                .bind(3, change.status().from())
                .bind(4, change.status().until())
                .bind(5, change.changedOn())
                .execute());
        reported.fire(new StatusReported(change.personKey()));
        facts.recorded(FactArrived.Kind.STATUS, change.changedOn());
    }
}
