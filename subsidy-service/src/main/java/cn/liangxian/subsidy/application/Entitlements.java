package cn.liangxian.subsidy.application;

import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Grant;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Payer;
import cn.liangxian.policy.PersonFacts;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Sex;
import cn.liangxian.policy.Share;
import cn.liangxian.policy.Subsidy;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.subsidy.SubsidyHandoff.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules of the notice give to a candidate on a day; pure, from policy and facts alone. */
@ApplicationScoped
class Entitlements {

    private static final String GOVERNMENT_SUBSIDY = "government-subsidy";

    /** Older than any age that a notice asks for. */
    private static final int OLD_ENOUGH = 120;

    private final Policy policy;

    Entitlements(Policy policy) {
        this.policy = policy;
    }

    /**
     * The shares that others pay for the person on the day, as far as they are neither applied for nor paid by anybody.
     * A person who turned 70 after half was applied for gets the other half; nobody gets more than is open, and what opens
     * later, since an own payment goes back, is applied for under the same rule again.
     */
    @Clause({
        "yicheng-2024/四(一)养老-6",
        "yicheng-2024/四(一)医疗-3",
        "yicheng-2024/四(一)医疗-3b",
        "yicheng-2024/四(一)医疗-4",
        "yicheng-2024/四(一)医疗-5"
    })
    List<Wanted> onBehalf(Candidate candidate, LocalDate on) {
        Optional<Assessment> assessment = assessment(candidate, on);
        List<Share> shares = sharesOfOthers(assessment);
        boolean assumed = assessment.map(Assessment::assumed).orElse(false);
        Fen room = Fen.ZERO;
        for (Share share : shares) {
            room = room.plus(share.amount());
        }
        room = smaller(room.minus(candidate.onBehalf()), candidate.open());
        List<Wanted> wanted = new ArrayList<>();
        for (Share share : shares) {
            Fen amount = smaller(share.amount().minus(candidate.onBehalf(share.rule())), room);
            if (amount.isPositive()) {
                String line = candidate.lineOf(share.rule());
                wanted.add(new Wanted(Purpose.PROXY, share.funder(), line, share.clause(), amount, assumed));
                room = room.minus(amount);
            }
        }
        return wanted;
    }

    /** What follows a completed contribution: the government's subsidy, and grants to the person. */
    @Clause({
        "yicheng-2024/四(一)养老-3",
        "yicheng-2024/四(一)养老-4",
        "yicheng-2024/四(一)养老-5",
        "yicheng-2024/四(一)养老-7",
        "yicheng-2024/四(一)医疗-2"
    })
    List<Wanted> afterCompletion(Candidate candidate, LocalDate on) {
        Insurance insurance = candidate.beneficiary().insurance();
        List<Wanted> wanted = new ArrayList<>();
        Purpose purpose = insurance == Insurance.PENSION ? Purpose.TIER_SUBSIDY : Purpose.FISCAL_SUBSIDY;
        List<Subsidy> subsidies = policy.on(on).governmentSubsidies(insurance, candidate.tier());
        for (Subsidy subsidy : subsidies) {
            // money of several funders is told apart by its rule
            String rule = subsidies.size() == 1 ? GOVERNMENT_SUBSIDY : GOVERNMENT_SUBSIDY + "/" + subsidy.funder();
            wanted.add(
                    new Wanted(purpose, subsidy.funder(), rule, subsidy.clause(), subsidy.amount(), subsidy.assumed()));
        }
        for (Grant grant : policy.grants(known(candidate), on)) {
            if (grant.insurance() == insurance) {
                wanted.add(new Wanted(
                        Purpose.GRANT, grant.funder(), grant.rule(), grant.clause(), grant.amount(), grant.assumed()));
            }
        }
        wanted.removeIf(one -> !one.amount().isPositive() || candidate.has(one.purpose(), one.rule()));
        return wanted;
    }

    /**
     * Whether a grant hangs on the age of a wife whose date of birth no roster carries: it would be given if she were old
     * enough. It is counted, not guessed.
     */
    boolean hangsOnUnknownWife(Candidate candidate, LocalDate on) {
        if (candidate.beneficiary().sex() != Sex.MALE || candidate.beneficiary().wifeBirth() != null) {
            return false;
        }
        PersonFacts facts = known(candidate);
        return policy.grants(facts, on).isEmpty()
                && policy.grants(facts.marriedTo(on.minusYears(OLD_ENOUGH)), on).stream()
                        .anyMatch(grant ->
                                grant.insurance() == candidate.beneficiary().insurance());
    }

    private static List<Share> sharesOfOthers(Optional<Assessment> assessment) {
        return assessment.map(Assessment::shares).orElse(List.of()).stream()
                .filter(share -> share.payer() == Payer.PROXY)
                .toList();
    }

    /** Empty where nobody pays on behalf any more. */
    private Optional<Assessment> assessment(Candidate candidate, LocalDate on) {
        try {
            Insurance insurance = candidate.beneficiary().insurance();
            Fen tier = insurance == Insurance.PENSION ? candidate.tier() : null;
            return Optional.of(policy.assess(insurance, known(candidate), on, tier));
        } catch (TierNotAllowedException | NoPaymentWindowException e) {
            // a level for hardship only, and the hardship has ended; or the fee year has
            return Optional.empty();
        }
    }

    /** Statuses under codes that the policy does not know decide nothing. */
    private PersonFacts known(Candidate candidate) {
        PersonFacts facts = candidate.beneficiary().facts();
        return facts.with(facts.identities().stream()
                .filter(identity -> policy.category(identity.category()).isPresent())
                .toList());
    }

    private static Fen smaller(Fen one, Fen other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
