package cn.liangxian.subsidy.claim;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import cn.liangxian.subsidy.application.Lapsing;
import cn.liangxian.subsidy.roster.FactArrived;
import cn.liangxian.subsidy.roster.Facts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Keeps what went back to residents: a claim that was refunded is open again, and what followed its completion lapses. */
@ApplicationScoped
class ReceivingRefunds {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Policy policy;
    private final Facts facts;
    private final Lapsing lapsing;

    ReceivingRefunds(Inbox inbox, Jdbi jdbi, Policy policy, Facts facts, Lapsing lapsing) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.policy = policy;
        this.facts = facts;
        this.lapsing = lapsing;
    }

    @Incoming(RefundListed.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, RefundListed.class, this::keep);
    }

    /** Whose money it was; a channel is the resident's. */
    private static String payer(RefundListed refund) {
        return refund.channel().equals(Payer.PROXY.name()) ? Payer.PROXY.name() : Payer.SELF.name();
    }

    /** {@code paidInAll} is null for a surplus, {@code feeYear} for refunds made before it was told. */
    void keep(Received<RefundListed> received) {
        RefundListed refund = received.handoff();
        int year = refund.feeYear() == null ? policy.feeYear() : refund.feeYear();
        facts.recording();
        jdbi.useHandle(h -> h.execute(
                "insert into refund values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (refund_id) do nothing",
                refund.refundId(),
                refund.paymentId(),
                refund.personKey(),
                refund.insurance().name(),
                year,
                refund.amount().amount(),
                refund.paidInAll() != null,
                refund.madeOn(),
                payer(refund)));
        if (refund.paidInAll() != null) {
            lapsing.refunded(refund.personKey(), refund.insurance(), year);
        }
        facts.recorded(FactArrived.Kind.PAYMENT, null);
    }
}
