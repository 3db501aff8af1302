package cn.liangxian.collection.roster;

import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Accepts a roster only when lines, total and digest agree with its sealed header; until then it waits. */
@ApplicationScoped
class DecidingRoster {

    private static final Logger LOG = Logger.getLogger(DecidingRoster.class);
    private final Rosters rosters;
    private final Outbox outbox;
    private final Event<RosterAccepted> accepted;

    DecidingRoster(Rosters rosters, Outbox outbox, Event<RosterAccepted> accepted) {
        this.rosters = rosters;
        this.outbox = outbox;
        this.accepted = accepted;
    }

    /** The roster's row must be locked. */
    void decide(Roster roster, LocalDate on) {
        if (!roster.arriving() || !roster.complete()) {
            return;
        }
        rosters.decideAlone();
        Optional<Roster.Refusal> disagreement = roster.disagreement();
        if (disagreement.isEmpty() && rosters.claimsAgain(roster)) {
            disagreement = Optional.of(Roster.Refusal.PERSON_ALREADY_CLAIMED);
        }
        if (disagreement.isPresent()) {
            refuse(roster, disagreement.get(), on);
        } else {
            rosters.decided(roster, RosterState.LIFE.after(roster.state(), RosterState.Step.AGREED), null, on);
            handOver(roster, true, null);
            accepted.fire(new RosterAccepted(roster.firstClaim(), on));
            LOG.infof(
                    "roster %s accepted: %d lines", roster.id(), roster.tally().lines());
        }
    }

    void refuse(Roster roster, Roster.Refusal refusal, LocalDate on) {
        rosters.decided(roster, RosterState.LIFE.after(roster.state(), RosterState.Step.DISAGREED), refusal.name(), on);
        handOver(roster, false, refusal.name());
        LOG.warnf("roster %s refused: %s", roster.id(), refusal);
    }

    private void handOver(Roster roster, boolean agreed, String reason) {
        Tally tally = roster.tally();
        outbox.handOver(new RosterReceived(
                roster.id(),
                roster.header().insurance(),
                agreed,
                reason,
                tally.lines(),
                Fen.of(tally.total()),
                tally.digest()));
    }
}
