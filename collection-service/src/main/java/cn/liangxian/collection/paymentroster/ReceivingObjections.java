package cn.liangxian.collection.paymentroster;

import cn.liangxian.audit.PublicationHandoff.PublicationObjected;
import cn.liangxian.messaging.Inbox;
import cn.liangxian.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Takes the objections to what is published, so that a correction can be asked which one it is for. */
@ApplicationScoped
class ReceivingObjections {

    private final Inbox inbox;
    private final Jdbi jdbi;

    ReceivingObjections(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    @Incoming(PublicationObjected.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.together(records, PublicationObjected.class, this::enter);
    }

    private void enter(List<Received<PublicationObjected>> objections) {
        jdbi.useHandle(h -> {
            PreparedBatch batch =
                    h.prepareBatch("insert into publication_objection values (?, ?, ?, ?) on conflict do nothing");
            for (Received<PublicationObjected> received : objections) {
                PublicationObjected objection = received.handoff();
                batch.add(
                        objection.objectionId(),
                        objection.publicationId(),
                        objection.township(),
                        objection.kind().name());
            }
            batch.execute();
        });
    }
}
