package cn.liangxian.collection.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterDelivered;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes the sealed header of a roster in and waits a limited time for lines that are still missing. */
@ApplicationScoped
class ReceivingRoster implements DailyWork {

    private static final Logger LOG = Logger.getLogger(ReceivingRoster.class);
    /** How long missing lines are waited for. */
    private static final String WAIT = "roster.lines";

    private final Inbox inbox;
    private final Rosters rosters;
    private final DecidingRoster deciding;
    private final Schedule wait;

    ReceivingRoster(Inbox inbox, Rosters rosters, DecidingRoster deciding, Policy policy) {
        this.inbox = inbox;
        this.rosters = rosters;
        this.deciding = deciding;
        this.wait = policy.schedule(WAIT);
    }

    @Incoming(RosterDelivered.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, RosterDelivered.class, this::receive);
    }

    void receive(Received<RosterDelivered> received) {
        RosterDelivered delivered = received.handoff();
        LocalDate on = received.envelope().businessDate();
        Roster roster = rosters.lock(delivered.rosterId());
        if (roster.header() != null) {
            LOG.warnf("roster %s was sealed twice; the first header stands", delivered.rosterId());
            return;
        }
        roster = roster.with(new Roster.Header(
                delivered.insurance(),
                delivered.feeYear(),
                delivered.area(),
                delivered.revision(),
                delivered.lines(),
                delivered.total(),
                delivered.digest(),
                delivered.sealedBy()));
        rosters.seal(roster, on, on == null ? null : wait.dueAfter(on));
        deciding.decide(roster, on);
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        for (Roster roster : rosters.overdue(date)) {
            deciding.refuse(roster, Roster.Refusal.LINES_MISSING, date);
        }
    }

    @Override
    public boolean windsUp() {
        return true;
    }
}
