package cn.liangxian.messaging;

import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import net.jpountz.lz4.LZ4Factory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The broker as this service reaches it: producers with the guarantees of the house, and the declared topics. */
@ApplicationScoped
public class KafkaEnd {

    private static final Logger LOG = Logger.getLogger(KafkaEnd.class);
    private static final int PROMPT = 20_000;
    private final String bootstrap;
    private final int partitions;
    private final short replicas;

    KafkaEnd(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "liangxian.topics.partitions", defaultValue = "3") int partitions,
            @ConfigProperty(name = "liangxian.topics.replicas", defaultValue = "1") short replicas) {
        this.bootstrap = bootstrap;
        this.partitions = partitions;
        this.replicas = replicas;
        loadLz4();
    }

    /**
     * Kafka compresses natively only where the class loader is that of the JVM, or the native code is loaded already; in Java it
     * takes a quarter of the time of a bulk publication.
     */
    private static void loadLz4() {
        try {
            LZ4Factory.nativeInstance();
        } catch (LinkageError | RuntimeException e) {
            LOG.infof("LZ4 runs in Java: %s", e.getMessage());
        }
    }

    /** A producer that keeps order and waits out an outage of ten minutes before it gives up a record. */
    public KafkaProducer<String, byte[]> producer() {
        return producer(600_000, 120_000);
    }

    /** One for whom somebody waits: it gives up a record after some seconds. */
    KafkaProducer<String, byte[]> promptProducer() {
        return producer(PROMPT, PROMPT);
    }

    /** @param patience milliseconds until a record is given up; {@code blocking} until the broker is taken to be away */
    private KafkaProducer<String, byte[]> producer(int patience, int blocking) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                5,
                "batch.size",
                131_072,
                "compression.type",
                "lz4",
                "request.timeout.ms",
                Math.min(30_000, patience / 2),
                "delivery.timeout.ms",
                patience,
                "max.block.ms",
                blocking);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer without a group: it is assigned what it reads and commits nothing. What it asks or closes waits behind the fetch of
     * what comes next, which it always has under way: so the broker does not hold that back until something comes.
     */
    KafkaConsumer<String, byte[]> reader() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                false,
                "fetch.max.wait.ms",
                10,
                "default.api.timeout.ms",
                120_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", 120_000));
    }

    /**
     * Creates what is missing of the topics that this service publishes or may consume, before its channels subscribe.
     * Events are facts: a topic is never emptied by age or size.
     */
    void createTopics(@Observes @Priority(1) StartupEvent event) throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (Class<? extends Handoff> type : Declarations.onClasspath()) {
                Terms terms = Handoff.termsOf(type);
                if (!present.contains(terms.topic())) {
                    missing.add(new NewTopic(terms.topic(), partitions, replicas)
                            .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1")));
                }
            }
            if (!present.contains(DeclarationBoard.TOPIC)) {
                missing.add(
                        new NewTopic(DeclarationBoard.TOPIC, 1, replicas).configs(Map.of("cleanup.policy", "compact")));
            }
            for (var created : admin.createTopics(missing).values().entrySet()) {
                try {
                    created.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                    LOG.debugf("%s was created by another service", created.getKey());
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be created at " + bootstrap, e.getCause());
        }
    }
}
