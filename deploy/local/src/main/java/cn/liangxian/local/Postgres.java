package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One PostgreSQL cluster: its programs, its data folder, its port and the password of its superuser. Durable as in
 * production: fsync and synchronous_commit stay on, because a handoff that was confirmed must survive a crash.
 */
record Postgres(Path programs, Path data, int port, String password) {

    static final String SUPERUSER = "postgres";

    /** Creates the cluster when the data folder has none; passwords are needed from the first connection on. */
    void initialise() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(data.getParent());
            Path passwordFile = Files.createTempFile(data.getParent(), "initdb", ".pw");
            try {
                Files.writeString(passwordFile, password);
                List<String> command = Unprivileged.command(programs.resolve("bin/initdb"), data.getParent());
                command.addAll(List.of("-D", data.toString(), "-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8"));
                // letters as in C.UTF-8, but compared byte by byte and not by the C library: keys are texts everywhere
                command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
                command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile, "--no-instructions"));
                // stretching is for passwords that can be guessed: these are random, and every connection would pay for
                // it
                command.addAll(List.of("-c", "scram_iterations=64"));
                Unprivileged.run(command);
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL cluster can be created in " + data, e);
        }
    }

    /** The command that serves this cluster in the foreground. */
    List<String> command() {
        List<String> command = Unprivileged.command(programs.resolve("bin/postgres"), data.getParent());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=localhost",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=150",
                "shared_buffers=96MB",
                "max_wal_size=2GB",
                "random_page_cost=1.1",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ArrayList<>(command);
    }

    /** Waits until the cluster answers; after a crash it first replays its log. */
    void awaitReady(Duration atMost, Process process) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (true) {
            try (Connection connection = connect("postgres")) {
                connection.createStatement().execute("select 1");
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("PostgreSQL on port " + port + " does not answer", e);
                }
                Thread.sleep(100);
            }
        }
    }

    /** A connection as superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    /** Creates database {@code name} with its owner and its application role, unless they exist. */
    Database database(String name, String ownerPassword, String appPassword) throws SQLException {
        Database database = access(name, ownerPassword, appPassword);
        try (Connection connection = connect("postgres")) {
            database.create(connection, name);
        }
        try (Connection connection = connect(name)) {
            database.grant(connection);
        }
        return database;
    }

    /** The same access, when the database is known to exist or is about to. */
    Database access(String name, String ownerPassword, String appPassword) {
        return new Database(url(name), name + "_owner", ownerPassword, name + "_app", appPassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }
}
