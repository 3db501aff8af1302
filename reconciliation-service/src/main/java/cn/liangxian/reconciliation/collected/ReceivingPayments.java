package cn.liangxian.reconciliation.collected;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what tax collected and paid back, from three topics in any order. */
@ApplicationScoped
class ReceivingPayments {

    private final Inbox inbox;
    private final Collecting collecting;

    ReceivingPayments(Inbox inbox, Collecting collecting) {
        this.inbox = inbox;
        this.collecting = collecting;
    }

    @Incoming(ContributionPaid.TOPIC)
    @Blocking
    void paid(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                ContributionPaid.class,
                batch -> collecting.enter(batch.stream()
                        .map(received -> Entry.of(received.handoff()))
                        .toList()));
    }

    @Incoming(ContributionSurplus.TOPIC)
    @Blocking
    void surplus(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                ContributionSurplus.class,
                batch -> collecting.enter(batch.stream()
                        .map(received -> Entry.of(received.handoff()))
                        .toList()));
    }

    @Incoming(RefundListed.TOPIC)
    @Blocking
    void refunded(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                RefundListed.class,
                batch -> collecting.enter(batch.stream()
                        .map(received -> Entry.of(received.handoff()))
                        .toList()));
    }
}
