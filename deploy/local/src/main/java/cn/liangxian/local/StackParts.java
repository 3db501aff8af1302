package cn.liangxian.local;

import cn.liangxian.local.StackPlan.Extent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How each part of a planned stack is run, and what it needs before. */
final class StackParts {

    private static final String RUN = "quarkus-run.jar";

    private final StackPlan plan;
    private final Secrets secrets;

    StackParts(StackPlan plan, Secrets secrets) {
        this.plan = plan;
        this.secrets = secrets;
    }

    /** The servers, in no order: none needs another. */
    List<String> servers() {
        return plan.extent() == Extent.DATA ? List.of("postgres", "broker") : List.of("postgres", "broker", "keycloak");
    }

    /** What the plan runs, servers first. */
    List<String> names() {
        List<String> names = new ArrayList<>(servers());
        if (plan.extent() == Extent.ALL) {
            names.addAll(StackPorts.SERVICES);
        }
        return names;
    }

    Part part(String name) {
        return switch (name) {
            case "postgres" -> server(name, postgres().command(), Map.of(), this::postgresAnswers);
            case "broker" -> {
                Broker broker = new Broker(plan.root(), plan.data().resolve("kafka"), port(name), port("controller"));
                yield server(name, broker.command(), Map.of(), () -> Probe.broker(port(name)));
            }
            case "keycloak" -> {
                String metadata = keycloak().issuer() + "/.well-known/openid-configuration";
                Map<String, String> admin = Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.password("keycloak.admin"));
                yield server(name, keycloak().command(), admin, () -> Probe.get(metadata)
                        .isPresent());
            }
            default -> service(name);
        };
    }

    Keycloak keycloak() {
        return Keycloak.in(plan.root(), plan.data().resolve("keycloak"), port("keycloak"));
    }

    Postgres postgres() {
        return new Postgres(
                PostgresBinaries.in(plan.root().resolve(".liangxian/dist")),
                plan.data().resolve("postgres/cluster"),
                port("postgres"),
                secrets.password("postgres"));
    }

    RealmFile realm() {
        return new RealmFile(plan.root().resolve("deploy/local/realm/liangxian.json"), plan.policy());
    }

    /** Makes the service's database if it is not there. */
    void createDatabase(String service) {
        Database access = access(service);
        try {
            postgres().database(service, access.ownerPassword(), access.appPassword());
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + service, e);
        }
    }

    Database access(String service) {
        String secret = "database." + service;
        return postgres().access(service, secrets.password(secret + ".owner"), secrets.password(secret + ".app"));
    }

    private Part server(String name, List<String> command, Map<String, String> environment, BooleanSupplier ready) {
        return new Part(name, port(name), plan.home(), command, environment, ready);
    }

    /** Run where it was built: the archive of its classes, which saves a quarter of its start, knows its jar by this name. */
    private Part service(String name) {
        Path app = plan.root().resolve(name + "-service/target/quarkus-app");
        if (!Files.exists(app.resolve(RUN))) {
            throw new StackProblem(name + " is not built: no " + app.resolve(RUN), "./mvnw -DskipTests install");
        }
        List<String> command = new ArrayList<>(Jvm.command(plan.serviceHeapMb()));
        command.addAll(List.of("-XX:SharedArchiveFile=app-cds.jsa", "-jar", RUN));
        Database database = access(name);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(name)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.app());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.appPassword());
        environment.put("QUARKUS_FLYWAY_USERNAME", database.owner());
        environment.put("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port("broker"));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak().issuer());
        environment.put("LIANGXIAN_DESK_SECRET", secrets.password(RealmFile.DESK));
        StackPorts.SERVICES.forEach(desk ->
                environment.put("LIANGXIAN_DESK_" + desk.toUpperCase(Locale.ROOT), "http://localhost:" + port(desk)));
        environment.put("LIANGXIAN_POLICY", plan.policy().toString());
        environment.put("LIANGXIAN_IDENTITY_KEY", secrets.identityKey());
        environment.put("LIANGXIAN_WEBHOOK_KEY", secrets.webhookKey());
        environment.putAll(plan.inbox());
        String ready = "http://localhost:" + port(name) + "/q/health/ready";
        return new Part(name, port(name), app, command, environment, () -> Probe.get(ready)
                .isPresent());
    }

    private boolean postgresAnswers() {
        try (Connection connection = postgres().connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private int port(String name) {
        return plan.ports().port(name);
    }
}
