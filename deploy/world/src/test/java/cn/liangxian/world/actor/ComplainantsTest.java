package cn.liangxian.world.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.policy.Policy;
import cn.liangxian.world.Counties;
import cn.liangxian.world.Misbehaviour;
import cn.liangxian.world.Misdeeds;
import cn.liangxian.world.access.Access;
import cn.liangxian.world.access.Journal;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.access.Tokens;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One complaint of a campaign, at a server that takes everything. */
class ComplainantsTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/token", exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/complaints", exchange -> {
            boolean named = exchange.getRequestHeaders().containsKey("Authorization");
            asked.add(exchange.getRequestURI().getPath() + (named ? "" : " of anybody"));
            exchange.getRequestBody().readAllBytes();
            answer(exchange, "{\"complaintId\":\"c\"}");
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aComplaintIsTakenWithoutATokenAndClosedByDisciplineAfterFourDepartmentsLookedIntoIt() {
        play("bachu-2022");
        String found = "/complaints/c/findings";
        assertEquals(
                List.of(
                        "/complaints/keys",
                        "/complaints of anybody",
                        found,
                        found,
                        found,
                        found,
                        "/complaints/c/closing"),
                asked);
    }

    @Test
    void nobodyComplainsWhereTheNoticeHasNoComplaints() {
        assertFalse(Counties.yicheng().deadline("audit-complaint-closed").isPresent());
        play("yicheng-2024");
        assertEquals(List.of(), asked);
    }

    private void play(String name) {
        Policy policy = Counties.policy(name);
        County county = County.of(policy);
        URI here = URI.create("http://localhost:" + server.getAddress().getPort());
        Map<Service, URI> services =
                Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), s -> here));
        HttpClient http = HttpClient.newHttpClient();
        Map<String, String> secrets = Stream.concat(NamedPersons.RISK_GROUP.stream(), Stream.of("discipline-second"))
                .collect(Collectors.toMap(Function.identity(), d -> "s"));
        Access access =
                new Access(http, services, new Tokens(http, here.resolve("/token"), secrets), new Journal(null));
        Surroundings around = new Surroundings(
                policy, county, access, null, null, Chance.seeded(1), Misbehaviour.NONE, new Misdeeds());
        Complainants complainants =
                new Complainants(around, Population.generate(policy, 60, 1).residents());
        for (LocalDate day = county.start(); !day.isAfter(county.lastDay()); day = day.plusDays(1)) {
            complainants.inTheBackOffice(day);
            complainants.atTheCounter(day);
        }
    }
}
