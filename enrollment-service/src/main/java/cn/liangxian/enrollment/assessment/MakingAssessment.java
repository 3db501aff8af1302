package cn.liangxian.enrollment.assessment;

import cn.liangxian.enrollment.SpecialCaseHandoff.AssessmentMade;
import cn.liangxian.enrollment.assessment.AssessmentResource.Outcome;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Decision;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.SpecialCase;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The agency assesses (核定) a payment in a special case: whether, and how much. For the fee year of the policy the amount
 * follows from the policy; for an earlier year the agency states it. Works in the caller's transaction.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(二)-c", "yicheng-2024/五(三)-b"})
class MakingAssessment {

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;
    private final SealedIdentity seal;

    MakingAssessment(Jdbi jdbi, Policy policy, BusinessDay day, Outbox outbox, SealedIdentity seal) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
        this.seal = seal;
    }

    AssessmentCase assess(UUID id, Outcome outcome, Insurance insurance, String area, String by) {
        return jdbi.withHandle(h -> {
            AssessmentCase waiting = AssessmentCases.lock(h, id, area, policy)
                    .filter(found -> found.insurance() == insurance)
                    .orElseThrow(() -> new Problem(AssessmentProblem.UNKNOWN, null));
            if (waiting.positive() != null) {
                throw new Problem(AssessmentProblem.MADE, Text.on(waiting.assessedOn()));
            }
            LocalDate today = day.today();
            Person person =
                    Persons.lockByKey(h, UUID.fromString(waiting.personKey())).orElseThrow();
            AssessmentCase assessed = outcome.positive()
                    ? yes(waiting, person.facts(Persons.identities(h, person.key())), outcome, today)
                    : no(waiting, outcome, today);
            AssessmentCases.assessed(h, assessed, by);
            outbox.handOver(made(assessed, person));
            return assessed;
        });
    }

    private AssessmentCase yes(AssessmentCase waiting, PersonFacts facts, Outcome outcome, LocalDate today) {
        Decision decision = policy.eligible(waiting.insurance(), facts, today);
        if (!decision.eligible()) {
            throw new Problem(
                    AssessmentProblem.NOT_ELIGIBLE,
                    new Text(decision.zh(), decision.en()).with(Text.value(decision.clause())));
        }
        SpecialCase special = policy.specialCase(waiting.kind()).orElseThrow();
        LocalDate until = today.plusDays(special.validDays());
        if (waiting.feeYear() != policy.feeYear()) {
            Fen amount = stated(waiting, facts, outcome, today);
            return with(waiting, true, amount, null, until, today, special.assumed());
        }
        Assessment due = dueNow(waiting, facts, today);
        return with(waiting, true, due.due(), null, until, today, special.assumed() || due.assumed());
    }

    private Assessment dueNow(AssessmentCase waiting, PersonFacts facts, LocalDate today) {
        try {
            return policy.assess(waiting.insurance(), facts, today, waiting.tier());
        } catch (TierNotAllowedException e) {
            throw new Problem(
                    AssessmentProblem.TIER_NOT_ALLOWED, new Text(e.zh(), e.getMessage()).with(Text.value(e.clause())));
        } catch (NoPaymentWindowException e) {
            throw new Problem(AssessmentProblem.NO_WINDOW, new Text(e.zh(), e.getMessage()));
        }
    }

    /** A pension has the tiers of the notice in earlier years too. */
    private Fen stated(AssessmentCase waiting, PersonFacts facts, Outcome outcome, LocalDate today) {
        Fen amount = outcome.amount() == null ? waiting.tier() : outcome.amount();
        if (amount == null || !amount.isPositive()) {
            throw new Problem(AssessmentProblem.AMOUNT_NEEDED, null)
                    .at(null, "amount", new Text(waiting.feeYear() + "年度", "for " + waiting.feeYear()));
        }
        boolean tier = waiting.insurance() == Insurance.MEDICAL
                || policy.tiers(waiting.insurance(), facts, today).stream()
                        .anyMatch(known -> known.amount().equals(amount));
        if (!tier) {
            throw new Problem(AssessmentProblem.TIER_NOT_ALLOWED, Text.yuan(amount))
                    .at(null, "amount", new Text("没有该档次", "no tier"));
        }
        return amount;
    }

    private static AssessmentCase no(AssessmentCase waiting, Outcome outcome, LocalDate today) {
        if (outcome.reason() == null || outcome.reason().isBlank()) {
            throw new Problem(AssessmentProblem.REASON_NEEDED, null)
                    .at(null, "reason", AssessmentProblem.REASON_NEEDED.title());
        }
        return with(waiting, false, null, outcome.reason().strip(), null, today, false);
    }

    private static AssessmentCase with(
            AssessmentCase waiting,
            boolean positive,
            Fen amount,
            String reason,
            LocalDate until,
            LocalDate today,
            boolean assumed) {
        return new AssessmentCase(
                waiting.assessmentId(),
                waiting.personKey(),
                waiting.insurance(),
                waiting.feeYear(),
                waiting.kind(),
                waiting.tier(),
                waiting.documents(),
                waiting.requestedOn(),
                null,
                null,
                false,
                positive,
                amount,
                reason,
                until,
                waiting.clause(),
                today,
                assumed);
    }

    private AssessmentMade made(AssessmentCase assessed, Person person) {
        return new AssessmentMade(
                assessed.assessmentId().toString(),
                assessed.personKey(),
                seal.seal(new SealedIdentity.Identity(person.idNumber(), person.name())),
                person.township(),
                person.village(),
                person.birth(),
                person.sex(),
                assessed.insurance(),
                assessed.feeYear(),
                assessed.kind(),
                assessed.positive(),
                assessed.reason(),
                assessed.amount() == null ? Fen.ZERO : assessed.amount(),
                assessed.validUntil(),
                assessed.clause(),
                assessed.assessedOn(),
                assessed.assumed());
    }
}
