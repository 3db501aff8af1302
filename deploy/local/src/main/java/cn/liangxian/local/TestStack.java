package cn.liangxian.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service under test stands on: {@code @QuarkusTestResource(TestStack.class)} gives it a real broker and a fresh
 * database. Plain tests without Quarkus use {@link TestServers}.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

    private String policy;

    /** {@code policy}: a county's file, from the root of the checkout; else it is that of {@link #county()}. */
    @Override
    public void init(Map<String, String> arguments) {
        policy = arguments.get("policy");
    }

    @Override
    public Map<String, String> start() {
        Database database = TestServers.newDatabase();
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", TestServers.kafka());
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.app());
        settings.put("quarkus.datasource.password", database.appPassword());
        settings.put("quarkus.flyway.username", database.owner());
        settings.put("quarkus.flyway.password", database.ownerPassword());
        settings.put("liangxian.policy", policy().toString());
        settings.put("liangxian.identity-key", randomKey());
        settings.put("liangxian.webhook-key", randomKey());
        return settings;
    }

    /** Nothing: the servers serve every test of this JVM and end with it. */
    @Override
    public void stop() {}

    /** The county of tests that name none: the build says which, {@code liangxian.test.county}. */
    public static String county() {
        String county = System.getProperty("liangxian.test.county");
        return county == null ? Counties.only(TestServers.root()) : county;
    }

    private Path policy() {
        Path root = TestServers.root();
        return policy == null ? Counties.policy(root, county()) : root.resolve(policy);
    }

    /** As {@link TestServers#kafka()}. */
    public static String kafka() {
        return TestServers.kafka();
    }

    /** As {@link TestServers#newDatabase()}. */
    public static Database newDatabase() {
        return TestServers.newDatabase();
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
