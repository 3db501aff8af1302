package cn.liangxian.enrollment.roster;

import cn.liangxian.messaging.BulkPublisher;
import cn.liangxian.messaging.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes sealed rosters one after the other on a thread of its own. What is sealed and not delivered is in the database:
 * after a crash, or while Kafka is away, it goes on where it stopped.
 */
@ApplicationScoped
public class DeliveringRosters {

    private static final Logger LOG = Logger.getLogger(DeliveringRosters.class);
    /** Looks without a bell too, so that a roster sealed by another instance is not left behind. */
    private static final long LOOK_AGAIN_MILLIS = 5_000;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BulkPublisher publisher;
    private final TransactionSynchronizationRegistry transaction;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "roster-delivery");
    private volatile boolean stopping;

    DeliveringRosters(
            Jdbi jdbi, Outbox outbox, BulkPublisher publisher, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    void start(@Observes @Priority(3000) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    /** Begins to deliver when the transaction of the caller is committed. */
    void afterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    bell.release();
                }
            }
        });
    }

    private void run() {
        while (!stopping) {
            try {
                List<Roster> sealed = QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(Rosters::toPublish));
                for (Roster roster : sealed) {
                    publisher.publish(new RosterStream(jdbi, outbox, roster));
                    LOG.infof("roster %s: %d lines delivered", roster.rosterId(), roster.lines());
                }
                bell.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.warnf("delivery interrupted, goes on: %s", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
