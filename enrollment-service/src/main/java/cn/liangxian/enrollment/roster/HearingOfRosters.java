package cn.liangxian.enrollment.roster;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Whether tax accepted a roster. The people of a refused one stand on the next revision again. */
@ApplicationScoped
class HearingOfRosters {

    private static final Logger LOG = Logger.getLogger(HearingOfRosters.class);
    private final Inbox inbox;
    private final Jdbi jdbi;

    HearingOfRosters(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(RosterReceived.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, RosterReceived.class, this::note);
    }

    private void note(Received<RosterReceived> received) {
        RosterReceived answer = received.handoff();
        RosterState next = answer.accepted() ? RosterState.ACCEPTED : RosterState.REFUSED;
        boolean moved =
                jdbi.withHandle(h -> Rosters.become(h, UUID.fromString(answer.rosterId()), next, answer.reason()));
        if (moved && next == RosterState.REFUSED) {
            LOG.warnf("roster %s was refused: %s", answer.rosterId(), answer.reason());
        }
    }
}
