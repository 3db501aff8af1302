package cn.liangxian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One broker and one PostgreSQL for this test JVM, started when first asked for and gone with it, also when it is killed.
 * Every class loader of the JVM finds the same two, since their addresses are system properties.
 */
public final class TestServers {

    private static final String KAFKA = "liangxian.test.kafka";
    private static final String POSTGRES_PORT = "liangxian.test.postgres";
    private static final String POSTGRES_PASSWORD = "liangxian.test.postgres.password";

    private TestServers() {}

    /** Bootstrap servers of the broker; topics are created when first used. */
    public static String kafka() {
        // one lock for all class loaders
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(KAFKA) == null) {
                System.setProperty(KAFKA, "localhost:" + startBroker());
            }
            return System.getProperty(KAFKA);
        }
    }

    /** A fresh, empty database with its own roles. */
    public static Database newDatabase() {
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(POSTGRES_PORT) == null) {
                startPostgres();
            }
        }
        Postgres postgres =
                new Postgres(null, null, Integer.getInteger(POSTGRES_PORT), System.getProperty(POSTGRES_PASSWORD));
        try {
            return postgres.database("test_" + random(6), random(16), random(16));
        } catch (SQLException e) {
            throw new IllegalStateException("No database on port " + postgres.port(), e);
        }
    }

    /** The checkout, as the build says. */
    public static Path root() {
        String root = System.getProperty("liangxian.root");
        if (root == null) {
            throw new IllegalStateException("System property liangxian.root (the checkout) is not set");
        }
        return Path.of(root);
    }

    private static int startBroker() {
        Path folder = folder();
        List<Integer> ports = Ports.free(2);
        Broker broker = new Broker(root(), folder.resolve("data"), ports.get(0), ports.get(1));
        Process process = Tether.server("KILL", folder, broker.command());
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!printed(folder).contains(Broker.READY)) {
            Pause.milliseconds(50);
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IllegalStateException("Broker does not start:\n" + printed(folder));
            }
        }
        return broker.port();
    }

    private static void startPostgres() {
        Path folder = folder();
        Postgres postgres = new Postgres(
                PostgresBinaries.in(root().resolve(".liangxian/dist")),
                folder.resolve("data"),
                Ports.free(1).get(0),
                random(16));
        postgres.initialise();
        Process process = Tether.server("QUIT", folder, postgres.command());
        try {
            postgres.awaitReady(Duration.ofSeconds(60), process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        System.setProperty(POSTGRES_PASSWORD, postgres.password());
        System.setProperty(POSTGRES_PORT, Integer.toString(postgres.port()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("liangxian-test-");
        } catch (IOException e) {
            throw new IllegalStateException("No temporary folder", e);
        }
    }

    private static String printed(Path folder) {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "";
        }
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
