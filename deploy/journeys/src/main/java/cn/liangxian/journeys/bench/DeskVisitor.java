package cn.liangxian.journeys.bench;

import cn.liangxian.journeys.access.Asking;
import cn.liangxian.local.Stack;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody who looks at desks without a browser: logs in at the realm once, as people do, and keeps the cookie. */
final class DeskVisitor {

    private final Stack stack;
    private final String name;
    private final Asking asking;

    DeskVisitor(Stack stack, String name) {
        this.stack = stack;
        this.asking = Asking.asPerson(stack);
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
            asking.logIn(answer.body(), name);
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
}
