package cn.liangxian.enrollment.screening;

import cn.liangxian.desk.Words;
import cn.liangxian.enrollment.ScreeningHandoff.DoubtDecided;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.enrollment.registration.ChangingIdentity;
import cn.liangxian.enrollment.screening.ScreeningResource.Decision;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** An agency maintains (维护) the identities: it decides each doubt, in the transaction of the caller. */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"})
class DecidingDoubts {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;
    private final ChangingIdentity changing;
    private final Policy policy;
    private final Words words;

    DecidingDoubts(Jdbi jdbi, BusinessDay day, Outbox outbox, ChangingIdentity changing, Policy policy, Words words) {
        this.policy = policy;
        this.words = words;
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
        this.changing = changing;
    }

    Doubt decide(UUID id, Decision decision, String area, Department department, String by) {
        return jdbi.withHandle(h -> {
            Doubt doubt =
                    Doubts.lock(h, policy, id, area).orElseThrow(() -> new Problem(ScreeningProblem.UNKNOWN, null));
            if (doubt.outcome() != null) {
                throw new Problem(
                        ScreeningProblem.DECIDED,
                        words.text("doubt_" + doubt.outcome()).with(Text.on(doubt.decidedOn())));
            }
            mustFit(doubt, decision);
            LocalDate today = day.today();
            if (decision.outcome() == ScreeningOutcome.ENDED) {
                end(h, doubt, decision.lastDay(), today, area, department, by);
            }
            Doubt decided = doubt.decided(decision.outcome(), decision.reason(), today);
            Doubts.decided(h, decided, by);
            outbox.handOver(new DoubtDecided(
                    id.toString(),
                    doubt.personKey(),
                    doubt.category(),
                    doubt.rule(),
                    decision.outcome(),
                    decision.reason(),
                    today,
                    doubt.screeningId().toString()));
            return decided;
        });
    }

    private void mustFit(Doubt doubt, Decision decision) {
        boolean reason = decision.reason() != null && !decision.reason().isBlank();
        if (decision.outcome() == ScreeningOutcome.KEPT && !reason) {
            throw new Problem(ScreeningProblem.REASON_NEEDED, null)
                    .at(null, "reason", ScreeningProblem.REASON_NEEDED.title());
        }
        ScreeningOutcome other = doubt.listed() ? ScreeningOutcome.PASSED_ON : ScreeningOutcome.ENDED;
        if (decision.outcome() == other) {
            throw new Problem(
                    ScreeningProblem.OUTCOME_DOES_NOT_FIT,
                    words.text("doubt_" + other).with(Text.value(doubt.rule())));
        }
    }

    private void end(
            Handle h, Doubt doubt, LocalDate lastDay, LocalDate today, String area, Department department, String by) {
        LocalDate since = Doubts.holdsSince(h, doubt, today).orElse(null);
        if (since == null) {
            return;
        }
        if (lastDay == null || lastDay.isBefore(since) || lastDay.isAfter(today)) {
            throw new Problem(ScreeningProblem.LAST_DAY, null).at(null, "lastDay", Text.between(since, today));
        }
        changing.change(
                new ChangingIdentity.Request(
                        null, UUID.fromString(doubt.personKey()), doubt.category(), since, lastDay),
                area,
                department,
                by);
    }
}
