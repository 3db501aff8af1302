package cn.liangxian.subsidy.proxy;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.roster.FactArrived;
import cn.liangxian.subsidy.roster.Facts;
import cn.liangxian.subsidy.sponsorship.Sponsorships;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes back what collection could not use: public money goes to finance, a sponsor's money to the sponsor. The claim is
 * open again, so a run of a later date that was performed without knowing it is made up.
 */
@ApplicationScoped
public class ReceivingReturns {

    private final Inbox inbox;
    private final ReturningToFinance returning;
    private final Sponsorships sponsorships;
    private final Facts facts;

    ReceivingReturns(Inbox inbox, ReturningToFinance returning, Sponsorships sponsorships, Facts facts) {
        this.inbox = inbox;
        this.facts = facts;
        this.returning = returning;
        this.sponsorships = sponsorships;
    }

    @Incoming(PaymentReturned.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, PaymentReturned.class, this::take);
    }

    void take(Received<PaymentReturned> received) {
        PaymentReturned returned = received.handoff();
        facts.recording();
        if (returned.payer() == Payer.PROXY) {
            returning.take(returned);
        } else if (returned.payer() == Payer.SPONSOR) {
            sponsorships.take(returned);
        } else {
            throw new IllegalArgumentException(
                    "a resident's own payment is refunded, not returned: " + returned.reference());
        }
        facts.recorded(FactArrived.Kind.RETURN, received.envelope().businessDate());
    }
}
