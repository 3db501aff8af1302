package cn.liangxian.journeys.access;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import cn.liangxian.local.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Knocks at the services of a stack, with the token of a client or with none. */
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> tokens = new HashMap<>();
    private final Stack stack;

    Door(Stack stack) {
        this.stack = stack;
    }

    JsonNode api(String service) {
        return json(get(service, "/q/openapi?format=json"));
    }

    String text(String service, String path) {
        return get(service, path).body();
    }

    private HttpResponse<String> get(String service, String path) {
        return send(HttpRequest.newBuilder(URI.create(stack.url(service) + path))
                .GET()
                .build());
    }

    /** The status that a client gets; without a client nobody asks. It bears no Idempotency-Key, so that nothing is kept. */
    int knock(Endpoint endpoint, String client) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.url(endpoint.service()) + endpoint.address()))
                .timeout(PATIENCE)
                .method(endpoint.method(), BodyPublishers.ofByteArray(endpoint.body()));
        if (endpoint.type() != null) {
            request.header("Content-Type", endpoint.type());
        }
        if (client != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(client, this::token));
        }
        return send(request.build()).statusCode();
    }

    private String token(String client) {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(stack.clientSecret(client), StandardCharsets.UTF_8);
        return json(send(HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build()))
                .path("access_token")
                .asText();
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.uri() + " answers no JSON", e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
