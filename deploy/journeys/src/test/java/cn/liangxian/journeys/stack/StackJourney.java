package cn.liangxian.journeys.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Database;
import cn.liangxian.local.Folders;
import cn.liangxian.local.Stack;
import cn.liangxian.local.StackPlan;
import cn.liangxian.local.StackProblem;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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

/** The servers that keep what is handed over, as processes; what the services do on them is for the journeys. */
@Order(2)
class StackJourney {

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
        stack.startEmpty();
        assertEquals(0, send(), "the topic is empty");
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            assertTrue(row.next());
            assertEquals(0, row.getLong(1));
        }
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingStartsWithItsUserAndTheFlag() throws Exception {
        StackPlan plan = servers();
        try (ServerSocket other = new ServerSocket(plan.ports().byName().get("broker"))) {
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

    private static StackPlan servers() {
        return StackPlan.passing(Path.of(System.getProperty("liangxian.root")), "yicheng-2024")
                .only(StackPlan.Extent.DATA);
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
}
