package cn.liangxian.world.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private int tokens;
    private Journal journal;
    private Access access;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/money", this::money);
        server.start();
        URI here = URI.create("http://localhost:" + server.getAddress().getPort());
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) services.put(service, here);
        HttpClient http = HttpClient.newHttpClient();
        journal = new Journal(folder.resolve("journal.ndjson"));
        Map<String, String> secrets = Map.of("tax", "s", "village-1", "s", "village", "s");
        access = new Access(http, services, new Tokens(http, here.resolve("/token"), secrets), journal);
        access.on(LocalDate.of(2023, 10, 21));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":300}");
    }

    private void money(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        int status = answers.isEmpty() ? 201 : answers.poll();
        if (status == 0) exchange.close();
        else answer(exchange, status, status == 422 ? "{\"code\":\"amount-differs\"}" : "{\"n\":1}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer post() {
        return access.post(Service.COLLECTION, "tax", "/money", "key-1", Body.json(Map.of("a", 1)));
    }

    @Test
    void whatFailsOrIsCutOffIsSentAgainUnderTheSameKey() {
        answers.addAll(List.of(503, 0, 500));
        assertEquals(201, post().status());
        assertEquals(4, keys.size());
        assertTrue(keys.stream().allMatch(k -> k.equals("key-1 Bearer t1")), keys.toString());
        assertEquals(1, access.posted());
    }

    @Test
    void aTokenThatIsRefusedIsFetchedAnew() {
        answers.add(401);
        assertEquals(201, post().status());
        assertEquals(List.of("key-1 Bearer t1", "key-1 Bearer t2"), keys);
    }

    @Test
    void oneTokenServesManyRequests() {
        post();
        post();
        assertEquals(1, tokens);
    }

    @Test
    void aRefusalIsAnAnswerAndIsNotRepeated() {
        answers.add(422);
        Answer answer = post();
        assertEquals("amount-differs", answer.code());
        assertEquals(1, keys.size());
        assertThrows(RefusedException.class, () -> answer.orThrow("money"));
    }

    @Test
    void everyAcknowledgedRequestStandsInTheJournal() throws IOException {
        answers.add(503);
        post();
        answers.add(422);
        post();
        journal.close();
        List<String> lines = Files.readAllLines(folder.resolve("journal.ndjson"));
        assertEquals(2, lines.size());
        assertEquals(
                "{\"day\":\"2023-10-21\",\"service\":\"collection\",\"client\":\"tax\",\"path\":\"/money\","
                        + "\"key\":\"key-1\",\"status\":201}",
                lines.get(0));
        assertTrue(lines.get(1).endsWith("\"status\":422,\"code\":\"amount-differs\"}"));
    }

    @Test
    void anOfficeOfTheTownshipSpeaksForItselfElseTheCountyDoes() {
        assertEquals("village-1", access.client("village", "1"));
        assertEquals("village", access.client("village", "2"));
        assertFalse(access.client("tax", "1").contains("1"));
    }
}
