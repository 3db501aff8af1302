package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.RefundChecked;
import cn.liangxian.collection.RefundHandoff.RefundDecided;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.RefundState.Step;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** The agency checks a refund, then a second person of the department that the policy names approves it; either may refuse it with a reason. */
@ApplicationScoped
class DecidingRefund {

    private final RefundCases cases;
    private final Recalculating recalculating;
    private final Outbox outbox;

    DecidingRefund(RefundCases cases, Recalculating recalculating, Outbox outbox) {
        this.cases = cases;
        this.recalculating = recalculating;
        this.outbox = outbox;
    }

    /** @param reason why not; null when it agrees */
    record Word(boolean yes, String reason, boolean entitlementRecorded) {}

    @Clause({"yicheng-2024/五(二)-d", "yicheng-2024/五(三)-f"})
    RefundCase check(UUID id, Word word, String area, Actor by, LocalDate on) {
        RefundCase at = waitingFor(by, cases.lock(id, area), RefundState.REQUESTED);
        RefundCase checked = decide(at, Step.AGREED, word, word.entitlementRecorded(), by, on);
        outbox.handOver(new RefundChecked(
                at.caseId(),
                at.personKey(),
                at.insurance(),
                word.yes(),
                checked.refusedBecause(),
                checked.entitlementRecorded(),
                on));
        return ended(checked, on);
    }

    @Clause("yicheng-2024/五(四)-a")
    RefundCase approve(UUID id, Word word, String area, Actor by, LocalDate on) {
        RefundCase at = waitingFor(by, cases.lock(id, area), RefundState.CHECKED);
        if (cases.hands(id).contains(by.name())) {
            throw new Problem(RefundProblem.SECOND_PERSON, null);
        }
        RefundCase decided = decide(at, Step.APPROVED, word, at.entitlementRecorded(), by, on);
        outbox.handOver(new RefundDecided(
                at.caseId(), at.personKey(), at.insurance(), word.yes(), decided.refusedBecause(), on));
        return ended(decided, on);
    }

    private RefundCase ended(RefundCase at, LocalDate on) {
        if (at.state() == RefundState.REFUSED) {
            recalculating.ended(at, on);
        }
        return at;
    }

    private RefundCase decide(RefundCase at, Step yes, Word word, boolean entitlement, Actor by, LocalDate on) {
        if (!word.yes() && (word.reason() == null || word.reason().isBlank())) {
            throw new Problem(RefundProblem.REASON_MISSING, null).at(null, "reason", Text.MISSING);
        }
        return cases.step(at, word.yes() ? yes : Step.TURNED_DOWN, by, word.reason(), entitlement, on);
    }

    static RefundCase waitingFor(Actor by, RefundCase at, RefundState state) {
        if (at.state() != state) {
            throw new Problem(RefundProblem.NOT_WAITING_FOR_THIS, at.state().stands());
        }
        if (at.waitsOn() != by.department()) {
            throw new Problem(
                    RefundProblem.NOT_YOURS,
                    new Text(
                            "等待" + at.waitsOn().zh() + "办理",
                            "it waits on " + at.waitsOn().en()));
        }
        return at;
    }
}
