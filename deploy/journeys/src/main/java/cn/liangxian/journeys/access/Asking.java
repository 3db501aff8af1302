package cn.liangxian.journeys.access;

import cn.liangxian.local.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks what runs in a stack, its services and its realm, as a client of the realm or as a person. */
public final class Asking {

    public static final String TYPE = "Content-Type";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final HttpClient http;

    private Asking(Stack stack, HttpClient http) {
        this.stack = stack;
        this.http = http;
    }

    /** As a program does: answers as they come. */
    public static Asking asClient(Stack stack) {
        return new Asking(stack, builder().build());
    }

    /** As a browser does: it goes where it is sent and keeps {@code cookies}. */
    public static Asking asPerson(Stack stack, CookieHandler cookies) {
        return new Asking(
                stack,
                builder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    }

    public HttpRequest.Builder to(String service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(service) + path));
    }

    /** A form as browsers send it. */
    public static HttpRequest.Builder posting(HttpRequest.Builder request, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request.header(TYPE, "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
    }

    /** A token of a client, fresh each time. */
    public String token(String client) {
        return granted(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", stack.clientSecret(client)));
    }

    /** A good token of the same realm that a person has for the realm's own command line, and not for the services. */
    public String tokenForTheRealm(String person) {
        return granted(Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                person,
                "password",
                stack.peoplePassword()));
    }

    private String granted(Map<String, String> form) {
        HttpRequest.Builder realm =
                HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"));
        return json(send(posting(realm, form).build())).required("access_token").asText();
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.uri() + " answers no JSON", e);
        }
    }
}
