package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.AnomalyHandoff.PayableRosterRefused;
import cn.liangxian.collection.payableroster.PayableRosterState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A reviewer sends a payable roster back; the next one drawn up for the township stands in its place. */
@ApplicationScoped
@Clause("yicheng-2024/四(四)3-b")
class RefusingPayableRoster {

    private final PayableRosters rosters;
    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    RefusingPayableRoster(PayableRosters rosters, Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.rosters = rosters;
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /**
     * In an open transaction, with the roster locked.
     *
     * @param villages those whose data is wrong; empty when it is not about a village
     */
    PayableRoster refuse(PayableRoster roster, Department reviewer, String reason, List<String> villages) {
        PayableRosterState state = PayableRosterState.LIFE
                .next(roster.state(), Step.FOUND_WRONG)
                .orElseThrow(() -> new Problem(
                        PayableRosterProblem.NOT_IN_REVIEW, roster.state().stands()));
        jdbi.useHandle(h -> h.execute(
                "update payable_roster set state = ?, refused_by = ?, refused_because = ?, refused_on = ?"
                        + " where payable_roster_id = ?::uuid",
                state.name(),
                reviewer.name(),
                reason,
                day.today(),
                roster.payableRosterId()));
        outbox.handOver(new PayableRosterRefused(
                roster.payableRosterId(), roster.township(), reviewer, reason, villages, day.today()));
        return rosters.again(roster);
    }

    /** Those of the township that were refused are corrected by the one just drawn up. */
    void correct(PayableRoster fresh) {
        for (PayableRoster refused : rosters.of(fresh.township())) {
            if (refused.state() == PayableRosterState.REFUSED) {
                PayableRosterState state = PayableRosterState.LIFE.after(refused.state(), Step.DRAWN_ANEW);
                jdbi.useHandle(h -> {
                    h.execute(
                            "update payable_roster set state = ? where payable_roster_id = ?::uuid",
                            state.name(),
                            refused.payableRosterId());
                    h.execute(
                            "update payable_roster set corrects = ?::uuid where payable_roster_id = ?::uuid",
                            refused.payableRosterId(),
                            fresh.payableRosterId());
                });
            }
        }
    }
}
