package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.RefundHandoff.RefundRequested;
import cn.liangxian.collection.claim.Claims;
import cn.liangxian.collection.payment.Payment;
import cn.liangxian.collection.payment.Payment.Outcome;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.RefundablePayments.Refundable;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Until;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Opens refunds: asked for by residents, whom tax hears for both insurances, or found by tax itself. */
@ApplicationScoped
@Clause("yicheng-2024/五(四)-a")
class RequestingRefund {

    /** Tax's own books, when nobody asked. */
    private static final Actor BOOKS = new Actor(Department.TAX, "books of collection");

    private final RefundCases cases;
    private final RefundablePayments payments;
    private final Claims claims;
    private final Outbox outbox;

    RequestingRefund(RefundCases cases, RefundablePayments payments, Claims claims, Outbox outbox) {
        this.cases = cases;
        this.claims = claims;
        this.payments = payments;
        this.outbox = outbox;
    }

    /** @param amount null for all that is left of the payment */
    RefundCase request(
            UUID paymentId,
            Fen amount,
            RefundReason reason,
            List<Document> documents,
            String area,
            Actor by,
            LocalDate on) {
        NamedDocuments.mustBe(documents);
        Refundable payment = locked(paymentId, area);
        if (!payment.left().isPositive()) {
            throw new Problem(RefundProblem.ALREADY_REQUESTED, null);
        }
        Fen back = amount == null ? payment.left() : amount;
        if (!back.isPositive() || back.compareTo(payment.left()) > 0) {
            throw new Problem(RefundProblem.MORE_THAN_PAID, null).at(null, "amount", paid(payment));
        }
        if (payment.outcome() == Outcome.PAID && documents.isEmpty()) {
            throw new Problem(RefundProblem.DOCUMENTS_MISSING, null)
                    .at(null, "documents", new Text("退还应缴款须附证明", "what was owed goes back on proof only"));
        }
        return open(payment, back, reason, documents, false, by, on);
    }

    /** Nothing of it goes back from now on until the transaction ends. */
    private Refundable locked(UUID paymentId, String area) {
        Refundable found =
                payments.find(paymentId, area).orElseThrow(() -> new Problem(RefundProblem.NO_PAYMENT, null));
        claims.lockByNumber(found.claimNumber());
        return payments.find(paymentId, area).orElseThrow();
    }

    private static Text paid(Refundable payment) {
        Text paid = new Text("已缴" + payment.amount() + "元", "paid: " + payment.amount() + " yuan");
        return payment.gone().isZero()
                ? paid
                : new Text(
                        paid.zh() + "，已退" + payment.gone() + "元",
                        paid.en() + ", gone back: " + payment.gone() + " yuan");
    }

    /** 退费受理: what was paid for nothing owed needs no request. */
    void surplusArrived(@Observes Payment payment) {
        Refundable surplus = payments.find(payment.id(), "").orElseThrow();
        RefundReason reason = RefundReason.of(payment.reason());
        open(surplus, surplus.amount(), reason, List.of(), true, BOOKS, payment.paidOn());
    }

    void foundTooMuch(Refundable payment, Fen excess, LocalDate on) {
        open(payment, excess, RefundReason.STATUS_BEGAN, List.of(), true, BOOKS, on);
    }

    private RefundCase open(
            Refundable payment,
            Fen amount,
            RefundReason reason,
            List<Document> documents,
            boolean automatic,
            Actor by,
            LocalDate on) {
        RefundState first = RefundState.LIFE.first();
        Until until = cases.waitsUntil(first, on);
        RefundCase opened = new RefundCase(
                Uuid7.next().toString(),
                payment.paymentId().toString(),
                payment.personKey(),
                payment.insurance(),
                payment.feeYear(),
                amount,
                reason,
                automatic,
                documents,
                payment.village(),
                on,
                first,
                first.waitsFor(),
                cases.waitsOn(first, payment.insurance()),
                on,
                until.day(),
                until.assumed(),
                false,
                null);
        if (!cases.enter(opened, by)) {
            throw new Problem(RefundProblem.ALREADY_REQUESTED, null);
        }
        outbox.handOver(new RefundRequested(
                opened.caseId(),
                opened.paymentId(),
                opened.personKey(),
                opened.insurance(),
                opened.feeYear(),
                amount,
                reason.name(),
                automatic,
                documents,
                on));
        return opened;
    }
}
