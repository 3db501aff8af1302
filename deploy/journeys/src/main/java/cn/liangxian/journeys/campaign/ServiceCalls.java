package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.local.StackProblem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the services of a stack as one of its clients. */
public final class ServiceCalls {

    static final List<String> SERVICES = List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Stack stack;
    private final String client;

    public ServiceCalls(Stack stack, String client) {
        this.stack = stack;
        this.client = client;
    }

    /** The totals of every service, from its own database. */
    Map<String, JsonNode> statements() {
        Map<String, JsonNode> statements = new TreeMap<>();
        SERVICES.forEach(service -> statements.put(service, get(service, "/statement")));
        return statements;
    }

    public JsonNode get(String service, String path) {
        return send(authorized(service, path).build());
    }

    /** Posts a body under an idempotency key. */
    public JsonNode post(
            String service, String path, String key, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = authorized(service, path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", key)
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends the parked events of a key again; returns how many. */
    int resend(String service, String topic, String key) {
        String body =
                json.createObjectNode().put("topic", topic).put("key", key).toString();
        return post(service, "/dead-letters/resend", body).get("events").asInt();
    }

    /** Takes a parked event out of the way. */
    void discard(String service, long id, String reason) {
        post(
                service,
                "/dead-letters/" + id + "/discard",
                json.createObjectNode().put("reason", reason).toString());
    }

    private JsonNode post(String service, String path, String body) {
        return send(authorized(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder authorized(String service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(service) + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(stack.clientSecret(client), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .get("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackProblem(
                        request.uri() + " answers " + answer.statusCode() + " " + answer.body(),
                        "deploy/liangxian status tells what runs; the logs of the services tell more");
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
