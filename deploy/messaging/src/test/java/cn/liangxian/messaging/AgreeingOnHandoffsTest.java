package cn.liangxian.messaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.audit.PublicationHandoff.PublicationEvidenced;
import cn.liangxian.handoff.Shape;
import cn.liangxian.handoff.Shape.Field;
import cn.liangxian.local.TestStack;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AgreeingOnHandoffsTest {

    private static final Shape EVIDENCED = Shape.of(PublicationEvidenced.class);

    @Inject
    DeclarationBoard board;

    @Inject
    Config config;

    @Inject
    ChannelRegistry channels;

    @AfterEach
    void asDeclared() {
        board.declare(Map.of(PublicationEvidenced.TOPIC, EVIDENCED));
    }

    @Test
    void thePublisherDeclaresItsHandoffsAndOnlyTheLastWordCounts() throws InterruptedException {
        board.declare(Map.of(PublicationEvidenced.TOPIC, changed("evidenceDigest", null)));
        starting("audit", config).agree(new StartupEvent());
        assertEquals(EVIDENCED, board.read().get(PublicationEvidenced.TOPIC));
        assertEquals(Shape.of(DayOpened.class), board.read().get(DayOpened.TOPIC));
    }

    @Test
    void aReaderStartsWhereThePublisherAgreesOrAddsAField() {
        assertDoesNotThrow(() -> starting("reader", config).agree(new StartupEvent()));
        board.declare(Map.of(PublicationEvidenced.TOPIC, changed("more", new Field("string", false, List.of()))));
        assertDoesNotThrow(() -> starting("reader", config).agree(new StartupEvent()));
    }

    @Test
    void aReaderDoesNotStartWhereThePublisherDisagreesAndNamesTopicAndField() {
        board.declare(Map.of(PublicationEvidenced.TOPIC, changed("evidenceDigest", null)));
        assertRefused("audit-publication-evidenced-v1 evidenceDigest: is required here and not published");
        board.declare(
                Map.of(PublicationEvidenced.TOPIC, changed("publishedOn", new Field("string", false, List.of()))));
        assertRefused("audit-publication-evidenced-v1 publishedOn: is published as string and read as date");
    }

    @Test
    void aPublisherThatStartsAtTheSameTimeIsWaitedFor() throws Exception {
        board.declare(Map.of(PublicationEvidenced.TOPIC, changed("evidenceDigest", null)));
        AgreeingOnHandoffs reader = new AgreeingOnHandoffs(board, config, "reader", Duration.ofSeconds(30));
        CompletableFuture<Void> start =
                CompletableFuture.runAsync(() -> assertDoesNotThrow(() -> reader.agree(new StartupEvent())));
        starting("audit", config).agree(new StartupEvent());
        start.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aChannelThatReadsNoDeclaredTopicIsRefused() {
        Config misspelt = config(Map.of("mp.messaging.incoming.audit-day-opend-v1.connector", "smallrye-kafka"));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> starting("reader", misspelt).agree(new StartupEvent()));
        assertTrue(refused.getMessage().contains("audit-day-opend-v1"), refused.getMessage());
    }

    @Test
    void aChannelMayReadAllTopicsOfAPattern() {
        Config pattern = config(Map.of(
                "mp.messaging.incoming.everything.connector", "smallrye-kafka",
                "mp.messaging.incoming.everything.pattern", "true",
                "mp.messaging.incoming.everything.topic", "audit-.+"));
        Set<String> declared = Set.of(DayOpened.TOPIC, PublicationEvidenced.TOPIC, "collection-day-summed-v1");
        assertEquals(Set.of(DayOpened.TOPIC, PublicationEvidenced.TOPIC), new IncomingTopics(pattern).among(declared));
    }

    @Test
    void theConfigurationNamesEveryChannelThatIsOpen() {
        Set<String> declared =
                Set.of(DayOpened.TOPIC, PublicationEvidenced.TOPIC, EvaluationReported.TOPIC, "other-v1");
        assertEquals(channels.getIncomingNames(), new IncomingTopics(config).among(declared));
    }

    private void assertRefused(String why) {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> starting("reader", config).agree(new StartupEvent()));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private AgreeingOnHandoffs starting(String service, Config config) {
        return new AgreeingOnHandoffs(board, config, service, Duration.ofMillis(1));
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withDefaultValues(values).build();
    }

    private static Shape changed(String path, Field field) {
        TreeMap<String, Field> fields = new TreeMap<>(EVIDENCED.fields());
        if (field == null) {
            fields.remove(path);
        } else {
            fields.put(path, field);
        }
        return new Shape(fields);
    }
}
