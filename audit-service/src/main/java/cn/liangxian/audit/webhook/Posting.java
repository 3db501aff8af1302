package cn.liangxian.audit.webhook;

import cn.liangxian.audit.webhook.Destination.Checked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to the very address that was checked; the name of the host stays in the request and is what its certificate is asked
 * for. Follows no redirect.
 */
@ApplicationScoped
class Posting {

    static final Duration LONGEST = Duration.ofSeconds(15);
    private final HttpClient client;

    @Inject
    Posting(Vertx vertx) {
        this(vertx, new HttpClientOptions());
    }

    Posting(Vertx vertx, HttpClientOptions options) {
        client = vertx.createHttpClient(options.setConnectTimeout(5_000));
    }

    /**
     * The status of the answer.
     *
     * @throws TimeoutException when there is none, or it does not end, within {@link #LONGEST}
     */
    int post(Checked to, Map<String, String> headers, String body)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean tls = to.uri().getScheme().equalsIgnoreCase("https");
        int port = to.uri().getPort() >= 0 ? to.uri().getPort() : tls ? 443 : 80;
        String query = to.uri().getRawQuery();
        String path = to.uri().getRawPath().isEmpty() ? "/" : to.uri().getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, to.address().getHostAddress()))
                .setHost(to.uri().getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(query == null ? path : path + "?" + query);
        headers.forEach(options::putHeader);
        Future<HttpClientRequest> request = client.request(options);
        try {
            return request.compose(sent -> sent.send(body))
                    .compose(answer -> answer.end().map(read -> answer.statusCode()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException e) {
            request.onSuccess(HttpClientRequest::reset);
            throw e;
        }
    }
}
