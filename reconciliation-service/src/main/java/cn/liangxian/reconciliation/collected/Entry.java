package cn.liangxian.reconciliation.collected;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.time.LocalDate;

/**
 * Money that tax took in or paid back for one voucher; what was paid back is negative.
 *
 * @param id of the payment or of the refund, unique within the kind
 * @param debitedOn the day of payment, if tax learned of it later than that; null otherwise
 * @param claim what a contribution says about its claim; null for surplus and refund
 */
record Entry(
        Kind kind,
        String id,
        String paymentId,
        LocalDate day,
        LocalDate debitedOn,
        Insurance insurance,
        String channel,
        String voucher,
        Fen amount,
        String personKey,
        OfClaim claim) {

    /** Which handoff it came with. */
    enum Kind {
        PAID,
        SURPLUS,
        REFUND
    }

    record OfClaim(int feeYear, String township, Fen due, Fen paidInAll) {}

    static Entry of(ContributionPaid paid) {
        return new Entry(
                Kind.PAID,
                paid.paymentId(),
                paid.paymentId(),
                paid.paidOn(),
                paid.debitedOn(),
                paid.insurance(),
                paid.channel(),
                paid.voucher(),
                paid.amount(),
                paid.personKey(),
                new OfClaim(paid.feeYear(), paid.township(), paid.due(), paid.paidInAll()));
    }

    static Entry of(ContributionSurplus surplus) {
        return new Entry(
                Kind.SURPLUS,
                surplus.paymentId(),
                surplus.paymentId(),
                surplus.paidOn(),
                null,
                surplus.insurance(),
                surplus.channel(),
                surplus.voucher(),
                surplus.amount(),
                surplus.personKey(),
                null);
    }

    static Entry of(RefundListed refund) {
        return new Entry(
                Kind.REFUND,
                refund.refundId(),
                refund.paymentId(),
                refund.madeOn(),
                null,
                refund.insurance(),
                refund.channel(),
                refund.voucher(),
                refund.amount().negated(),
                refund.personKey(),
                null);
    }
}
