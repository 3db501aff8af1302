package cn.liangxian.reconciliation.fiscal;

import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Receives what finance moved to the fiscal special accounts 财政专户, the last place of the money. */
@ApplicationScoped
class ReceivingSweeps {

    private final Inbox inbox;
    private final Jdbi jdbi;

    ReceivingSweeps(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(FundsSwept.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, FundsSwept.class, this::enter);
    }

    private void enter(Received<FundsSwept> received) {
        FundsSwept swept = received.handoff();
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into swept (sweep_id, day, month, insurance, money, fen, account)
                        values (:id, :day, :month, :insurance, :money, :fen, :account)""")
                .bind("id", swept.sweepId())
                .bind("day", swept.on())
                .bind("month", swept.month())
                .bind("insurance", swept.insurance())
                .bind("money", swept.money())
                .bind("fen", swept.amount().amount())
                .bind("account", swept.account())
                .execute());
    }
}
