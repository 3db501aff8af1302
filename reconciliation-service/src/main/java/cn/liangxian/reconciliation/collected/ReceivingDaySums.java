package cn.liangxian.reconciliation.collected;

import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.reconciliation.balance.Balancing;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Receives what collection transferred in all on a day: it tells when the day's payments have all arrived. */
@ApplicationScoped
class ReceivingDaySums {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Balancing balancing;

    ReceivingDaySums(Inbox inbox, Jdbi jdbi, Balancing balancing) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.balancing = balancing;
    }

    @Incoming(DaySummed.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, DaySummed.class, this::record);
    }

    private void record(Received<DaySummed> received) {
        enter(received.handoff());
    }

    /** A day summed again replaces its sum: one subject, so the later one arrives later. */
    void enter(DaySummed sum) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into day_sum (day, insurance, payments, paid, surplus, refunded)
                        values (:day, :insurance, :payments, :paid, :surplus, :refunded)
                        on conflict (day, insurance) do update set payments = excluded.payments, paid = excluded.paid,
                            surplus = excluded.surplus, refunded = excluded.refunded""")
                .bind("day", sum.date())
                .bind("insurance", sum.insurance())
                .bind("payments", sum.payments())
                .bind("paid", sum.paid().amount())
                .bind("surplus", sum.surplus().amount())
                .bind("refunded", sum.refunded().amount())
                .execute());
        balancing.after(List.of(sum.date()));
    }
}
