package cn.liangxian.journeys.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Counties;
import cn.liangxian.local.Database;
import cn.liangxian.local.Folders;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.local.StackProblem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The three servers as processes; what the services do on them is for the journeys. */
@Order(2)
class StackJourney {

    private static final String ONE_TOWNSHIP =
            "jurisdiction: { code: \"370404\", townships: [ { code: \"370404101\", name: 阴平镇 } ] }";

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(servers(), said -> {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void startingWhatRunsStartsNothing() {
        Map<String, Long> before = pids();
        Stack.start(stack.plan(), said -> {}).names();
        assertEquals(before, pids());
    }

    @Test
    void whatWasCommittedOutlivesACrashOfPostgres() throws Exception {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table fact (fen bigint)");
            statement.execute("insert into fact values (38000)");
        }
        long before = stack.pid("postgres").orElseThrow();
        stack.kill9("postgres");
        assertTrue(stack.pid("postgres").isEmpty());
        stack.restart("postgres");
        assertNotEquals(before, stack.pid("postgres").orElseThrow());
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("select fen from fact")) {
            assertTrue(row.next());
            assertEquals(38000, row.getLong(1));
        }
    }

    @Test
    void whatTheBrokerAcknowledgedOutlivesItsCrash() throws Exception {
        long first = send();
        stack.kill9("broker");
        stack.restart("broker");
        assertEquals(first + 1, send(), "the record before the crash is still there");
    }

    @Test
    void aNewBeginningKnowsNothingOfTheLastCampaign() throws Exception {
        send();
        send();
        long keycloak = stack.pid("keycloak").orElseThrow();
        stack.startEmpty();
        assertEquals(0, send(), "the topic is empty");
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            assertTrue(row.next());
            assertEquals(0, row.getLong(1));
        }
        assertEquals(keycloak, stack.pid("keycloak").orElseThrow());
    }

    @Test
    void aTokenSaysWhichDepartmentOfWhichAreaItIs() throws Exception {
        JsonNode claims = token("village-370404101");
        assertEquals("VILLAGE", claims.path("department").asText());
        assertEquals("370404101", claims.path("area").asText());
        assertEquals("liangxian", claims.path("aud").asText());
        // the realm's clock may turn to the next second between the two
        assertEquals(900, claims.path("exp").asLong() - claims.path("iat").asLong(), 1);
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingStartsWithItsUserAndTheFlag() throws Exception {
        StackPlan plan = servers();
        try (ServerSocket other = new ServerSocket(plan.ports().byName().get("keycloak"))) {
            StackProblem problem = assertThrows(StackProblem.class, () -> Stack.start(plan, said -> {}));
            assertTrue(problem.getMessage().contains(Integer.toString(other.getLocalPort())), problem.getMessage());
            assertTrue(
                    problem.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    problem.getMessage());
            assertTrue(problem.wayOut().contains("--port-base"), problem.wayOut());
        }
        assertTrue(plan.ports().byName().values().stream().noneMatch(StackJourney::taken), "nothing was started");
        Folders.delete(plan.home());
    }

    @Test
    void aPartThatDiesDuringItsStartShowsItsLastWordsAndWhatStillRuns() throws Exception {
        StackPlan plan = servers();
        Path kafka = Files.createDirectories(plan.home().resolve("data/kafka"));
        Files.writeString(kafka.resolve("meta.properties"), "version=1\ncluster.id=spoiled\nnode.id=7\n");
        StackProblem problem = assertThrows(StackProblem.class, () -> Stack.start(plan, said -> {}));
        assertTrue(problem.getMessage().startsWith("broker ended during its start"), problem.getMessage());
        assertTrue(problem.getMessage().contains("node id"), problem.getMessage());
        assertTrue(problem.wayOut().contains("Still running: postgres"), problem.wayOut());
        assertTrue(problem.wayOut().contains("deploy/liangxian down"), problem.wayOut());
    }

    /** Of one township: every client more is imported into the realm. */
    private static StackPlan servers() {
        Path root = Path.of(System.getProperty("liangxian.root"));
        String county = Counties.reading(root, "yicheng-2024", ONE_TOWNSHIP).toString();
        return StackPlan.passing(root, county.replaceFirst("[.]yaml$", "")).withoutServices();
    }

    private static boolean taken(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Long> pids() {
        return stack.names().stream()
                .collect(Collectors.toMap(name -> name, name -> stack.pid(name).orElseThrow()));
    }

    private static Connection owner() throws Exception {
        Database database = stack.database("audit");
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    private static long send() throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stack.kafka());
        properties.put("acks", "all");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>("crash-v1", 0, "key", "value"))
                    .get(60, TimeUnit.SECONDS)
                    .offset();
        }
    }

    private static JsonNode token(String client) throws Exception {
        String form =
                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + stack.clientSecret(client);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        ObjectMapper json = new ObjectMapper();
        String token = json.readTree(answer.body()).path("access_token").asText();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
