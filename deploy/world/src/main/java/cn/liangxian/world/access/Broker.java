package cn.liangxian.world.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** What the broker says: who consumes what, and where each partition ends. */
public final class Broker implements AutoCloseable {
    private static final int SECONDS = 5;
    /** Consumers of a group join one after the other; between two of them the group is stable, too. */
    private static final long SETTLED_NANOS = 2_000_000_000L;

    private final Admin admin;
    private final Map<Service, Set<TopicPartition>> consumed = new EnumMap<>(Service.class);

    public Broker(String bootstrap) {
        admin = Admin.create(
                Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", 5_000, "default.api.timeout.ms", 20_000));
    }

    /** Waits until the services have divided all partitions among their consumers, and notes who consumes what. */
    public void learnWhoConsumesWhat() {
        Patience patience = new Patience();
        Map<Service, Set<TopicPartition>> last = null;
        long since = System.nanoTime();
        while (last == null || System.nanoTime() - since < SETTLED_NANOS) {
            patience.pauseOr("the services have not taken their partitions", null);
            Map<Service, Set<TopicPartition>> now = assignments();
            if (now == null || !now.equals(last)) since = System.nanoTime();
            last = now;
        }
        consumed.putAll(last);
    }

    Set<TopicPartition> consumedBy(Service service) {
        return consumed.get(service);
    }

    /** The end of every partition that a service consumes; null when the broker does not answer. */
    Map<TopicPartition, Long> ends() {
        Set<TopicPartition> all = new HashSet<>();
        consumed.values().forEach(all::addAll);
        return ends(all);
    }

    /** The end of every partition that this service consumes; null when the broker does not answer. */
    Map<TopicPartition, Long> ends(Service service) {
        return ends(consumed.get(service));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked)
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }

    /** Null while a group is missing or still being divided. */
    private Map<Service, Set<TopicPartition>> assignments() {
        try {
            List<String> groups =
                    List.of(Service.values()).stream().map(Service::label).toList();
            Map<String, ConsumerGroupDescription> described =
                    admin.describeConsumerGroups(groups).all().get(SECONDS, TimeUnit.SECONDS);
            Map<Service, Set<TopicPartition>> assigned = new EnumMap<>(Service.class);
            for (Service service : Service.values()) {
                ConsumerGroupDescription group = described.get(service.label());
                if (group.groupState() != GroupState.STABLE) return null;
                Set<TopicPartition> partitions = new HashSet<>();
                group.members().forEach(m -> partitions.addAll(m.assignment().topicPartitions()));
                assigned.put(service, partitions);
            }
            return assigned;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
