package cn.liangxian.audit.webhook;

import cn.liangxian.audit.webhook.Queue.Turn;
import cn.liangxian.audit.webhook.Queue.Waiting;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.rest.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells one subscription what waits for it: thin, signed, in order, until all is told or a try fails. */
@ApplicationScoped
class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final int GONE = 410;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private final Queue queue;
    private final Destination destination;
    private final String link;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Telling(Queue queue, Destination destination, @ConfigProperty(name = "liangxian.desk.audit") String audit) {
        this.queue = queue;
        this.destination = destination;
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
        CompletableFuture<HttpResponse<Void>> sent = null;
        try {
            sent = client.sendAsync(request(turn, what), BodyHandlers.discarding());
            int status = sent.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return new Answer(status / 100 == 2, status == GONE, String.valueOf(status));
        } catch (Problem refused) {
            return new Answer(false, false, refused.getMessage());
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Answer(false, false, "no answer within " + LONGEST.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Answer(false, false, e.getCause().getClass().getSimpleName());
        }
    }

    private HttpRequest request(Turn turn, Waiting what) {
        URI uri = destination.checked(turn.url());
        String body = body(what);
        long timestamp = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(uri)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Liangxian-Webhooks")
                .header("webhook-id", what.event())
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", Signature.of(turn.secrets(), what.event(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
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
