package cn.liangxian.audit.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.audit.webhook.Destination.Checked;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host of these tests has a name that no name service knows: what arrives was sent to the address that was checked. */
class PostingTest {

    private static final String HOST = "agency.invalid";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> came = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatIsSentGoesToTheAddressThatWasCheckedAndNamesTheHost() throws Exception {
        HttpServer server = serves(new HttpServerOptions());
        assertEquals(204, new Posting(vertx).post(to("http", server), Map.of("webhook-id", "1"), "{}"));
        assertEquals(List.of(HOST + ":" + server.actualPort() + " /hook?unit=1 1 {}"), came);
    }

    @Test
    void theCertificateIsAskedForTheNameOfTheHostAndOneOfAnotherIsRefused(@TempDir Path dir) throws Exception {
        PfxOptions own = certificate(dir, HOST);
        Posting posting = new Posting(vertx, new HttpClientOptions().setTrustOptions(own));
        HttpServer server =
                serves(new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(own));
        assertEquals(204, posting.post(to("https", server), Map.of("webhook-id", "1"), "{}"));
        assertEquals(List.of(HOST + ":" + server.actualPort() + " /hook?unit=1 1 {}"), came);

        PfxOptions other = certificate(dir, "other.invalid");
        HttpServer wrong = serves(new HttpServerOptions().setSsl(true).setKeyCertOptions(other));
        Posting trusting = new Posting(vertx, new HttpClientOptions().setTrustOptions(other));
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> trusting.post(to("https", wrong), Map.of(), "{}"));
        assertInstanceOf(SSLHandshakeException.class, refused.getCause());
        assertEquals(1, came.size());
    }

    private HttpServer serves(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> {
                    came.add(request.host() + " " + request.uri() + " " + request.getHeader("webhook-id") + " " + body);
                    request.response().setStatusCode(204).end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static Checked to(String scheme, HttpServer server) {
        return new Checked(
                URI.create(scheme + "://" + HOST + ":" + server.actualPort() + "/hook?unit=1"),
                InetAddress.getLoopbackAddress());
    }

    /** Made by the keytool of this JDK; who trusts it trusts nobody else. */
    private static PfxOptions certificate(Path dir, String host) throws IOException, InterruptedException {
        Path store = dir.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        return new PfxOptions().setPath(store.toString()).setPassword("secret");
    }
}
