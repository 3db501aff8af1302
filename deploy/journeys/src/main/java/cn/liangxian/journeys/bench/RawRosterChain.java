package cn.liangxian.journeys.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * The limit: rows of the shape of a roster line go COPY in, COPY out, produce, consume, COPY in (stage and ON CONFLICT),
 * with no rule, no JSON, no digest and no framework, over the same broker and database.
 */
final class RawRosterChain {

    private static final int BATCH = 5_000;
    private static final String COLUMNS =
            """
            line int primary key, person text, sealed text, township text, village text, insurance text, fee_year int,
            birth date, sex text, statuses text, due bigint, state text, tier bigint, paid bigint""";
    private final Connection connection;
    private final String kafka;

    RawRosterChain(Connection connection, String kafka) {
        this.connection = connection;
        this.kafka = kafka;
    }

    /** Seconds for so many rows; the rows are counted and summed at the end. */
    double run(int rows) throws Exception {
        execute("drop table if exists bench_source, bench_target, bench_stage");
        execute("create table bench_source (" + COLUMNS + ")");
        execute("create table bench_target (" + COLUMNS + ")");
        execute("create unlogged table bench_stage (like bench_target)");
        String topic = "bench-raw-" + UUID.randomUUID();
        long begun = System.nanoTime();
        copyIn(rows);
        CompletableFuture<Void> consumed = CompletableFuture.runAsync(() -> consume(topic, rows));
        produce(topic);
        consumed.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        check(rows);
        execute("drop table bench_source, bench_target, bench_stage");
        return seconds;
    }

    private void copyIn(int rows) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var in = copy.copyIn("copy bench_source from stdin");
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            text.append(i)
                    .append("\t01a200cf-1585-7163-9818-5814cf779390\t")
                    .append("k".repeat(80))
                    .append("\t370404001\t370404001003\tMEDICAL\t2024\t1970-01-01\tMALE\t[]\t38000\tOPEN\t0\t0\n");
            if (i % BATCH == 0 || i == rows) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                in.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }
        }
        in.endCopy();
    }

    private void produce(String topic) throws SQLException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "linger.ms",
                5,
                "batch.size",
                131_072,
                "compression.type",
                "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy bench_source to stdout");
            int i = 0;
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                producer.send(new ProducerRecord<>(topic, Integer.toString(++i), row));
            }
            producer.flush();
        }
    }

    private void consume(String topic, int rows) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "group.id", topic,
                "auto.offset.reset", "earliest",
                "metadata.max.age.ms", 500,
                "max.poll.records", BATCH);
        try (KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                Connection own = BenchDatabase.again(connection)) {
            own.setAutoCommit(false);
            consumer.subscribe(List.of(topic));
            int seen = 0;
            StringBuilder text = new StringBuilder();
            while (seen < rows) {
                int batch = 0;
                text.setLength(0);
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    text.append(new String(record.value(), StandardCharsets.UTF_8));
                    batch++;
                }
                if (batch > 0) {
                    load(own, text.toString());
                    seen += batch;
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("raw chain broke", e);
        }
    }

    private static void load(Connection own, String rows) throws SQLException, IOException {
        try (Statement statement = own.createStatement()) {
            statement.execute("truncate bench_stage");
            own.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_stage from stdin", new StringReader(rows));
            statement.execute("insert into bench_target select * from bench_stage on conflict do nothing");
            own.commit();
        }
    }

    private void check(int rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery("select count(*), sum(due) from bench_target")) {
            sums.next();
            if (sums.getLong(1) != rows || sums.getLong(2) != 38_000L * rows) {
                throw new IllegalStateException("the raw chain lost rows: " + sums.getLong(1) + " of " + rows);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
