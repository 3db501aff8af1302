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
import java.time.LocalDate;
import java.util.UUID;

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
    private final RefundCases cases;
    private final RequestingRefund requesting;

    Recalculating(
            Claims claims,
            Assessing assessing,
            RefundablePayments payments,
            RefundCases cases,
            RequestingRefund requesting) {
        this.claims = claims;
        this.assessing = assessing;
        this.payments = payments;
        this.cases = cases;
        this.requesting = requesting;
    }

    /** How much is too much is not known while a refund is under way: then it is asked when that has ended. */
    void recalculate(@Observes StatusesChanged changed) {
        for (Claim claim : claims.lockByPersons(changed.personKeys())) {
            if (claim.paidBySelf().isPositive() && !cases.noteStatusTold(claim)) {
                look(claim, changed.on());
            }
        }
    }

    /**
     * A refund was made or refused. A status that was told meanwhile is looked at now; and when the whole of a payment was
     * found to be too much, of an earlier one there may be, too.
     */
    void ended(RefundCase at, LocalDate on) {
        boolean found = at.reason() == RefundReason.STATUS_BEGAN && at.state() == RefundState.MADE;
        if (found || cases.statusTold(at)) {
            Refundable payment =
                    payments.find(UUID.fromString(at.paymentId()), "").orElseThrow();
            look(claims.lockByNumber(payment.claimNumber()), on);
        }
    }

    private void look(Claim claim, LocalDate on) {
        payments.latestFor(claim).ifPresent(payment -> {
            Fen excess = excess(claim, payment);
            if (excess.isPositive()) {
                requesting.foundTooMuch(payment, excess, on);
            }
        });
    }

    /** By the statuses as they are known now, on the day of the payment. */
    private Fen excess(Claim claim, Refundable payment) {
        try {
            Fen self =
                    assessing.owed(claim, null, payment.paidOn()).assessment().self();
            Fen own = self.minus(claim.paidBySponsor());
            Fen excess = own.isPositive() ? claim.paidBySelf().minus(own) : claim.paidBySelf();
            return excess.compareTo(payment.left()) < 0 ? excess : payment.left();
        } catch (NoPaymentWindowException | TierNotAllowedException e) {
            // a status that ended makes nothing cheaper
            return Fen.ZERO;
        }
    }
}
