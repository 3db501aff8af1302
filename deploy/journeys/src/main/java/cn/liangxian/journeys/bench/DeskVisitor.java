package cn.liangxian.journeys.bench;

import cn.liangxian.local.Stack;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who looks at desks without a browser: logs in at the realm once, as people do, and keeps the cookie. */
final class DeskVisitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String TYPE = "Content-Type";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private final Stack stack;
    private final String name;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

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

    DeskVisitor(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** A page as it came; {@code path} where redirects ended. */
    record Visit(int status, String path, String type, String body, double milliseconds) {

        boolean page() {
            return status == 200 && type.startsWith("text/html");
        }
    }

    /** @param form what is posted; null to look only */
    Visit visit(String service, String path, String form) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(stack.url(service) + path));
        HttpRequest request = form == null
                ? asked.build()
                : asked.header(TYPE, FORM_TYPE)
                        .POST(BodyPublishers.ofString(form))
                        .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = send(request);
        double took = (System.nanoTime() - begun) / 1e6;
        if (answer.uri().toString().startsWith(stack.issuer())) {
            logIn(answer.body());
            return visit(service, path, form);
        }
        String query = answer.uri().getRawQuery();
        return new Visit(
                answer.statusCode(),
                answer.uri().getRawPath() + (query == null ? "" : "?" + query),
                answer.headers().firstValue(TYPE).orElse(""),
                answer.body(),
                took);
    }

    private void logIn(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("no login form for " + name);
        }
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header(TYPE, FORM_TYPE)
                        .POST(BodyPublishers.ofString("username=" + encoded(name) + "&password="
                                + encoded(stack.peoplePassword()) + "&credentialId="))
                        .build());
        if (answer.uri().toString().startsWith(stack.issuer())) {
            throw new IllegalStateException(name + " cannot log in: " + answer.statusCode());
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
