package cn.liangxian.audit.webhook;

import cn.liangxian.audit.webhook.Queue.Turn;
import cn.liangxian.audit.webhook.Queue.Waiting;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.rest.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells one subscription what waits for it: thin, signed, in order, until all is told or a try fails. */
@ApplicationScoped
class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final int GONE = 410;
    private final Queue queue;
    private final Destination destination;
    private final Posting posting;
    private final String link;

    Telling(
            Queue queue,
            Destination destination,
            Posting posting,
            @ConfigProperty(name = "liangxian.desk.audit") String audit) {
        this.queue = queue;
        this.destination = destination;
        this.posting = posting;
        this.link = audit + "/webhooks/events/";
    }

    /** What is sent: that something was handed over and where it can be fetched, never what or about whom. */
    record Told(String type, Instant timestamp, Data data) {}

    /** @param businessDate null before the first one */
    record Data(String id, LocalDate businessDate, String link) {}

    private record Answer(boolean good, boolean gone, String text) {}

    void all(Turn turn) throws InterruptedException {
        for (Waiting what : queue.waiting(turn)) {
            Answer answer = answer(turn, what);
            if (!answer.good()) {
                if (queue.failed(turn, what, answer.text(), answer.gone())) {
                    LOG.warnf("webhook %s is disabled: %s", turn.webhook(), answer.text());
                }
                return;
            }
            queue.delivered(turn, what, answer.text());
        }
        queue.release(turn);
    }

    private Answer answer(Turn turn, Waiting what) throws InterruptedException {
        try {
            String body = body(what);
            int status = posting.post(destination.checked(turn.url()), headers(turn, what, body), body);
            return new Answer(status / 100 == 2, status == GONE, String.valueOf(status));
        } catch (Problem refused) {
            return new Answer(false, false, refused.getMessage());
        } catch (TimeoutException e) {
            return new Answer(false, false, "no answer within " + Posting.LONGEST.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Answer(false, false, e.getCause().getClass().getSimpleName());
        }
    }

    private static Map<String, String> headers(Turn turn, Waiting what, String body) {
        long timestamp = Instant.now().getEpochSecond();
        return Map.of(
                "Content-Type", "application/json",
                "User-Agent", "Liangxian-Webhooks",
                "webhook-id", what.event(),
                "webhook-timestamp", String.valueOf(timestamp),
                "webhook-signature", Signature.of(turn.secrets(), what.event(), timestamp, body));
    }

    private String body(Waiting what) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(
                    new Told(what.topic(), what.time(), new Data(what.event(), what.date(), link + what.event())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
