package cn.liangxian.collection.refund;

import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.RefundState.Step;
import cn.liangxian.collection.refund.RefundablePayments.Refundable;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Pays an approved refund back to where the money came from, once. What had been paid for a claim is taken off it: the
 * claim stands as unpaid as it then is.
 */
@ApplicationScoped
@Clause({"yicheng-2024/五(三)-f", "yicheng-2024/五(四)-a"})
class PayingBack {

    private final RefundCases cases;
    private final RefundablePayments payments;
    private final Claims claims;
    private final Recalculating recalculating;
    private final Jdbi jdbi;
    private final Outbox outbox;

    PayingBack(
            RefundCases cases,
            RefundablePayments payments,
            Claims claims,
            Recalculating recalculating,
            Jdbi jdbi,
            Outbox outbox) {
        this.cases = cases;
        this.recalculating = recalculating;
        this.payments = payments;
        this.claims = claims;
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** @param voucher that of the refund; null for the refund's own id */
    RefundCase pay(UUID id, String voucher, String area, Actor by, LocalDate on) {
        RefundCase at = DecidingRefund.waitingFor(by, cases.lock(id, area), RefundState.APPROVED);
        Refundable payment = payments.find(UUID.fromString(at.paymentId()), "").orElseThrow();
        Fen left = payment.outcome() == Outcome.PAID ? takeOff(payment, at.amount()) : null;
        UUID refundId = Uuid7.next();
        String own = voucher == null || voucher.isBlank() ? refundId.toString() : voucher;
        enter(refundId, own, at, payment, on);
        RefundCase made = cases.step(at, Step.PAID_BACK, by, own, at.entitlementRecorded(), on);
        outbox.handOver(new RefundListed(
                refundId.toString(),
                at.paymentId(),
                at.personKey(),
                at.insurance(),
                at.amount(),
                at.reason().name(),
                payment.channel(),
                own,
                on,
                at.caseId(),
                at.feeYear(),
                left));
        if (left != null && at.entitlementRecorded()) {
            outbox.handOver(
                    new EntitlementToCorrect(at.caseId(), at.personKey(), at.insurance(), at.feeYear(), left, on));
        }
        recalculating.ended(made, on);
        return made;
    }

    private Fen takeOff(Refundable payment, Fen amount) {
        Claim claim = claims.lockByNumber(payment.claimNumber()).refunded(amount);
        claims.keep(List.of(claim));
        return claim.paid();
    }

    private void enter(UUID refundId, String voucher, RefundCase at, Refundable payment, LocalDate on) {
        int inserted = jdbi.withHandle(h -> h.createUpdate(
                        """
                        insert into refund (refund_id, payment_id, insurance, amount, channel, voucher, reason, made_on, case_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (channel, voucher) do nothing""")
                .bind(0, refundId)
                .bind(1, payment.paymentId())
                .bind(2, at.insurance().name())
                .bind(3, at.amount().amount())
                .bind(4, payment.channel())
                .bind(5, voucher)
                .bind(6, at.reason().name())
                .bind(7, on)
                .bind(8, UUID.fromString(at.caseId()))
                .execute());
        if (inserted == 0) {
            throw new Problem(RefundProblem.VOUCHER_TAKEN, null)
                    .at(null, "voucher", new Text("属于另一笔退费", "belongs to another refund"));
        }
    }
}
