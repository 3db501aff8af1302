package cn.liangxian.messaging;

import cn.liangxian.handoff.Compatibility;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Shape;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Before its channels open, a service declares what it publishes and compares what it reads with what the publishers
 * declared. It refuses to start where they do not agree: each event would be parked, and its key with it. A publisher that
 * never started has declared nothing, which is fine.
 */
@ApplicationScoped
class AgreeingOnHandoffs {

    private final DeclarationBoard board;
    private final IncomingTopics incoming;
    private final List<Class<? extends Handoff>> published;
    private final Duration patience;

    /** @param patience so long a publisher that starts at the same time may take to declare its new shapes */
    AgreeingOnHandoffs(
            DeclarationBoard board,
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "liangxian.declarations.patience", defaultValue = "20S") Duration patience) {
        this.board = board;
        this.incoming = new IncomingTopics(config);
        this.published = Declarations.of(Character.toUpperCase(service.charAt(0)) + service.substring(1));
        this.patience = patience;
    }

    void agree(@Observes @Priority(2) StartupEvent event) throws InterruptedException {
        Map<String, Shape> declared = shapes(Declarations.onClasspath());
        Map<String, Shape> ours = shapes(published);
        Map<String, Shape> read = new TreeMap<>(declared);
        read.keySet().retainAll(incoming.among(declared.keySet()));
        read.keySet().removeAll(ours.keySet());
        board.declare(ours);
        List<String> disagreements = disagreements(read);
        for (Instant end = Instant.now().plus(patience);
                !disagreements.isEmpty() && Instant.now().isBefore(end);
                disagreements = disagreements(read)) {
            Thread.sleep(250);
        }
        if (!disagreements.isEmpty()) {
            throw new IllegalStateException("publisher and reader do not agree, bring both to the same version: "
                    + String.join("; ", disagreements));
        }
    }

    private List<String> disagreements(Map<String, Shape> read) {
        List<String> disagreements = new ArrayList<>();
        board.read().forEach((topic, written) -> {
            if (read.containsKey(topic)) {
                Compatibility.unreadable(written, read.get(topic))
                        .forEach(line -> disagreements.add(topic + " " + line));
            }
        });
        return disagreements;
    }

    private static Map<String, Shape> shapes(List<Class<? extends Handoff>> handoffs) {
        Map<String, Shape> shapes = new TreeMap<>();
        handoffs.forEach(handoff -> shapes.put(Handoff.termsOf(handoff).topic(), Shape.of(handoff)));
        return shapes;
    }
}
