package cn.liangxian.collection.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes roster lines in, before or after their header, over several partitions, however often they come. */
@ApplicationScoped
class ReceivingLines {

    private static final Logger LOG = Logger.getLogger(ReceivingLines.class);
    private final Inbox inbox;
    private final Rosters rosters;
    private final LineIntake intake;
    private final DecidingRoster deciding;

    ReceivingLines(Inbox inbox, Rosters rosters, LineIntake intake, DecidingRoster deciding) {
        this.inbox = inbox;
        this.rosters = rosters;
        this.intake = intake;
        this.deciding = deciding;
    }

    @Incoming(RosterLine.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.bulk(records, RosterLine.class, this::receive);
    }

    void receive(List<RosterLine> batch, LocalDate on) {
        // sorted, so that two consumers lock rosters in the same order
        Map<String, List<RosterLine>> byRoster = new TreeMap<>();
        for (RosterLine line : batch) {
            byRoster.computeIfAbsent(line.rosterId(), id -> new ArrayList<>()).add(line);
        }
        byRoster.forEach((id, lines) -> receive(id, lines, on));
    }

    private void receive(String rosterId, List<RosterLine> lines, LocalDate on) {
        Roster roster = rosters.lock(rosterId);
        if (!roster.arriving()) {
            LOG.debugf("%d lines of roster %s came after it was %s", lines.size(), rosterId, roster.state());
            return;
        }
        Tally fresh = intake.take(roster, lines);
        if (fresh.lines() == 0) {
            return;
        }
        roster = roster.with(roster.tally().plus(fresh));
        rosters.keep(roster);
        deciding.decide(roster, on);
    }
}
