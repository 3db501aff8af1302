package cn.liangxian.journeys.bench.peer;

import cn.liangxian.local.ReconcilingPeer;
import cn.liangxian.local.TestServers;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams: three topics, two joins, the differences in a fourth. Everything on the broker of the test. */
public final class StreamsReconciling implements ReconcilingPeer {

    private static final int PARTITIONS = 2;

    @Override
    public String name() {
        return "Kafka Streams";
    }

    @Override
    public Reconciled run(Path tax, Path treasury, Path agency) throws Exception {
        String prefix = "peer-" + UUID.randomUUID();
        Path state = Files.createTempDirectory("liangxian-streams-");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            List<String> topics = Stream.of("tax", "treasury", "agency", "difference")
                    .map(topic -> prefix + "-" + topic)
                    .toList();
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            try (KafkaStreams streams =
                    new KafkaStreams(StreamsTopology.of(prefix, PARTITIONS), settings(prefix, state))) {
                streams.start();
                while (streams.state() != KafkaStreams.State.RUNNING) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                long begun = System.nanoTime();
                send(topics.get(0), tax, row -> record(topics.get(0), row[5] + "|" + row[6], row[8] + "," + row[7]));
                send(topics.get(1), treasury, row -> record(topics.get(1), row[4] + "|" + row[5], row[6]));
                send(topics.get(2), agency, row -> record(topics.get(2), row[0], row[1]));
                awaitAllWorked(admin, prefix);
                double seconds = (System.nanoTime() - begun) / 1e9;
                return new Reconciled(seconds, differences(topics.get(3)));
            }
        } finally {
            forget(prefix);
            try (Stream<Path> files = Files.walk(state)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void forget(String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .toList();
            admin.deleteTopics(topics).all().get();
        }
    }

    private static Properties settings(String application, Path state) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                application,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestServers.kafka(),
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                PARTITIONS,
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                Serdes.StringSerde.class,
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                Serdes.StringSerde.class,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                1_000,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                64L << 20,
                StreamsConfig.producerPrefix("compression.type"),
                "lz4"));
        return settings;
    }

    private static ProducerRecord<String, String> record(String topic, String key, String value) {
        return new ProducerRecord<>(topic, key, value);
    }

    private static void send(String topic, Path file, Function<String[], ProducerRecord<String, String>> record)
            throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestServers.kafka(),
                "linger.ms",
                5,
                "batch.size",
                131_072,
                "compression.type",
                "lz4");
        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                producer.send(record.apply(line.split(",", -1)));
            }
        }
    }

    /** Until nothing of the input or between the joins lies before the committed offsets. */
    private static void awaitAllWorked(Admin admin, String application) throws Exception {
        for (int idle = 0; idle < 2; ) {
            TimeUnit.MILLISECONDS.sleep(100);
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            done.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            var latest = admin.listOffsets(ends).all().get();
            boolean all = done.size() == 4 * PARTITIONS
                    && done.entrySet().stream()
                            .allMatch(entry -> entry.getValue() != null
                                    && entry.getValue().offset()
                                            >= latest.get(entry.getKey()).offset());
            idle = all ? idle + 1 : 0;
        }
    }

    private static int differences(String topic) {
        Map<String, String> last = new HashMap<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestServers.kafka(), "max.poll.records", 20_000, "fetch.max.bytes", 8 << 20);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Stream.iterate(0, n -> n + 1)
                    .limit(PARTITIONS)
                    .map(n -> new TopicPartition(topic, n))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
                    String[] said = one.value().split(",", 4);
                    if (said[2].isEmpty()) {
                        last.putIfAbsent(said[1], said[0]);
                    } else {
                        last.put(said[1], said[0]);
                    }
                }
            }
        }
        return Math.toIntExact(last.values().stream()
                .filter(kind -> !kind.equals(StreamsTopology.NONE))
                .count());
    }
}
