package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox. One relay per service works: it holds an advisory lock, because several with SKIP LOCKED could
 * reorder the events of one subject. Rows are deleted in the transaction that saw Kafka acknowledge them; a crash in
 * between publishes them again under the same id, and every inbox knows them.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** One below the size at which the producer's buffer (32 MiB) could block a transaction. */
    private static final int BATCH = 1000;

    private static final long POLL_MILLIS = 300;
    private static final long LOCK = 0x4c58_0001L;
    private final RelayBell bell;
    private final KafkaEnd kafka;
    private final String url;
    private final String user;
    private final String password;
    private final String source;
    private final AtomicLong oldestMillis = new AtomicLong();
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(
            RelayBell bell,
            KafkaEnd kafka,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.bell = bell;
        this.kafka = kafka;
        this.url = url;
        this.user = user;
        this.password = password;
        this.source = "/" + service;
        metrics.gauge("liangxian.outbox.oldest.age.millis", oldestMillis);
    }

    void start(@Observes @Priority(3000) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        long pause = 200;
        while (!stopping) {
            // a connection of its own: the lock lives as long as the session
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    KafkaProducer<String, byte[]> producer = kafka.producer()) {
                connection.setAutoCommit(false);
                awaitLock(connection);
                pause = 200;
                while (!stopping) {
                    while (relay(connection, producer) == BATCH && !stopping) {}
                    bell.await(POLL_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.warnf("relay interrupted, goes on in %d ms: %s", pause, e.getMessage());
                pause = sleep(pause);
            }
        }
    }

    private static long sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(millis * 2, 5_000);
    }

    private void awaitLock(Connection connection) throws SQLException, InterruptedException {
        while (!stopping) {
            try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                lock.setLong(1, LOCK);
                ResultSet row = lock.executeQuery();
                row.next();
                boolean held = row.getBoolean(1);
                connection.commit();
                if (held) {
                    return;
                }
            }
            Thread.sleep(1_000);
        }
    }

    private record Row(long seq, Envelope envelope, byte[] payload, Instant writtenAt) {}

    private int relay(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        List<Row> rows = take(connection);
        if (rows.isEmpty()) {
            connection.rollback();
            oldestMillis.set(0);
            return 0;
        }
        oldestMillis.set(System.currentTimeMillis() - rows.get(0).writtenAt().toEpochMilli());
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
        for (Row row : rows) {
            acknowledgements.add(producer.send(Headers.record(row.envelope(), row.payload())));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        try (PreparedStatement count =
                connection.prepareStatement("update counter set value = value + ? where name = 'sent'")) {
            count.setInt(1, rows.size());
            count.executeUpdate();
        }
        connection.commit();
        return rows.size();
    }

    private List<Row> take(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(
                """
                delete from outbox where seq in (select seq from outbox order by seq limit ?)
                returning seq, id, aggregatetype, aggregateid, payload, business_date, correlation, causation, written_at""")) {
            take.setInt(1, BATCH);
            ResultSet row = take.executeQuery();
            while (row.next()) {
                Instant writtenAt = row.getTimestamp(9).toInstant();
                Envelope envelope = new Envelope(
                        row.getString(2),
                        source,
                        row.getString(3),
                        row.getString(4),
                        writtenAt,
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        row.getString(8));
                rows.add(new Row(row.getLong(1), envelope, row.getBytes(5), writtenAt));
            }
        }
        rows.sort(Comparator.comparingLong(Row::seq));
        return rows;
    }
}
