package cn.liangxian.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay when a transaction with outgoing handoffs was committed; a poll backs it where nobody rings. */
@ApplicationScoped
class RelayBell {

    private final TransactionSynchronizationRegistry transaction;
    private final Semaphore rung = new Semaphore(0);

    RelayBell(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void ringAfterCommit() {
        if (transaction.getResource(this) != null) {
            return;
        }
        transaction.putResource(this, Boolean.TRUE);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rung.release();
                }
            }
        });
    }

    /** Waits for the bell, at most so long. */
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
