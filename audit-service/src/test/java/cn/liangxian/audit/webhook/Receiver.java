package cn.liangxian.audit.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An agency that is told by HTTP; it refuses as often as a test wants. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int refusal = 503;
    final List<Call> calls = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::answer);
        server.start();
    }

    /** What came, and how it was answered. */
    record Call(String id, String timestamp, String signature, String body, int answered) {

        boolean isSignedWith(String secret) {
            String mine = Signature.of(List.of(secret), id, Long.parseLong(timestamp), body);
            return List.of(signature.split(" ")).contains(mine);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void refuses(int times, int status) {
        refusal = status;
        refusals.set(times);
    }

    List<Call> of(String event) {
        return calls.stream().filter(call -> call.id().equals(event)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? refusal : 204;
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body,
                status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
