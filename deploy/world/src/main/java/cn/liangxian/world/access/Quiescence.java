package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the five services have nothing left to do: the day is open everywhere, every handoff is published, and
 * every partition that a service consumes is worked to its end; and all that twice in a row.
 */
public final class Quiescence {
    private static final long POLL_MILLIS = 25;
    private static final long LIMIT_NANOS = Patience.LIMIT.toNanos();

    private final Access access;
    private final Broker broker;
    private final ExecutorService pollers;

    public Quiescence(Access access, Broker broker, ExecutorService pollers) {
        this.access = access;
        this.broker = broker;
        this.pollers = pollers;
    }

    /** @throws UnreachableException with the reason when it does not come to rest within three minutes */
    public void await(LocalDate day) {
        long begun = System.nanoTime();
        Map<Service, JsonNode> before = null;
        while (true) {
            Map<Service, JsonNode> now = statuses();
            String unrest = unrest(now, day);
            if (unrest == null && now.equals(before)) return;
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                throw new UnreachableException(
                        "the services do not come to rest on " + day + ": "
                                + (unrest == null ? "still moving" : unrest),
                        null);
            }
            before = unrest == null ? now : null;
            if (unrest != null) Patience.pause(POLL_MILLIS);
        }
    }

    private Map<Service, JsonNode> statuses() {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (Service service : Service.values()) {
            asked.add(CompletableFuture.supplyAsync(() -> access.look(service, "/status"), pollers));
        }
        Map<Service, JsonNode> statuses = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Answer answer = asked.get(service.ordinal()).join();
            if (answer != null && answer.ok()) statuses.put(service, answer.json());
        }
        return statuses;
    }

    /** Why it is not at rest; null when it is. */
    private String unrest(Map<Service, JsonNode> statuses, LocalDate day) {
        for (Service service : Service.values()) {
            JsonNode status = statuses.get(service);
            if (status == null) return service.label() + " does not answer";
            if (!day.toString().equals(status.path("businessDate").asText()))
                return service.label() + " is on " + status.path("businessDate").asText("no day");
            if (status.path("outbox").asLong() != 0 || status.path("publishing").asInt() != 0)
                return service.label() + " still publishes";
        }
        Map<TopicPartition, Long> ends = broker.ends();
        if (ends == null) return "the broker does not answer";
        for (Service service : Service.values()) {
            String behind = behind(service, statuses.get(service).path("handled"), ends);
            if (behind != null) return behind;
        }
        return null;
    }

    private String behind(Service service, JsonNode handled, Map<TopicPartition, Long> ends) {
        for (TopicPartition partition : broker.consumedBy(service)) {
            long end = ends.getOrDefault(partition, 0L);
            long at = handled.path(partition.toString()).asLong(0);
            if (at < end) return service.label() + " is at " + at + " of " + end + " of " + partition;
        }
        return null;
    }
}
