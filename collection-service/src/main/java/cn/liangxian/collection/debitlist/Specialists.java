package cn.liangxian.collection.debitlist;

import cn.liangxian.audit.DutyHandoff.Duty;
import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is the specialist 劳动和社会保障专干 of a township, as the register of named persons tells. */
@ApplicationScoped
class Specialists {

    private final Inbox inbox;
    private final Jdbi jdbi;

    Specialists(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(DutyAssigned.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.together(records, DutyAssigned.class, this::enter);
    }

    private void enter(List<Received<DutyAssigned>> assigned) {
        jdbi.useHandle(h -> {
            PreparedBatch batch =
                    h.prepareBatch("insert into specialist values (?::uuid, ?, ?, ?) on conflict do nothing");
            assigned.stream()
                    .map(Received::handoff)
                    .filter(one -> one.duty() == Duty.SPECIALIST)
                    .forEach(one -> batch.add(one.assignmentId(), one.area(), one.person(), one.from()));
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Who has the duty on the day: a change that is announced counts from the day on which it takes place. */
    Optional<String> of(String township, LocalDate on) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select person from specialist where township = ? and from_on <= ?
                        order by from_on desc, assignment_id desc limit 1""")
                .bind(0, township)
                .bind(1, on)
                .mapTo(String.class)
                .findOne());
    }
}
