package cn.liangxian.collection.claim;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Payer;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Share;
import cn.liangxian.policy.SpecialCase;
import cn.liangxian.policy.TierNotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Asks the policy what a resident owes, by identity and age on the day of payment. */
@ApplicationScoped
@Clause({"yicheng-2024/四(一)养老-1", "yicheng-2024/四(一)养老-2", "yicheng-2024/四(一)医疗-1"})
public class Assessing {

    private final Policy policy;

    Assessing(Policy policy) {
        this.policy = policy;
    }

    /**
     * What is owed on the day. The own part is what the policy leaves to the resident, less what the resident and sponsors
     * paid, and never more than what is unpaid.
     *
     * @param wished the pension tier asked for; null for the tier of the roster
     * @throws TierNotAllowedException when the tier is not for this person
     * @throws NoPaymentWindowException when nothing can be paid any more
     */
    public Owed owed(Claim claim, Fen wished, LocalDate on) {
        Assessment assessment = assess(claim, wished, on);
        boolean dueIsOpen = claim.tier() == null && assessment.due().compareTo(claim.paid()) >= 0;
        Claim chosen = dueIsOpen ? claim.withTier(claim.tier(), assessment.due()) : claim;
        Fen own = assessment.self().minus(claim.paidBySelf()).minus(claim.paidBySponsor());
        Fen unpaid = chosen.unpaid();
        Fen owed = own.compareTo(unpaid) < 0 ? own : unpaid;
        return new Owed(chosen, assessment, owed.isPositive() ? owed : Fen.ZERO);
    }

    /** An earlier fee year costs what the agency assessed, which nobody but the resident pays. */
    private Assessment assessedBefore(Claim claim) {
        String clause = policy.specialCases().stream()
                .filter(SpecialCase::earlierYears)
                .map(SpecialCase::clause)
                .findFirst()
                .orElse("assumed");
        Share self = new Share(Payer.SELF, Payer.SELF.name(), claim.due(), clause, "assessed-by-agency");
        return new Assessment(claim.insurance(), claim.due(), clause, List.of(self), policy.version(), false);
    }

    private Assessment assess(Claim claim, Fen wished, LocalDate on) {
        if (claim.feeYear() != policy.feeYear()) {
            return assessedBefore(claim);
        }
        if (claim.insurance() == Insurance.MEDICAL) {
            // one price; the price of an earlier window is not asked for again
            return policy.assess(claim.insurance(), claim.facts(), on, claim.tier() == null ? wished : null);
        }
        Fen tier = claim.tier() != null ? claim.tier() : wished;
        if (tier != null) {
            return policy.assess(claim.insurance(), claim.facts(), on, tier);
        }
        try {
            return policy.assess(claim.insurance(), claim.facts(), on, claim.due());
        } catch (TierNotAllowedException e) {
            // the status that gave the roster's tier has ended: the lowest that the person may still take
            return policy.assess(claim.insurance(), claim.facts(), on, null);
        }
    }
}
