package cn.liangxian.collection.payableroster;

import cn.liangxian.collection.payableroster.PayableRosterState.Step;
import cn.liangxian.collection.payableroster.RosterRows.Mark;
import cn.liangxian.handoff.Clause;
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
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Draws payable rosters up, has them reviewed by all whom the policy names, and hands them over to the township. */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)3-a", "yicheng-2024/四(四)3-c", "yicheng-2024/五(四)-b"})
class IssuingPayableRoster {

    private final PayableRosters rosters;
    private final RosterRows rows;
    private final RefusingPayableRoster refusing;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Caller caller;

    IssuingPayableRoster(
            PayableRosters rosters,
            RosterRows rows,
            RefusingPayableRoster refusing,
            Policy policy,
            BusinessDay day,
            Outbox outbox,
            Caller caller) {
        this.refusing = refusing;
        this.rosters = rosters;
        this.rows = rows;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** In an open transaction. */
    PayableRoster draw(String township) {
        if (policy.jurisdiction().township(township, day.today()).isEmpty()) {
            throw new Problem(PayableRosterProblem.NOT_FOUND, null)
                    .at(null, "township", new Text("政策未列入乡镇" + township, "the policy knows no township " + township));
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
            throw new Problem(PayableRosterProblem.NOTHING_PAYABLE, new Text(e.zh(), e.getMessage()));
        }
        if (digest.lines() == 0) {
            throw new Problem(PayableRosterProblem.NOTHING_PAYABLE, null);
        }
        UUID id = Uuid7.next();
        rosters.enter(id, mark, Math.toIntExact(digest.lines()), Fen.of(total[0]), digest.hex());
        PayableRoster drawn = rosters.lock(id).orElseThrow();
        refusing.correct(drawn);
        return issueWhenReviewed(rosters.again(drawn), mark.madeOn());
    }

    /** {@link Problem} 403 unless the policy names the department as a reviewer. */
    void mustReview(Department department) {
        List<Department> reviewers = policy.reviewers(PayableRosters.HANDOFF);
        if (!reviewers.contains(department)) {
            throw new Problem(
                    PayableRosterProblem.NOT_A_REVIEWER,
                    Text.departments(reviewers).after("审核部门：", "reviewers: "));
        }
    }

    /** What the roster asks of each village, for the review. */
    @Transactional
    List<VillageSum> villages(UUID id) {
        Map<String, VillageSum> villages = new TreeMap<>();
        rows.read(
                rosters.mark(id),
                row -> villages.merge(
                        row.village(), VillageSum.nothing(row.village()).plus(row), (sum, one) -> sum.plus(row)));
        return List.copyOf(villages.values());
    }

    /** Sends it back. {@code villages} are those whose data is wrong. */
    PayableRoster refuse(UUID id, Department department, String reason, List<String> villages) {
        PayableRoster roster = forReviewer(id, department);
        if (roster.reviewed().contains(department)) {
            throw new Problem(PayableRosterProblem.ALREADY_REVIEWED, null);
        }
        return refusing.refuse(roster, department, reason, villages);
    }

    /** @param digest of the roster that was looked at; null when the reviewer does not say */
    @Clause("yicheng-2024/四(四)3-b")
    PayableRoster review(UUID id, Department department, String digest) {
        PayableRoster roster = forReviewer(id, department);
        if (digest != null && !digest.equals(roster.digest())) {
            throw new Problem(PayableRosterProblem.DIGEST_DIFFERS, null)
                    .at(null, "digest", new Text("现有清册为" + roster.digest(), "is " + roster.digest()));
        }
        if (roster.reviewed().contains(department)) {
            return roster;
        }
        if (roster.state() != PayableRosterState.IN_REVIEW) {
            throw new Problem(PayableRosterProblem.NOT_IN_REVIEW, roster.state().stands());
        }
        LocalDate today = day.today();
        if (!rosters.review(roster, department, caller.name(), today)) {
            throw new Problem(
                    PayableRosterProblem.ALREADY_REVIEWED,
                    new Text("一人只能代表一个部门审核", "one person stands for one reviewer"));
        }
        return issueWhenReviewed(rosters.again(roster), today);
    }

    /** The roster, locked, for one of the departments that the policy names as reviewers. */
    private PayableRoster forReviewer(UUID id, Department department) {
        mustReview(department);
        PayableRoster roster = rosters.lock(id).orElseThrow(() -> new Problem(PayableRosterProblem.NOT_FOUND, null));
        if (!roster.township().startsWith(caller.area()) && !caller.area().startsWith(roster.township())) {
            throw new Problem(PayableRosterProblem.NOT_FOUND, null);
        }
        return roster;
    }

    private PayableRoster issueWhenReviewed(PayableRoster roster, LocalDate today) {
        Step step = roster.awaited().isEmpty() ? Step.LAST_REVIEWED : Step.ONE_REVIEWED;
        PayableRosterState state = PayableRosterState.LIFE.after(roster.state(), step);
        if (state != PayableRosterState.ISSUED) {
            return roster;
        }
        rosters.issued(roster, state, today);
        PayableRoster issued = rosters.again(roster);
        outbox.handOver(issued.issued());
        return issued;
    }
}
