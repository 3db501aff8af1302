package cn.liangxian.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Kafka, PostgreSQL, Keycloak and the five services as processes of this machine: starts, stops, and crashes them. Every
 * method may throw {@link StackProblem}, whose {@link StackProblem#wayOut()} is for the reader's eyes.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final StackPlan plan;
    private final Secrets secrets;
    private final StackParts parts;
    private final Consumer<String> progress;

    private Stack(StackPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.secrets = new Secrets(plan.root().resolve(".liangxian/secrets.properties"));
        this.parts = new StackParts(plan, secrets);
        this.progress = progress;
    }

    /** Runs what the plan names and does not run yet; returns when all of it does its work. */
    public static Stack start(StackPlan plan, Consumer<String> progress) {
        Stack stack = new Stack(plan, progress);
        try (StackRecord record = StackRecord.exclusive(plan)) {
            record.refuseOther();
            Preflight.check(plan, stack.parts.names());
            Counties.claim(plan);
            record.write();
            if (plan.tethered()) {
                Tether.home(plan);
            }
            stack.startServers();
            stack.startServices();
        } catch (StackProblem e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** The lasting stack of this checkout, if it has been started and not been taken down. */
    public static Optional<Stack> recorded(Path root, Consumer<String> progress) {
        return StackRecord.read(root).map(plan -> new Stack(plan, progress));
    }

    /** What this stack consists of, servers first. */
    public List<String> names() {
        return parts.names();
    }

    public StackPlan plan() {
        return plan;
    }

    /** Where a service answers, without a slash at the end. */
    public String url(String service) {
        return "http://localhost:" + plan.ports().port(service);
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return "localhost:" + plan.ports().port("broker");
    }

    /** The issuer of tokens; its token endpoint is at {@code /protocol/openid-connect/token}. */
    public String issuer() {
        return parts.keycloak().issuer();
    }

    /** The secret of a client, such as {@code tax} or {@code village-370404001}. */
    public String clientSecret(String client) {
        if (parts.realm().clients().stream().noneMatch(known -> known.id().equals(client))) {
            throw new IllegalArgumentException("No client " + client + " in " + plan.county());
        }
        return secrets.password("client." + client);
    }

    /** The secret of every client of the county. */
    public Map<String, String> clientSecrets() {
        return parts.realm().clients().stream()
                .collect(Collectors.toMap(RealmFile.Client::id, client -> clientSecret(client.id())));
    }

    /** The secret of the client by which people log in to the desks. */
    public String deskSecret() {
        return secrets.password(RealmFile.DESK);
    }

    /** Clients that speak for a department in the whole county. */
    public List<String> departments() {
        return RealmFile.OF_THE_COUNTY;
    }

    /** The three administrators 三员, who can log in and belong to no department; their password is that of the people. */
    public List<String> administrators() {
        return RealmFile.ADMINISTRATORS.keySet().stream().sorted().toList();
    }

    /** The policy file that the services calculate with. */
    public Path policy() {
        return plan.policy();
    }

    /** Who can log in to the desks, all with the same password. */
    public List<Person> people() {
        return parts.realm().people();
    }

    /** The password of all {@link #people()} of this machine. */
    public String peoplePassword() {
        return RealmFile.peoplePassword(secrets);
    }

    /** Access to a service's database. */
    public Database database(String service) {
        return parts.access(service);
    }

    public Path log(String name) {
        return plan.logs().resolve(name + ".log");
    }

    /** The process of a part, if it lives. */
    public Optional<Long> pid(String name) {
        return PartProcess.running(plan, name).map(PartProcess::pid);
    }

    /** Ends a part as a power cut would; its data stays as it is on disk. */
    public void kill9(String name) {
        PartProcess.running(plan, name).ifPresent(PartProcess::kill9);
    }

    /** Starts a part on the data it left, stopping it first if it still runs, and waits until it does its work. */
    public void restart(String name) {
        stop(name);
        start(name);
        awaitReady(name);
    }

    /** Begins anew with empty topics and databases; Keycloak, slowest to start and without campaign data, goes on. */
    public void startEmpty() {
        List<String> withData =
                parts.names().stream().filter(name -> !name.equals("keycloak")).toList();
        withData.forEach(this::kill9);
        Folders.delete(plan.data().resolve("kafka"));
        Folders.delete(plan.data().resolve("postgres"));
        startServers();
        startServices();
    }

    /** Stops all parts, services first, so that no handoff is cut in its transaction. */
    public void stop() {
        try (StackRecord record = StackRecord.exclusive(plan)) {
            parts.names().stream().filter(StackPorts.SERVICES::contains).toList().parallelStream()
                    .forEach(this::stop);
            List.of("keycloak", "broker", "postgres").forEach(this::stop);
            record.remove();
        }
    }

    /** Ends a passing stack and deletes its home; a lasting one goes on. */
    @Override
    public void close() {
        if (plan.tethered()) {
            stop("keycloak"); // gracefully, for its realm is kept for the next stack
            parts.names().forEach(this::kill9);
            Folders.delete(plan.home());
        }
    }

    /** What all parts together take of the machine now, in MiB. */
    public long memoryMb() {
        return parts.names().stream()
                .flatMap(name -> PartProcess.running(plan, name).stream())
                .mapToLong(Memory::megabytes)
                .sum();
    }

    List<PartStatus> status() {
        return parts.names().stream().map(name -> PartStatus.of(plan, name)).toList();
    }

    private void startServers() {
        parts.postgres().initialise();
        if (parts.servers().contains("keycloak")) {
            prepareKeycloak();
        }
        parts.servers().forEach(this::start);
        parts.servers().forEach(this::awaitReady);
        StackPorts.SERVICES.forEach(parts::createDatabase);
    }

    private void prepareKeycloak() {
        if (parts.keycloak().fresh()) {
            progress.accept("preparing Keycloak, once, about half a minute");
            parts.keycloak().augment();
        }
        parts.keycloak().prepare(parts.realm().content(secrets));
    }

    private void startServices() {
        List<String> services =
                parts.names().stream().filter(StackPorts.SERVICES::contains).toList();
        services.forEach(this::start);
        services.forEach(this::awaitReady);
    }

    private void start(String name) {
        if (PartProcess.running(plan, name).isEmpty()) {
            PartProcess.start(parts.part(name), plan);
        }
    }

    private void awaitReady(String name) {
        Part part = parts.part(name);
        Instant begun = Instant.now();
        Instant said = begun;
        int gone = 0;
        while (!part.ready().getAsBoolean()) {
            Instant now = Instant.now();
            gone = PartProcess.running(plan, name).isEmpty() ? gone + 1 : 0;
            if (gone > 3) { // a part that has only just begun may not be seen yet
                throw failed(name + " ended during its start", name);
            }
            if (Duration.between(begun, now).compareTo(PATIENCE) > 0) {
                throw failed(name + " was not ready in " + PATIENCE.toMinutes() + " minutes", name);
            }
            if (Duration.between(said, now).toSeconds() >= 10) {
                progress.accept("waiting for " + name + ", "
                        + Duration.between(begun, now).toSeconds() + " s");
                said = now;
            }
            Pause.milliseconds(100);
        }
        progress.accept("%-14s ready on port %d".formatted(name, part.port()));
    }

    private StackProblem failed(String what, String name) {
        String running =
                parts.names().stream().filter(each -> pid(each).isPresent()).collect(Collectors.joining(", "));
        return new StackProblem(
                what + "; last lines of " + log(name) + ":\n" + Folders.lastLines(log(name), 20),
                "Still running: " + (running.isEmpty() ? "nothing" : running)
                        + ". When the cause is gone, `deploy/liangxian up` starts what is missing;"
                        + " `deploy/liangxian down` stops the rest.");
    }

    private void stop(String name) {
        Optional<PartProcess> process = PartProcess.running(plan, name);
        if (process.isEmpty()) {
            return;
        }
        // stopped during its import, it would leave half a realm
        boolean worthKeeping =
                name.equals("keycloak") && parts.part(name).ready().getAsBoolean();
        // to PostgreSQL TERM means: wait until the last client has left
        boolean byItself = process.get().stop(name.equals("postgres") ? "INT" : "TERM", 30);
        progress.accept(name + (byItself ? " stopped" : " did not stop in 30 s and was killed"));
        if (byItself && worthKeeping) {
            parts.keycloak().keep();
        }
    }
}
