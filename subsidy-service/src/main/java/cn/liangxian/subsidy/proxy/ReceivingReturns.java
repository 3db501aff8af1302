package cn.liangxian.subsidy.proxy;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.sponsorship.Sponsorships;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes back what collection could not use: public money goes to finance, a sponsor's money to the sponsor. */
@ApplicationScoped
public class ReceivingReturns {

    private final Inbox inbox;
    private final ReturningToFinance returning;
    private final Sponsorships sponsorships;

    ReceivingReturns(Inbox inbox, ReturningToFinance returning, Sponsorships sponsorships) {
        this.inbox = inbox;
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
        if (returned.payer() == Payer.PROXY) {
            returning.take(returned);
        } else if (returned.payer() == Payer.SPONSOR) {
            sponsorships.take(returned);
        } else {
            throw new IllegalArgumentException(
                    "a resident's own payment is refunded, not returned: " + returned.reference());
        }
    }
}
