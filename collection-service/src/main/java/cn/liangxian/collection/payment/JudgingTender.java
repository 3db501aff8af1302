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
                policy.channel(code).orElseThrow(() -> new Problem(PaymentProblem.CHANNEL_UNKNOWN, "channel " + code));
        if (!channel.openOn(on)) {
            String open = channel.opens() + ".." + channel.closes();
            throw new Problem(PaymentProblem.CHANNEL_CLOSED, code + " is open " + open + ", by " + channel.clause());
        }
    }

    public Payment judge(Claim claim, Tender tender) {
        mustBeOpen(tender.origin().channel(), tender.on());
        if (!claim.registered()) {
            throw new Problem(PaymentProblem.REGISTRATION_CANCELLED, null);
        }
        if (claim.tier() != null
                && tender.tier() != null
                && !claim.settled()
                && !tender.tier().equals(claim.tier())) {
            throw new Problem(PaymentProblem.TIER_ALREADY_CHOSEN, "tier " + claim.tier() + " has been chosen");
        }
        if (claim.settled()) {
            return surplus(claim, tender, Surplus.ALREADY_SETTLED);
        }
        Owed owed = owed(claim, tender.tier(), tender.on());
        if (owed.ownPartPaid()) {
            return surplus(claim, tender, Surplus.OWN_PART_ALREADY_PAID);
        }
        mustNotWaitForBirthday(claim, tender);
        mustBeAssessed(claim, tender.on());
        if (!owed.amount().equals(tender.amount()) || !tender.amount().isPositive()) {
            String detail = "owed now: " + owed.amount() + " yuan, offered: " + tender.amount();
            throw new Problem(PaymentProblem.AMOUNT_DIFFERS, detail).at(null, "amount", detail);
        }
        Fen tier = owed.claim().due();
        Claim paid = owed.claim().withTier(tier, tier).paidBy(Payer.SELF, tender.amount());
        return payment(paid, Outcome.PAID, tender, null, Ground.of(owed, tender.on()));
    }

    /** 务必待满周岁后再网上缴费，否则将影响代缴政策: the money stays with the payer until the birthday. */
    @Clause("yicheng-2024/四(四)4-b")
    private void mustNotWaitForBirthday(Claim claim, Tender tender) {
        if (claim.feeYear() != policy.feeYear()) {
            return;
        }
        policy.hold(claim.insurance(), claim.facts(), tender.origin().channel(), tender.on())
                .ifPresent(hold -> {
                    String from = "payable through this channel from " + hold.until();
                    throw new Problem(
                                    PaymentProblem.WAIT_FOR_BIRTHDAY,
                                    from + ", the birthday of " + hold.birthday() + ", by " + hold.clause())
                            .at(null, "channel", from);
                });
    }

    /** 特殊情形缴费: the agency of the insurance assesses first. */
    @Clause("yicheng-2024/四(三)3b")
    private void mustBeAssessed(Claim claim, LocalDate on) {
        specialCases.notAssessed(claim, on).ifPresent(special -> {
            throw new Problem(
                    PaymentProblem.ASSESSMENT_MISSING,
                    special.code() + ", to be assessed by the agency first, by " + special.clause());
        });
    }

    /** Judges money that has left the payer's account already: what cannot be taken for the claim goes back. */
    public Payment judgeTaken(Claim claim, Tender tender) {
        try {
            return judge(claim, tender);
        } catch (Problem notOwed) {
            return surplus(claim, tender, Surplus.NOT_OWED);
        }
    }

    private Owed owed(Claim claim, Fen tier, LocalDate on) {
        try {
            return assessing.owed(claim, tier, on);
        } catch (TierNotAllowedException e) {
            throw new Problem(PaymentProblem.TIER_NOT_ALLOWED, e.getMessage() + ", by " + e.clause())
                    .at(null, "tier", e.getMessage());
        } catch (NoPaymentWindowException e) {
            throw new Problem(PaymentProblem.NO_WINDOW, e.getMessage());
        }
    }

    private Payment surplus(Claim claim, Tender tender, Surplus reason) {
        if (!tender.amount().isPositive()) {
            throw new Problem(PaymentProblem.AMOUNT_DIFFERS, "nothing is owed, offered: " + tender.amount());
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
