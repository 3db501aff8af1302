package cn.liangxian.messaging;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** How NOT to consume: the three annotations on one method. Kept to show what it loses. */
@ApplicationScoped
class RetryInsideTransaction {

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger returned = new AtomicInteger();
    private final Jdbi jdbi;

    RetryInsideTransaction(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    int calls() {
        return attempts.get() + returned.get();
    }

    @Incoming(EvaluationReported.TOPIC)
    @Blocking
    @Transactional
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    void on(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            String id = Headers.read(record).id();
            int entered = jdbi.withHandle(
                    h -> h.execute("insert into inbox (id, source) values (?, 'wrong') on conflict do nothing", id));
            if (entered == 0) {
                returned.incrementAndGet();
                return;
            }
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalArgumentException("fails the first time");
            }
            jdbi.useHandle(h -> h.execute("insert into worked (what) values (?)", "wrong-" + id));
        }
    }
}
