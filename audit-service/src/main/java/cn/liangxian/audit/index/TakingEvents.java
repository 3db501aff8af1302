package cn.liangxian.audit.index;

import cn.liangxian.audit.claim.SettledClaims;
import cn.liangxian.audit.publication.OrderingPublication;
import cn.liangxian.audit.register.Registering;
import cn.liangxian.audit.webhook.Deliveries;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.RawEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes every handoff of every service: into the index, the register, and what publication needs. */
@ApplicationScoped
class TakingEvents {

    private final Inbox inbox;
    private final EventIndex index;
    private final Registering register;
    private final SettledClaims claims;
    private final OrderingPublication publications;
    private final Deliveries webhooks;

    TakingEvents(
            Inbox inbox,
            EventIndex index,
            Registering register,
            SettledClaims claims,
            OrderingPublication publications,
            Deliveries webhooks) {
        this.inbox = inbox;
        this.index = index;
        this.register = register;
        this.claims = claims;
        this.publications = publications;
        this.webhooks = webhooks;
    }

    @Incoming("all-handoffs")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.raw(records, this::take);
    }

    @Incoming(RosterLine.TOPIC)
    @Blocking
    void onRosterLines(ConsumerRecords<String, byte[]> records) {
        inbox.rawBulk(records, index::enterLines);
    }

    private void take(List<RawEvent> events) {
        index.enter(events);
        register.take(events, claims.take(events));
        publications.take(events);
        webhooks.note(events);
    }
}
