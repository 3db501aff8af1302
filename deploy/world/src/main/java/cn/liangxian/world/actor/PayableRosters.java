package cn.liangxian.world.actor;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tax draws up the payable roster of each township; the departments that the notice names review it, then it goes out, on
 * the last day where nobody reviews. In one township the last reviewer finds something wrong: tax draws it up anew, and all review again.
 */
public final class PayableRosters implements Actor {
    private static final String HANDOFF = "collection-payable-roster-issued";
    private static final int DRAWN_BEFORE_DUE = 4;
    private static final int REVIEWED_BEFORE_DUE = 2;

    private final Surroundings around;
    private final LocalDate drawnOn;
    private final LocalDate reviewedOn;
    private final List<String> drawn = new ArrayList<>();

    public PayableRosters(Surroundings around) {
        this.around = around;
        LocalDate due = around.policy()
                .deadline(HANDOFF)
                .map(deadline -> deadline.rule().due(around.policy().anchors()))
                .orElse(around.county().pay().from().minusDays(1));
        boolean reviewed = !around.policy().reviewers(HANDOFF).isEmpty();
        drawnOn = reviewed ? around.nextWorkday(due.minusDays(DRAWN_BEFORE_DUE)) : due;
        reviewedOn = reviewed ? around.nextWorkday(due.minusDays(REVIEWED_BEFORE_DUE)) : due;
    }

    @Override
    public void atTheDesk(LocalDate day) {
        List<Township> townships = around.county().townships();
        if (day.equals(drawnOn)) townships.forEach(township -> drawn.add(draw(township, 1)));
        if (!day.equals(reviewedOn)) return;
        List<Department> reviewers = around.policy().reviewers(HANDOFF);
        if (reviewers.size() > 1) drawn.set(0, refused(drawn.get(0), townships.get(0), reviewers));
        drawn.forEach(roster -> reviewers.forEach(reviewer -> review(roster, reviewer)));
    }

    /** The first reviewer agrees, the last one does not. */
    private String refused(String rosterId, Township township, List<Department> reviewers) {
        review(rosterId, reviewers.get(0));
        String client = clientOf(reviewers.get(reviewers.size() - 1));
        around.access()
                .post(
                        Service.COLLECTION,
                        client,
                        "/payable-rosters/" + rosterId + "/refusals",
                        "refusal-" + township.code(),
                        Body.json(Map.of("reason", "村居人数与台账不符", "villages", List.of())))
                .orThrow("refusal of payable roster by " + client);
        return draw(township, 2);
    }

    private String draw(Township township, int time) {
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", township.code()),
                        "/payable-rosters",
                        "payable-roster-" + township.code() + "-" + time,
                        Body.json(Map.of("township", township.code())))
                .orThrow("payable roster of " + township.code());
        return answer.json().required("payableRosterId").asText();
    }

    private void review(String rosterId, Department reviewer) {
        String client = clientOf(reviewer);
        around.access()
                .post(
                        Service.COLLECTION,
                        client,
                        "/payable-rosters/" + rosterId + "/reviews",
                        "review-" + rosterId + "-" + client,
                        Body.json(Map.of()))
                .orThrow("review of payable roster by " + client);
    }

    private String clientOf(Department reviewer) {
        String department = reviewer.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return around.access().client(department, around.county().code());
    }
}
