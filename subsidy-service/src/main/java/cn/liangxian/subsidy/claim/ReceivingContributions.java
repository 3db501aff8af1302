package cn.liangxian.subsidy.claim;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.subsidy.roster.FactArrived;
import cn.liangxian.subsidy.roster.Facts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps every contribution that was paid: what remains of a claim, and which claims are complete, follows from them. */
@ApplicationScoped
public class ReceivingContributions {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Facts facts;

    ReceivingContributions(Inbox inbox, Jdbi jdbi, Facts facts) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.facts = facts;
    }

    @Incoming(ContributionPaid.TOPIC)
    @Blocking
    void payments(ConsumerRecords<String, byte[]> records) {
        inbox.together(records, ContributionPaid.class, this::keep);
    }

    void keep(List<Received<ContributionPaid>> received) {
        facts.recording();
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    "insert into contribution values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (payment_id) do nothing");
            for (Received<ContributionPaid> one : received) {
                ContributionPaid paid = one.handoff();
                batch.add(
                        paid.paymentId(),
                        paid.personKey(),
                        paid.insurance().name(),
                        paid.feeYear(),
                        paid.amount().amount(),
                        paid.due().amount(),
                        paid.paidInAll().amount(),
                        fen(paid.tier()),
                        paid.payer().name(),
                        paid.paidOn());
            }
            batch.execute();
        });
        facts.recorded(FactArrived.Kind.PAYMENT, null);
    }

    @Incoming(DaySummed.TOPIC)
    @Blocking
    void sums(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, DaySummed.class, this::keepSum);
    }

    /** What tax says it took on a day: until as much is here, no run goes by the payments of that day. */
    void keepSum(Received<DaySummed> received) {
        DaySummed sum = received.handoff();
        facts.recording();
        jdbi.useHandle(h -> h.execute(
                "insert into day_sum (date, insurance, payments, paid, surplus, refunded) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                sum.date(),
                sum.insurance().name(),
                sum.payments(),
                sum.paid().amount(),
                sum.surplus().amount(),
                sum.refunded().amount()));
        facts.recorded(FactArrived.Kind.PAYMENT, null);
    }

    private static Long fen(Fen amount) {
        return amount == null ? null : amount.amount();
    }
}
