package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the five services have nothing left to do: the day is open everywhere, every handoff is published, and
 * every partition that a service consumes is worked to its end.
 *
 * <p>Looking once is enough. A status is one snapshot of a service's database, and the ends are asked after all statuses: a
 * service that had worked up to them received nothing between its snapshot and that question, so it had nothing to hand
 * over either, and neither had any other.
 */
public final class Quiescence {
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 60;
    private static final String SILENT = "the broker does not answer";
    private static final long LIMIT_NANOS = Patience.LIMIT.toNanos();

    private final Access access;
    private final Broker broker;
    private final ExecutorService pollers;
    /** As the broker said them last. They only grow: who is not there yet need not be held against newer ones. */
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    public Quiescence(Access access, Broker broker, ExecutorService pollers) {
        this.access = access;
        this.broker = broker;
        this.pollers = pollers;
    }

    /** @throws UnreachableException with the reason when it does not come to rest within three minutes */
    public void await(LocalDate day) {
        long begun = System.nanoTime();
        while (true) {
            Unrest unrest = unrest(statuses(), day);
            if (unrest == null) return;
            long pause = SHORTEST_PAUSE_MILLIS;
            while (unrest != null) {
                if (System.nanoTime() - begun > LIMIT_NANOS)
                    throw new UnreachableException(
                            "the services do not come to rest on " + day + ": " + unrest.why(), null);
                Patience.pause(pause);
                // who asks too often takes the time that the services need
                pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MILLIS);
                // the others go on meanwhile; they need not be asked as long as this one is at work
                unrest = unrest(unrest.service(), status(unrest.service()), day);
            }
        }
    }

    private record Unrest(Service service, String why) {}

    private JsonNode status(Service service) {
        Answer answer = access.look(service, "/status");
        return answer != null && answer.ok() ? answer.json() : null;
    }

    private Map<Service, JsonNode> statuses() {
        List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
        for (Service service : Service.values())
            asked.add(CompletableFuture.supplyAsync(() -> status(service), pollers));
        Map<Service, JsonNode> statuses = new EnumMap<>(Service.class);
        for (Service service : Service.values())
            statuses.put(service, asked.get(service.ordinal()).join());
        return statuses;
    }

    /** The first that is not at rest, and why; null when all are. */
    private Unrest unrest(Map<Service, JsonNode> statuses, LocalDate day) {
        for (Service service : Service.values()) {
            Unrest unrest = atWork(service, statuses.get(service), day);
            if (unrest != null) return unrest;
        }
        Unrest unrest = behind(statuses);
        if (unrest != null) return unrest;
        return learnt(broker.ends()) ? behind(statuses) : new Unrest(Service.AUDIT, SILENT);
    }

    private Unrest unrest(Service service, JsonNode status, LocalDate day) {
        Unrest unrest = atWork(service, status, day);
        if (unrest == null) unrest = behind(service, status);
        if (unrest != null) return unrest;
        return learnt(broker.ends(service)) ? behind(service, status) : new Unrest(service, SILENT);
    }

    private boolean learnt(Map<TopicPartition, Long> now) {
        if (now != null) ends.putAll(now);
        return now != null;
    }

    private static Unrest atWork(Service service, JsonNode status, LocalDate day) {
        if (status == null) return new Unrest(service, service.label() + " does not answer");
        if (!day.toString().equals(status.path("businessDate").asText()))
            return new Unrest(
                    service,
                    service.label() + " is on " + status.path("businessDate").asText("no day"));
        if (status.path("outbox").asLong() != 0 || status.path("publishing").asInt() != 0)
            return new Unrest(service, service.label() + " still publishes");
        return null;
    }

    private Unrest behind(Map<Service, JsonNode> statuses) {
        for (Service service : Service.values()) {
            Unrest unrest = behind(service, statuses.get(service));
            if (unrest != null) return unrest;
        }
        return null;
    }

    private Unrest behind(Service service, JsonNode status) {
        for (TopicPartition partition : broker.consumedBy(service)) {
            long at = status.path("handled").path(partition.toString()).asLong(0);
            long end = ends.getOrDefault(partition, 0L);
            if (at < end)
                return new Unrest(service, service.label() + " is at " + at + " of " + end + " of " + partition);
        }
        return null;
    }
}
