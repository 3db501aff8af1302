package cn.liangxian.journeys.bench;

import cn.liangxian.journeys.access.Asking;
import cn.liangxian.local.Stack;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who looks at desks without a browser: logs in at the realm once, as people do, and keeps the cookie. */
final class DeskVisitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private final Stack stack;
    private final String name;
    private final Asking asking;

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
        this.asking = Asking.asPerson(stack, new Cookies());
        this.name = name;
    }

    /** A page as it came; {@code path} where redirects ended. */
    record Visit(int status, String path, String type, String body, double milliseconds) {

        boolean page() {
            return status == 200 && type.startsWith("text/html");
        }
    }

    /** @param form what is posted; empty to look only */
    Visit visit(String service, String path, Map<String, String> form) {
        HttpRequest.Builder asked = asking.to(service, path);
        HttpRequest request =
                form.isEmpty() ? asked.build() : Asking.posting(asked, form).build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = asking.send(request);
        double took = (System.nanoTime() - begun) / 1e6;
        if (answer.uri().toString().startsWith(stack.issuer())) {
            logIn(answer.body());
            return visit(service, path, form);
        }
        String query = answer.uri().getRawQuery();
        return new Visit(
                answer.statusCode(),
                answer.uri().getRawPath() + (query == null ? "" : "?" + query),
                answer.headers().firstValue(Asking.TYPE).orElse(""),
                answer.body(),
                took);
    }

    private void logIn(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("no login form for " + name);
        }
        HttpRequest.Builder realm =
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")));
        HttpResponse<String> answer = asking.send(
                Asking.posting(realm, Map.of("username", name, "password", stack.peoplePassword(), "credentialId", ""))
                        .build());
        if (answer.uri().toString().startsWith(stack.issuer())) {
            throw new IllegalStateException(name + " cannot log in: " + answer.statusCode());
        }
    }
}
