package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.payableroster.PayableRosterState.Step;
import cn.liangxian.collection.payableroster.RosterRows.Mark;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.LineDigest;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Draws payable rosters up, has them reviewed by all whom the policy names, and hands them over to the township. */
@ApplicationScoped
class IssuingPayableRoster {

    private final PayableRosters rosters;
    private final RosterRows rows;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Caller caller;

    IssuingPayableRoster(
            PayableRosters rosters, RosterRows rows, Policy policy, BusinessDay day, Outbox outbox, Caller caller) {
        this.rosters = rosters;
        this.rows = rows;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** In an open transaction. */
    PayableRoster draw(String township) {
        if (policy.jurisdiction().township(township).isEmpty()) {
            throw new Problem(PayableRosterProblem.NOT_FOUND, "no township " + township)
                    .at(null, "township", "unknown to the policy");
        }
        Mark mark = rows.markOf(township, day.today());
        LineDigest digest = new LineDigest();
        long[] total = {0};
        try {
            rows.read(mark, row -> {
                digest.add(row.canonical());
                total[0] = Math.addExact(total[0], row.due().amount());
            });
        } catch (NoPaymentWindowException e) {
            throw new Problem(PayableRosterProblem.NOTHING_PAYABLE, e.getMessage());
        }
        if (digest.lines() == 0) {
            throw new Problem(PayableRosterProblem.NOTHING_PAYABLE, "township " + township);
        }
        UUID id = Uuid7.next();
        rosters.enter(id, mark, Math.toIntExact(digest.lines()), Fen.of(total[0]), digest.hex());
        return issueWhenReviewed(rosters.lock(id).orElseThrow(), mark.madeOn());
    }

    /** @param digest of the roster that was looked at; null when the reviewer does not say */
    PayableRoster review(UUID id, Department department, String digest) {
        PayableRoster roster = rosters.lock(id).orElseThrow(() -> new Problem(PayableRosterProblem.NOT_FOUND, null));
        if (!roster.township().startsWith(caller.area()) && !caller.area().startsWith(roster.township())) {
            throw new Problem(PayableRosterProblem.NOT_FOUND, null);
        }
        if (!policy.reviewers(PayableRosters.HANDOFF).contains(department)) {
            throw new Problem(PayableRosterProblem.NOT_A_REVIEWER, "reviewers: " + roster.awaited());
        }
        if (digest != null && !digest.equals(roster.digest())) {
            throw new Problem(PayableRosterProblem.DIGEST_DIFFERS, null).at(null, "digest", "is " + roster.digest());
        }
        if (roster.state() == PayableRosterState.ISSUED || roster.reviewed().contains(department)) {
            return roster;
        }
        LocalDate today = day.today();
        rosters.review(roster, department, caller.name(), today);
        return issueWhenReviewed(rosters.find(id).orElseThrow(), today);
    }

    private PayableRoster issueWhenReviewed(PayableRoster roster, LocalDate today) {
        Step step = roster.awaited().isEmpty() ? Step.LAST_REVIEWED : Step.ONE_REVIEWED;
        PayableRosterState state = PayableRosterState.LIFE.after(roster.state(), step);
        if (state != PayableRosterState.ISSUED) {
            return roster;
        }
        rosters.issued(roster, state, today);
        PayableRoster issued =
                rosters.find(UUID.fromString(roster.payableRosterId())).orElseThrow();
        outbox.handOver(issued.issued());
        return issued;
    }
}
