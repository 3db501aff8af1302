package cn.liangxian.audit.index;

import cn.liangxian.messaging.RawEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The hash chains of all partitions in the database: every batch adds one link to each chain that it touches. */
final class Chains {

    private final Handle handle;

    Chains(Handle handle) {
        this.handle = handle;
    }

    /** The end of a chain: how many links and records it has, up to which position, and its head in hexadecimal. */
    record End(String topic, int partition, long links, long records, long lastPosition, String head) {}

    private record Last(long number, byte[] head) {}

    /** Adds the events to the chains of their partitions, in the order given. */
    void add(Collection<RawEvent> events) {
        Map<TopicPartition, List<RawEvent>> byPartition = new LinkedHashMap<>();
        for (RawEvent event : events) {
            byPartition
                    .computeIfAbsent(new TopicPartition(event.topic(), event.partition()), p -> new ArrayList<>())
                    .add(event);
        }
        Map<TopicPartition, Last> last = last(byPartition.keySet());
        PreparedBatch links = handle.prepareBatch("insert into chain_link values (?, ?, ?, ?, ?, ?, ?)");
        byPartition.forEach((partition, records) -> {
            Last before = last.get(partition);
            HashChain chain = before == null ? HashChain.beginning() : HashChain.from(before.head());
            records.forEach(chain::add);
            links.bind(0, partition.topic())
                    .bind(1, partition.partition())
                    .bind(2, before == null ? 1 : before.number() + 1)
                    .bind(3, records.get(0).offset())
                    .bind(4, records.get(records.size() - 1).offset())
                    .bind(5, records.size())
                    .bind(6, chain.head())
                    .add();
        });
        links.execute();
    }

    /** Where each chain ends, by topic and partition. */
    static List<End> ends(Handle handle) {
        return handle.createQuery(
                        """
                        select l.topic, l.partition, l.number, t.records, l.last_position, l.head
                        from (select topic, partition, max(number) as number, sum(records) as records
                              from chain_link group by topic, partition) t
                        join chain_link l using (topic, partition, number) order by l.topic, l.partition""")
                .map((row, context) -> new End(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        HexFormat.of().formatHex(row.getBytes(6))))
                .list();
    }

    private Map<TopicPartition, Last> last(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Last> last = new HashMap<>();
        handle.createQuery(
                        """
                        select p.topic, p.partition, l.number, l.head
                        from unnest(?::text[], ?::int[]) as p (topic, partition)
                        cross join lateral (select number, head from chain_link c
                            where c.topic = p.topic and c.partition = p.partition order by number desc limit 1) l""")
                .bind(0, partitions.stream().map(TopicPartition::topic).toArray(String[]::new))
                .bind(
                        1,
                        partitions.stream()
                                .map(p -> Integer.toString(p.partition()))
                                .toArray(String[]::new))
                .map((row, context) -> last.put(
                        new TopicPartition(row.getString(1), row.getInt(2)), new Last(row.getLong(3), row.getBytes(4))))
                .list();
        return last;
    }
}
