package cn.liangxian.collection.proxy;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import cn.liangxian.subsidy.SubsidyHandoff.SponsorshipPaid;
import java.time.LocalDate;
import java.util.Set;

/**
 * Money that a department (代缴) or a sponsor (资助) paid for a resident.
 *
 * @param reference the payer side's own number, unique per payer
 * @param funder the department or sponsor
 * @param clause by which it was paid
 * @param cause the event that brought it; of a gift read back only id and correlation are known
 */
record Gift(
        Payer payer,
        String reference,
        String personKey,
        Insurance insurance,
        int feeYear,
        Fen amount,
        String funder,
        String clause,
        LocalDate on,
        Envelope cause) {

    /** Why money goes back to the one who paid it. */
    enum Return {
        ALREADY_SETTLED,
        EXCEEDS_DUE,
        REGISTRATION_CANCELLED,
        CLAIM_UNKNOWN,
        /** The status by which it was paid had ended before. */
        STATUS_ENDED
    }

    static Gift of(Received<ProxyPaid> received) {
        ProxyPaid paid = received.handoff();
        return new Gift(
                Payer.PROXY,
                paid.proxyId(),
                paid.personKey(),
                paid.insurance(),
                paid.feeYear(),
                paid.amount(),
                paid.funder(),
                paid.clause(),
                paid.on(),
                received.envelope());
    }

    static Gift ofSponsor(Received<SponsorshipPaid> received) {
        SponsorshipPaid paid = received.handoff();
        return new Gift(
                Payer.SPONSOR,
                paid.sponsorshipId(),
                paid.personKey(),
                paid.insurance(),
                paid.feeYear(),
                paid.amount(),
                paid.sponsor(),
                String.join("; ", Handoff.termsOf(SponsorshipPaid.class).clauses()),
                paid.on(),
                received.envelope());
    }

    /** Whether it is one of these proxy payments; sponsors number theirs by themselves. */
    boolean isProxyOf(Set<String> references) {
        return payer == Payer.PROXY && references.contains(reference);
    }

    PaymentReturned returned(Fen back, Return reason) {
        return new PaymentReturned(reference, payer, personKey, insurance, back, reason.name());
    }
}
