package cn.liangxian.journeys.campaign;

import cn.liangxian.journeys.access.Asking;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackProblem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the services of a stack as one of its clients. */
public final class ServiceCalls {

    static final List<String> SERVICES = List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    private final ObjectMapper json = new ObjectMapper();
    private final Asking asking;
    private final String client;

    public ServiceCalls(Stack stack, String client) {
        this.asking = Asking.asClient(stack);
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
        return asking.to(service, path).header("Authorization", "Bearer " + asking.token(client));
    }

    private JsonNode send(HttpRequest request) {
        HttpResponse<String> answer = asking.send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new StackProblem(
                    request.uri() + " answers " + answer.statusCode() + " " + answer.body(),
                    "deploy/liangxian status tells what runs; the logs of the services tell more");
        }
        return Asking.json(answer);
    }
}
