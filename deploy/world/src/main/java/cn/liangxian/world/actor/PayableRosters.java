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

/** Tax draws up the payable roster of each township; the departments that the notice names review it, then it goes out. */
public final class PayableRosters implements Actor {
    private static final String HANDOFF = "collection-payable-roster-issued";
    private static final int DRAWN_BEFORE_PAY = 5;
    private static final int REVIEWED_BEFORE_PAY = 3;

    private final Surroundings around;
    private final LocalDate drawnOn;
    private final LocalDate reviewedOn;
    private final List<String> drawn = new ArrayList<>();

    public PayableRosters(Surroundings around) {
        this.around = around;
        LocalDate pay = around.county().pay().from();
        drawnOn = around.nextWorkday(pay.minusDays(DRAWN_BEFORE_PAY));
        reviewedOn = around.nextWorkday(pay.minusDays(REVIEWED_BEFORE_PAY));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (day.equals(drawnOn)) for (Township township : around.county().townships()) draw(township);
        if (day.equals(reviewedOn)) drawn.forEach(this::review);
    }

    private void draw(Township township) {
        Answer answer = around.access()
                .post(
                        Service.COLLECTION,
                        around.access().client("tax", township.code()),
                        "/payable-rosters",
                        "payable-roster-" + township.code(),
                        Body.json(Map.of("township", township.code())))
                .orThrow("payable roster of " + township.code());
        drawn.add(answer.json().required("payableRosterId").asText());
    }

    private void review(String rosterId) {
        for (Department reviewer : around.policy().reviewers(HANDOFF)) {
            String client = reviewer.name().toLowerCase(Locale.ROOT).replace('_', '-');
            around.access()
                    .post(
                            Service.COLLECTION,
                            around.access().client(client, around.county().code()),
                            "/payable-rosters/" + rosterId + "/reviews",
                            "review-" + rosterId + "-" + client,
                            Body.json(Map.of()))
                    .orThrow("review of payable roster by " + client);
        }
    }
}
