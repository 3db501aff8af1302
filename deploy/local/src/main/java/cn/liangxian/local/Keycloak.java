package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The login server: one unpacked and augmented distribution for all stacks of the checkout, and a home of its own, with the
 * realm and its keys, for each stack.
 */
record Keycloak(Path distribution, Path home, int port) {

    /** What of the distribution a home shares by link; {@code data} is its own. */
    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");

    private static final String REALM = "data/import/liangxian-realm.json";

    static Keycloak in(Path root, Path home, int port) {
        Path unpacked = root.resolve(".liangxian/dist");
        try (Stream<Path> folders = Files.exists(unpacked) ? Files.list(unpacked) : Stream.empty()) {
            Path distribution = folders.filter(
                            folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new StackProblem(
                            "Keycloak is not in " + unpacked, "build it: ./mvnw -DskipTests install -pl deploy/local"));
            return new Keycloak(distribution, home, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the distribution still has to be augmented, which takes half a minute, once. */
    boolean fresh() {
        return !Files.exists(distribution.resolve("augmented"));
    }

    /** Once, also when several stacks begin at the same time. */
    void augment() {
        try {
            Exclusively.under(distribution.resolveSibling("keycloak.lock"), () -> {
                if (fresh()) {
                    Unprivileged.run(List.of(
                            "sh",
                            distribution.resolve("bin/kc.sh").toString(),
                            "build",
                            "--db=dev-file",
                            "--cache=local"));
                    Files.createFile(distribution.resolve("augmented"));
                }
                return distribution;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the home, and lets the realm be imported anew when the county or a client has changed. */
    void prepare(String realm) {
        try {
            Files.createDirectories(home);
            for (String name : SHARED) {
                Path link = home.resolve(name);
                if (!Files.exists(link)) {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, distribution.resolve(name));
                }
            }
            Path file = home.resolve(REALM);
            if (!Files.exists(file) || !Files.readString(file).equals(realm)) {
                Folders.delete(home.resolve("data"));
                Files.createDirectories(file.getParent());
                Folders.writePrivate(file, realm);
                if (Files.exists(kept(realm))) {
                    Folders.copy(kept(realm), home.resolve("data/h2"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be prepared in " + home, e);
        }
    }

    /** Keeps the imported realm, once Keycloak has stopped: importing a county's hundred clients takes half a minute. */
    void keep() {
        try {
            Path kept = kept(Files.readString(home.resolve(REALM)));
            if (!Files.exists(kept)) {
                Path partial = Files.createTempDirectory(kept.getParent(), "realm-");
                Folders.copy(home.resolve("data/h2"), partial);
                try {
                    Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
                } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                    Folders.delete(partial); // another stack of this realm was first
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The realm cannot be kept", e);
        }
    }

    private Path kept(String realm) {
        CRC32 sum = new CRC32();
        sum.update(realm.getBytes(StandardCharsets.UTF_8));
        return distribution.resolveSibling(
                "realm-" + distribution.getFileName() + "-" + Long.toHexString(sum.getValue()));
    }

    /** As its own start script does, with less memory, and in the foreground so that its process is the server. */
    List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(384));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port));
        return command;
    }

    /** The issuer of every token: what a service trusts and where an actor fetches its token. */
    String issuer() {
        return "http://localhost:" + port + "/realms/liangxian";
    }
}
