package cn.liangxian.messaging;

import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** A consumer of the house: writes down what it worked; fails as often as a test tells it to. */
@ApplicationScoped
class EvidenceDesk {

    private final Inbox inbox;
    private final Jdbi jdbi;
    private final ConcurrentMap<String, AtomicInteger> failures = new ConcurrentHashMap<>();

    EvidenceDesk(Inbox inbox, Jdbi jdbi) {
        this.inbox = inbox;
        this.jdbi = jdbi;
    }

    void fail(String publicationId, int times) {
        failures.put(publicationId, new AtomicInteger(times));
    }

    @Incoming(PublicationEvidenced.TOPIC)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.each(records, PublicationEvidenced.class, this::work);
    }

    private void work(Received<PublicationEvidenced> received) {
        String id = received.handoff().publicationId();
        jdbi.useHandle(h -> h.execute("insert into worked (what) values (?)", id));
        AtomicInteger left = failures.get(id);
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalArgumentException("cannot work " + id);
        }
    }

    List<String> worked(String prefix) {
        return jdbi.withHandle(h -> h.createQuery("select what from worked where what like ? order by n")
                .bind(0, prefix + "%")
                .mapTo(String.class)
                .list());
    }
}
