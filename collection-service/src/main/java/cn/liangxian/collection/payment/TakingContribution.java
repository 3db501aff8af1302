package cn.liangxian.collection.payment;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.day.CollectingDay;
import cn.liangxian.collection.payment.ContributionResource.Offer;
import cn.liangxian.collection.payment.Payment.Origin;
import cn.liangxian.handoff.Clause;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes one contribution from a channel or the counter, in the running transaction. */
@ApplicationScoped
@Clause({"yicheng-2024/四(三)2", "yicheng-2024/五(四)-a"})
class TakingContribution {

    private static final Logger LOG = Logger.getLogger(TakingContribution.class);
    private final CollectingDay day;
    private final Claims claims;
    private final JudgingTender judging;
    private final Payments payments;
    private final Caller caller;

    TakingContribution(CollectingDay day, Claims claims, JudgingTender judging, Payments payments, Caller caller) {
        this.day = day;
        this.claims = claims;
        this.judging = judging;
        this.payments = payments;
        this.caller = caller;
    }

    Contribution take(Offer offer) {
        LocalDate today = day.join();
        Claim claim = claim(offer);
        Origin origin = new Origin(offer.channel(), offer.voucher());
        Payment payment;
        try {
            payment = judging.judge(claim, new Tender(offer.amount(), offer.tier(), origin, today, null));
        } catch (Problem refusal) {
            // a repetition of what was taken before, perhaps on a day or for a claim that would refuse it now
            return payments.by(origin)
                    .filter(known -> isRepetition(known, claim, offer))
                    .orElseThrow(() -> refusal);
        }
        if (payments.enter(List.of(payment))) {
            return Contribution.of(payment);
        }
        return payments.by(origin)
                .filter(known -> isRepetition(known, claim, offer))
                .orElseThrow(() -> new Problem(PaymentProblem.VOUCHER_TAKEN, null)
                        .at(null, "voucher", new Text("属于另一笔缴费", "belongs to another payment")));
    }

    private Claim claim(Offer offer) {
        List<Claim> found = offer.feeYear() == null
                ? claims.lock(offer.idNumber(), offer.insurance())
                : claims.lock(offer.idNumber(), offer.insurance(), offer.feeYear());
        if (found.isEmpty()) {
            throw claims.cancelled(offer.idNumber(), offer.insurance())
                    ? new Problem(PaymentProblem.REGISTRATION_CANCELLED, null)
                    : unknown();
        }
        if (found.size() > 1) {
            throw new Problem(
                    PaymentProblem.PAYER_AMBIGUOUS, new Text("应缴信息" + found.size() + "条", "claims: " + found.size()));
        }
        Claim claim = found.get(0);
        if (!claim.village().startsWith(caller.area())) {
            LOG.warnf("%s of %s offered money for a claim of %s", caller.name(), caller.area(), claim.village());
            throw unknown();
        }
        return claim;
    }

    private static Problem unknown() {
        return new Problem(PaymentProblem.PAYER_UNKNOWN, null);
    }

    private static boolean isRepetition(Contribution known, Claim claim, Offer offer) {
        return known.personKey().equals(claim.personKey())
                && known.insurance() == claim.insurance()
                && known.feeYear() == claim.feeYear()
                && known.amount().equals(offer.amount());
    }
}
