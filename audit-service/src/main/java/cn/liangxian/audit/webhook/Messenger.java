package cn.liangxian.audit.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks whose turn it is, and lets several be told at once, so that a slow receiver holds up no other. */
@ApplicationScoped
class Messenger {

    private static final Logger LOG = Logger.getLogger(Messenger.class);
    private static final int AT_ONCE = 4;
    private static final long POLL_MILLIS = 500;
    private static final long AFTER_FAILURE_MILLIS = 5_000;
    private final Queue queue;
    private final Telling telling;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService messengers = Executors.newFixedThreadPool(AT_ONCE + 1);

    Messenger(Queue queue, Telling telling) {
        this.queue = queue;
        this.telling = telling;
    }

    void start(@Observes @Priority(3000) StartupEvent event) {
        messengers.execute(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        messengers.shutdownNow();
        messengers.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            while (!messengers.isShutdown()) {
                Thread.sleep(round());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends out whoever can go; how long to wait then. */
    private long round() throws InterruptedException {
        free.acquire();
        boolean went = false;
        try {
            Optional<Queue.Turn> turn = queue.take();
            turn.ifPresent(each -> messengers.execute(() -> tell(each)));
            went = turn.isPresent();
            return went ? 0 : POLL_MILLIS;
        } catch (RuntimeException e) {
            LOG.warnf("webhooks wait: %s", e.getMessage());
            return AFTER_FAILURE_MILLIS;
        } finally {
            if (!went) {
                free.release();
            }
        }
    }

    private void tell(Queue.Turn turn) {
        try {
            telling.all(turn);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("webhook %s waits: %s", turn.webhook(), e.getMessage());
        } finally {
            free.release();
        }
    }
}
