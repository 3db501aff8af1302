package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the departments, by client credentials; kept until shortly before they end. */
public final class Tokens {
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI tokenUrl;
    private final Map<String, String> secrets;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    private record Token(String value, long endsAt) {
        boolean lives() {
            return System.nanoTime() < endsAt;
        }
    }

    public Tokens(HttpClient http, URI tokenUrl, Map<String, String> secrets) {
        this.http = http;
        this.tokenUrl = tokenUrl;
        this.secrets = Map.copyOf(secrets);
    }

    /** Whether there is a client of that name. */
    public boolean knows(String client) {
        return secrets.containsKey(client);
    }

    String of(String client) {
        Token token = kept.get(client);
        if (token != null && token.lives()) return token.value();
        return kept.compute(client, (name, old) -> old != null && old.lives() ? old : fetch(name))
                .value();
    }

    void forget(String client) {
        kept.remove(client);
    }

    private Token fetch(String client) {
        String secret = secrets.get(client);
        if (secret == null) throw new IllegalArgumentException("no secret for client " + client);
        HttpRequest request = HttpRequest.newBuilder(tokenUrl)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + form(client) + "&client_secret=" + form(secret)))
                .build();
        Patience patience = new Patience();
        while (true) {
            try {
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) return token(new Answer(200, response.body()).json());
                if (response.statusCode() < 500)
                    throw new IllegalStateException(
                            "login refuses client " + client + " with " + response.statusCode());
                patience.pauseOr("login answers " + response.statusCode(), null);
            } catch (IOException e) {
                patience.pauseOr("login cannot be reached", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreachableException("interrupted", e);
            }
        }
    }

    private static Token token(JsonNode answer) {
        Duration lives =
                Duration.ofSeconds(answer.required("expires_in").asLong()).minus(EARLY);
        return new Token(answer.required("access_token").textValue(), System.nanoTime() + lives.toNanos());
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
