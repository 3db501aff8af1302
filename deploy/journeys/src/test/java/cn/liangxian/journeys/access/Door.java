package cn.liangxian.journeys.access;

import cn.liangxian.journeys.access.Endpoints.Endpoint;
import cn.liangxian.local.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Knocks at the services of a stack, with the token of a client or with none. */
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Map<String, String> tokens = new HashMap<>();
    private final Asking asking;
    private final Stack stack;

    Door(Stack stack) {
        this.stack = stack;
        this.asking = Asking.asClient(stack);
    }

    JsonNode api(String service) {
        return Asking.json(get(service, "/q/openapi?format=json"));
    }

    String text(String service, String path) {
        return get(service, path).body();
    }

    private HttpResponse<String> get(String service, String path) {
        return asking.send(asking.to(service, path).build());
    }

    /** The status that a client gets; without a client nobody asks. It bears no Idempotency-Key, so that nothing is kept. */
    int knock(Endpoint endpoint, String client) {
        return knockWith(endpoint, client == null ? null : token(client));
    }

    /** What the client is told, where it is let in; otherwise nothing. */
    String told(Endpoint endpoint, String client) {
        HttpResponse<String> answer = answer(endpoint, token(client));
        return answer.statusCode() / 100 == 2 ? answer.body() : "";
    }

    /** As the login gives it to the client, or to the administrator. */
    String token(String client) {
        return tokens.computeIfAbsent(
                client,
                name -> stack.administrators().contains(name)
                        ? Asking.asPerson(stack).tokenOfPerson(name)
                        : asking.token(name));
    }

    /** What a person has from the same realm for another purpose. */
    String tokenForTheRealm(String person) {
        return asking.tokenForTheRealm(person);
    }

    /** The status that whoever shows this token gets. */
    int knockWith(Endpoint endpoint, String token) {
        return answer(endpoint, token).statusCode();
    }

    private HttpResponse<String> answer(Endpoint endpoint, String token) {
        HttpRequest.Builder request = asking.to(endpoint.service(), endpoint.address())
                .timeout(PATIENCE)
                .method(endpoint.method(), BodyPublishers.ofByteArray(endpoint.body()));
        if (endpoint.type() != null) {
            request.header(Asking.TYPE, endpoint.type());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return asking.send(request.build());
    }
}
