package cn.liangxian.collection.refund;

import cn.liangxian.collection.claim.Assessing;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.claim.StatusesChanged;
import cn.liangxian.collection.refund.RefundablePayments.Refundable;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.policy.NoPaymentWindowException;
import cn.liangxian.policy.TierNotAllowedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A status told after a payment may have begun before it: then the resident paid more than the own part of that day, and
 * gets the difference back. What the status leaves to others stays outstanding until they pay it.
 */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-a")
class Recalculating {

    private final Claims claims;
    private final Assessing assessing;
    private final RefundablePayments payments;
    private final RequestingRefund requesting;

    Recalculating(Claims claims, Assessing assessing, RefundablePayments payments, RequestingRefund requesting) {
        this.claims = claims;
        this.assessing = assessing;
        this.payments = payments;
        this.requesting = requesting;
    }

    void recalculate(@Observes StatusesChanged changed) {
        for (Claim claim : claims.lockByPersons(changed.personKeys())) {
            if (claim.paidBySelf().isPositive()) {
                payments.latestFor(claim.number()).ifPresent(payment -> {
                    Fen excess = excess(claim, payment);
                    if (excess.isPositive()) {
                        requesting.foundTooMuch(payment, excess, changed.on());
                    }
                });
            }
        }
    }

    /** By the statuses as they are known now, on the day of the payment. */
    private Fen excess(Claim claim, Refundable payment) {
        try {
            Fen self =
                    assessing.owed(claim, null, payment.paidOn()).assessment().self();
            Fen own = self.minus(claim.paidBySponsor());
            Fen excess = own.isPositive() ? claim.paidBySelf().minus(own) : claim.paidBySelf();
            return excess.compareTo(payment.amount()) < 0 ? excess : payment.amount();
        } catch (NoPaymentWindowException | TierNotAllowedException e) {
            // a status that ended makes nothing cheaper
            return Fen.ZERO;
        }
    }
}
