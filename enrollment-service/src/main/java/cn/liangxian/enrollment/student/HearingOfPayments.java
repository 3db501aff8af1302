package cn.liangxian.enrollment.student;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import cn.liangxian.policy.Policy;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Hears what was paid for students' medical insurance, or went back; of others nothing is kept. */
@ApplicationScoped
class HearingOfPayments {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final Policy policy;

    HearingOfPayments(Inbox inbox, Jdbi jdbi, Policy policy) {
        this.inbox = inbox;
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** @param due null where the event does not say */
    private record Word(String personKey, Fen due, Fen paid, UUID id) {}

    @Incoming(ContributionPaid.TOPIC)
    @Blocking
    void onPaid(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                ContributionPaid.class,
                events -> keep(
                        events.stream().map(this::paid).filter(Objects::nonNull).toList()));
    }

    @Incoming(RefundListed.TOPIC)
    @Blocking
    void onRefund(ConsumerRecords<String, byte[]> records) {
        inbox.together(
                records,
                RefundListed.class,
                events -> keep(events.stream()
                        .map(this::refunded)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private Word paid(Received<ContributionPaid> received) {
        ContributionPaid paid = received.handoff();
        boolean ours = paid.insurance() == Insurance.MEDICAL && paid.feeYear() == policy.feeYear();
        return ours ? new Word(paid.personKey(), paid.due(), paid.paidInAll(), id(received)) : null;
    }

    private Word refunded(Received<RefundListed> received) {
        RefundListed refund = received.handoff();
        boolean ours = refund.insurance() == Insurance.MEDICAL
                && refund.paidInAll() != null
                && Objects.equals(refund.feeYear(), policy.feeYear());
        return ours ? new Word(refund.personKey(), null, refund.paidInAll(), id(received)) : null;
    }

    private static UUID id(Received<?> received) {
        return UUID.fromString(received.envelope().id());
    }

    private void keep(List<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(
                    """
                    insert into student_payment as p (person_key, due, paid, word)
                    select person_key, ?, ?, ? from person where person_key = ?::uuid and student
                    on conflict (person_key) do update set due = coalesce(excluded.due, p.due),
                        paid = case when excluded.word > p.word then excluded.paid else p.paid end,
                        word = greatest(excluded.word, p.word)""");
            words.forEach(word -> batch.add(
                    word.due() == null ? null : word.due().amount(),
                    word.paid().amount(),
                    word.id(),
                    word.personKey()));
            batch.execute();
        });
    }
}
