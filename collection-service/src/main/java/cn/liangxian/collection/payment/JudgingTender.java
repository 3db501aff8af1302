package cn.liangxian.collection.payment;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Owed;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.payment.Payment.Surplus;
import cn.liangxian.collection.specialcase.SpecialCases;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.TierNotAllowedException;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Judges money offered for a locked claim: payment, surplus, or refused with a {@link PaymentProblem}. */
@ApplicationScoped
public class JudgingTender {

    private final Policy policy;
    private final Assessing assessing;
    private final SpecialCases specialCases;

    JudgingTender(Policy policy, Assessing assessing, SpecialCases specialCases) {
        this.policy = policy;
        this.assessing = assessing;
        this.specialCases = specialCases;
    }

    /** Each way to pay by the policy, in its days. @throws Problem when the policy has no such channel or it is not open on the day */
    @Clause({
        "yicheng-2024/一(三)",
        "yicheng-2024/一(二)-b",
        "yicheng-2024/四(二)-1",
        "yicheng-2024/六(一)",
        "yicheng-2024/六(二)-a"
    })
    public void mustBeOpen(String code, LocalDate on) {
        Channel channel =
                policy.channel(code).orElseThrow(() -> new Problem(PaymentProblem.CHANNEL_UNKNOWN, Text.value(code)));
        if (!channel.openOn(on)) {
            throw PaymentProblem.CHANNEL_CLOSED.by(
                    channel.clause(),
                    new Text(
                            channel.zh() + "开放期为" + channel.opens() + "至" + channel.closes(),
                            channel.en() + " is open " + channel.opens() + ".." + channel.closes()));
        }
    }

    public Payment judge(Claim claim, Tender tender) {
        mustBeOpen(tender.origin().channel(), tender.on());
        return judge(claim, tender, true);
    }

    /** @param offered by the payer, and not fetched on our order */
    private Payment judge(Claim claim, Tender tender, boolean offered) {
        if (!claim.registered()) {
            throw new Problem(PaymentProblem.REGISTRATION_CANCELLED, null);
        }
        if (claim.tier() != null
                && tender.tier() != null
                && !claim.settled()
                && !tender.tier().equals(claim.tier())) {
            throw new Problem(
                    PaymentProblem.TIER_ALREADY_CHOSEN,
                    new Text("已选" + claim.tier() + "元档次", "the tier of " + claim.tier() + " yuan has been chosen"));
        }
        if (claim.settled()) {
            return surplus(claim, tender, Surplus.ALREADY_SETTLED);
        }
        Owed owed = owed(claim, tender.tier(), tender.on());
        if (owed.ownPartPaid()) {
            return surplus(claim, tender, Surplus.OWN_PART_ALREADY_PAID);
        }
        if (offered) {
            mustNotWait(claim, tender.origin().channel(), tender.on());
        }
        if (!owed.amount().equals(tender.amount()) || !tender.amount().isPositive()) {
            throw PaymentProblem.amountDiffers(owed.amount(), tender.amount());
        }
        Fen tier = owed.claim().due();
        Claim paid = owed.claim().withTier(tier, tier).paidBy(Payer.SELF, tender.amount());
        return payment(paid, Outcome.PAID, tender, null, Ground.of(owed, tender.on()));
    }

    /** Whether nothing has to be waited for before the channel takes money for the claim. */
    public boolean maySend(Claim claim, String channel, LocalDate on) {
        try {
            mustNotWait(claim, channel, on);
            return true;
        } catch (Problem waits) {
            return false;
        }
    }

    private void mustNotWait(Claim claim, String channel, LocalDate on) {
        mustNotWaitForBirthday(claim, channel, on);
        mustBeAssessed(claim, on);
    }

    /** 务必待满周岁后再网上缴费，否则将影响代缴政策: the money stays with the payer until the birthday. */
    @Clause("yicheng-2024/四(四)4-b")
    private void mustNotWaitForBirthday(Claim claim, String channel, LocalDate on) {
        if (claim.feeYear() != policy.feeYear()) {
            return;
        }
        policy.hold(claim.insurance(), claim.facts(), channel, on).ifPresent(hold -> {
            Text from = new Text(
                    hold.until() + "满" + hold.birthday() + "周岁，自当日起可用该渠道缴费",
                    "payable through this channel from " + hold.until() + ", the birthday of " + hold.birthday());
            throw PaymentProblem.WAIT_FOR_BIRTHDAY.by(hold.clause(), from).at(null, "channel", from);
        });
    }

    /** 特殊情形缴费: the agency of the insurance assesses first. */
    @Clause("yicheng-2024/四(三)3b")
    private void mustBeAssessed(Claim claim, LocalDate on) {
        specialCases.notAssessed(claim, on).ifPresent(special -> {
            throw PaymentProblem.ASSESSMENT_MISSING.by(special.clause(), new Text(special.zh(), special.en()));
        });
    }

    /**
     * Judges money that a bank fetched on our order: what cannot be taken for the claim goes back. Whether it can be paid was
     * asked when it was ordered, and a bank that carries that out later does not make it too late: after the last day on
     * which anything can be paid it is paid as ordered.
     */
    public Payment judgeFetched(Claim claim, Tender tender, LocalDate ordered) {
        Tender inTime = payable(claim, tender.on()) ? tender : tender.paidOn(ordered);
        try {
            return judge(claim, inTime, false);
        } catch (Problem notOwed) {
            return surplus(claim, inTime, Surplus.NOT_OWED);
        }
    }

    private boolean payable(Claim claim, LocalDate on) {
        return policy.windows(claim.insurance()).stream().anyMatch(window -> !on.isAfter(window.to()));
    }

    private Owed owed(Claim claim, Fen tier, LocalDate on) {
        try {
            return assessing.owed(claim, tier, on);
        } catch (TierNotAllowedException e) {
            throw PaymentProblem.notAllowed(e);
        } catch (NoPaymentWindowException e) {
            throw new Problem(PaymentProblem.NO_WINDOW, new Text(e.zh(), e.getMessage()));
        }
    }

    private Payment surplus(Claim claim, Tender tender, Surplus reason) {
        if (!tender.amount().isPositive()) {
            throw PaymentProblem.amountDiffers(Fen.ZERO, tender.amount());
        }
        Ground ground = Ground.of(claim, Payer.SELF, reason.name(), policy.version(), tender.on());
        return payment(claim, Outcome.SURPLUS, tender, reason, ground);
    }

    private static Payment payment(Claim claim, Outcome outcome, Tender tender, Surplus reason, Ground ground) {
        return new Payment(
                Uuid7.next(),
                claim,
                outcome,
                tender.amount(),
                Payer.SELF,
                null,
                tender.origin(),
                tender.countedOn(),
                tender.on().equals(tender.countedOn()) ? null : tender.on(),
                reason,
                tender.remittance(),
                ground);
    }
}
