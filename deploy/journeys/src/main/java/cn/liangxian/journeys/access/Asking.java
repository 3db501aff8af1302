package cn.liangxian.journeys.access;

import cn.liangxian.local.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks what runs in a stack, its services and its realm, as a client of the realm or as a person. */
public final class Asking {

    public static final String TYPE = "Content-Type";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    /** As few characters as RFC 7636 allows. */
    private static final int CHALLENGE_LENGTH = 43;

    private final Stack stack;
    private final HttpClient http;

    /** A browser trusts this machine without a certificate; cookies for secure ways are kept and sent all the same. */
    private static final class Cookies extends CookieManager {

        Cookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>();
            headers.forEach((name, values) -> plain.put(
                    name,
                    values.stream()
                            .map(value -> value.replaceAll("(?i); *secure", ""))
                            .toList()));
            super.put(uri, plain);
        }
    }

    private Asking(Stack stack, HttpClient http) {
        this.stack = stack;
        this.http = http;
    }

    /** As a program does: answers as they come. */
    public static Asking asClient(Stack stack) {
        return new Asking(stack, builder().build());
    }

    /** As a browser does: it goes where it is sent and keeps cookies. */
    public static Asking asPerson(Stack stack) {
        return new Asking(
                stack,
                builder()
                        .cookieHandler(new Cookies())
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

    /** The token that a person gets by logging in at the desks, as if the person used it for a program. */
    public String tokenOfPerson(String person) {
        String verifier = "v".repeat(CHALLENGE_LENGTH);
        String ask = String.format(
                "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=desk&redirect_uri=%s"
                        + "&code_challenge_method=S256&code_challenge=%s",
                URLEncoder.encode(back(), StandardCharsets.UTF_8), challenge(verifier));
        HttpResponse<String> form =
                send(HttpRequest.newBuilder(URI.create(stack.issuer() + ask)).build());
        Matcher code = CODE.matcher(logIn(form.body(), person).uri().toString());
        if (!code.find()) {
            throw new IllegalStateException("no code for " + person);
        }
        return granted(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "desk",
                "client_secret",
                stack.deskSecret(),
                "redirect_uri",
                back(),
                "code_verifier",
                verifier,
                "code",
                code.group(1)));
    }

    /** Where the realm sends whoever logged in: any page of ours that needs no login. */
    private String back() {
        return stack.url("audit") + "/status";
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Fills in the form of the realm; the answer is where the realm sends the person then. */
    public HttpResponse<String> logIn(String page, String person) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("no login form for " + person);
        }
        HttpRequest.Builder realm =
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")));
        HttpResponse<String> answer =
                send(posting(realm, Map.of("username", person, "password", stack.peoplePassword(), "credentialId", ""))
                        .build());
        if (answer.uri().toString().startsWith(stack.issuer())) {
            throw new IllegalStateException(person + " cannot log in: " + answer.statusCode());
        }
        return answer;
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
