package cn.liangxian.collection.payable;

import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Owed;
import cn.liangxian.collection.payable.Payable.HoldNotice;
import cn.liangxian.collection.payable.Payable.Reason;
import cn.liangxian.collection.payable.Payable.TierChoice;
import cn.liangxian.collection.payable.PayableResource.Way;
import cn.liangxian.collection.specialcase.SpecialCases;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Hold;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Tier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Tells what a resident can pay now for a claim, in which tiers, or why nothing. */
@ApplicationScoped
class QueryingPayables {

    private final Policy policy;
    private final Assessing assessing;
    private final SpecialCases specialCases;

    QueryingPayables(Policy policy, Assessing assessing, SpecialCases specialCases) {
        this.policy = policy;
        this.assessing = assessing;
        this.specialCases = specialCases;
    }

    Payable payable(Claim claim, LocalDate on) {
        if (claim.settled()) {
            return nothing(claim, Reason.SETTLED);
        }
        Owed owed;
        try {
            owed = assessing.owed(claim, null, on);
        } catch (NoPaymentWindowException e) {
            return nothing(claim, Reason.NO_PAYMENT_WINDOW);
        }
        List<TierChoice> tiers = claim.feeYear() == policy.feeYear() ? tiers(claim, on) : assessedAmount(claim, owed);
        boolean payable = tiers.stream().anyMatch(t -> t.payable().isPositive());
        if (payable && specialCases.notAssessed(claim, on).isPresent()) {
            return nothing(claim, Reason.ASSESSMENT_MISSING);
        }
        Reason reason = payable ? null : owed.ownPartPaid() ? Reason.OWN_PART_PAID : Reason.PAID_ON_BEHALF;
        return new Payable(
                claim.insurance(),
                claim.feeYear(),
                claim.state(),
                owed.claim().due(),
                claim.paid(),
                owed.amount(),
                owed.assessment().proxy(),
                payable ? tiers : List.of(),
                payable ? holds(claim, on) : List.of(),
                reason,
                owed.assessment().clause(),
                owed.assessment().policyVersion(),
                owed.assessment().assumed());
    }

    /** 提倡优先使用微信、支付宝、电子税务局、银联二维码等方式自行申报缴费. */
    @Clause("yicheng-2024/四(四)4-a")
    List<Way> ways(LocalDate on) {
        return policy.channels().stream()
                .filter(channel -> channel.openOn(on))
                .sorted(Comparator.comparing(Channel::online).reversed())
                .map(channel -> new Way(
                        channel.code(),
                        channel.zh(),
                        channel.en(),
                        channel.online(),
                        channel.closes(),
                        channel.clause(),
                        channel.assumed()))
                .toList();
    }

    /** An earlier fee year costs what the agency assessed, and the government adds nothing to it. */
    private static List<TierChoice> assessedAmount(Claim claim, Owed owed) {
        return List.of(new TierChoice(
                claim.due(),
                owed.amount(),
                Fen.ZERO,
                owed.assessment().clause(),
                owed.assessment().assumed()));
    }

    /** A tier below what has been paid already cannot be chosen any more. */
    private List<TierChoice> tiers(Claim claim, LocalDate on) {
        return policy.tiers(claim.insurance(), claim.facts(), on).stream()
                .filter(tier -> claim.insurance() == Insurance.MEDICAL
                        || claim.tier() == null
                        || tier.amount().equals(claim.tier()))
                .filter(tier -> tier.amount().compareTo(claim.paid()) >= 0)
                .map(tier -> choice(claim, tier, on))
                .toList();
    }

    private TierChoice choice(Claim claim, Tier tier, LocalDate on) {
        Fen toPay = assessing.owed(claim, tier.amount(), on).amount();
        return new TierChoice(tier.amount(), toPay, tier.subsidy(), tier.clause(), tier.assumed());
    }

    @Clause("yicheng-2024/四(四)4-b")
    private List<HoldNotice> holds(Claim claim, LocalDate on) {
        if (claim.feeYear() != policy.feeYear()) {
            return List.of();
        }
        return policy.channels().stream()
                .flatMap(channel -> policy
                        .hold(claim.insurance(), claim.facts(), channel.code(), on)
                        .map(hold -> new HoldNotice(
                                channel.code(),
                                hold.until(),
                                hold.birthday(),
                                warning(hold),
                                warningEn(hold),
                                hold.clause(),
                                hold.assumed()))
                        .stream())
                .toList();
    }

    private static String warning(Hold hold) {
        return hold.until() + "满" + hold.birthday() + "周岁，请自当日起再网上缴费，否则将影响代缴政策";
    }

    private static String warningEn(Hold hold) {
        return hold.birthday() + " years old on " + hold.until()
                + ": please pay online from that day on, or nobody may pay on your behalf";
    }

    private static Payable nothing(Claim claim, Reason reason) {
        return new Payable(
                claim.insurance(),
                claim.feeYear(),
                claim.state(),
                claim.due(),
                claim.paid(),
                Fen.ZERO,
                Fen.ZERO,
                List.of(),
                List.of(),
                reason,
                null,
                null,
                false);
    }
}
