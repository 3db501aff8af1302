package cn.liangxian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void theBrokerTakesARecordForATopicNobodyCreated() throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", TestServers.kafka());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            var written = producer.send(new ProducerRecord<>("fresh-topic-v1", "key", "value"))
                    .get(30, TimeUnit.SECONDS);
            assertEquals("fresh-topic-v1", written.topic());
        }
        assertEquals(TestServers.kafka(), TestServers.kafka(), "one broker per JVM");
    }

    @Test
    void everyDatabaseIsFreshAndItsApplicationMayDoOnlyWhatIsGranted() throws Exception {
        Database first = TestServers.newDatabase();
        Database second = TestServers.newDatabase();
        assertNotEquals(first.jdbcUrl(), second.jdbcUrl());
        try (Connection owner = asOwner(first);
                Statement statement = owner.createStatement()) {
            statement.execute("create table posting (fen bigint)");
            statement.execute("create table secret (fen bigint)");
            statement.execute("grant select, insert on posting to " + first.app());
        }
        try (Connection app = asApplication(first);
                Statement statement = app.createStatement()) {
            assertEquals(1, statement.executeUpdate("insert into posting values (38000)"));
            assertThrows(SQLException.class, () -> statement.execute("select * from secret"), "nothing by default");
            assertThrows(SQLException.class, () -> statement.execute("drop table posting"));
            assertThrows(SQLException.class, () -> statement.execute("truncate posting"));
            assertThrows(SQLException.class, () -> statement.execute("update posting set fen = 0"));
        }
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(second.jdbcUrl(), first.app(), first.appPassword()),
                "a service reads only its own database");
        assertThrows(SQLException.class, () -> DriverManager.getConnection(first.jdbcUrl(), first.app(), "wrong"));
    }

    @Test
    void whatIsCommittedIsOnDisk() throws Exception {
        try (Connection app = asApplication(TestServers.newDatabase());
                Statement statement = app.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                var row = statement.executeQuery("show " + setting);
                assertTrue(row.next());
                assertEquals("on", row.getString(1), setting);
            }
        }
    }

    private static Connection asOwner(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    private static Connection asApplication(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
    }
}
