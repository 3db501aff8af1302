package cn.liangxian.collection.availability;

import cn.liangxian.collection.ChannelHandoff.ChannelsSummed.Running;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What the channels reported. */
@ApplicationScoped
public class Outages {

    private final Jdbi jdbi;
    private final Policy policy;

    Outages(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** @return false when the channel is interrupted already */
    boolean enter(UUID id, String channel, LocalDateTime since, String cause, String by) {
        return jdbi.withHandle(h -> h.execute(
                        "insert into outage values (?, ?, ?, null, ?, ?) on conflict (channel) where until is null do nothing",
                        id,
                        channel,
                        since,
                        cause,
                        by)
                == 1);
    }

    /** Those that last now. */
    public List<Outage> lasting() {
        return jdbi.withHandle(h -> h.createQuery("select * from outage where until is null order by since, outage_id")
                .map(this::read)
                .list());
    }

    Optional<Outage> lasting(String channel) {
        return jdbi.withHandle(h -> h.createQuery("select * from outage where channel = ? and until is null for update")
                .bind(0, channel)
                .map(this::read)
                .findOne());
    }

    void restored(Outage outage, LocalDateTime at) {
        jdbi.useHandle(h -> h.execute("update outage set until = ? where outage_id = ?::uuid", at, outage.outageId()));
    }

    void failed(String channel, LocalDate on, int failures, String cause) {
        jdbi.useHandle(h -> h.execute(
                "insert into channel_failure (channel, on_date, failures, cause) values (?, ?, ?, ?)",
                channel,
                on,
                failures,
                cause));
    }

    /** Those that last, and those that touched the day, in the order of their beginning. */
    List<Outage> on(LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from outage where since < :end and (until is null or until > :start)
                        order by since, outage_id""")
                .bind("start", day.atStartOfDay())
                .bind("end", day.plusDays(1).atStartOfDay())
                .map(this::read)
                .list());
    }

    /** How each channel that is open on the day worked on it, in the order of the policy. */
    List<Running> running(LocalDate day) {
        Map<String, List<Outage>> outages = on(day).stream().collect(Collectors.groupingBy(Outage::channel));
        Map<String, Integer> failures = jdbi.withHandle(h -> h.createQuery(
                        "select channel, sum(failures) from channel_failure where on_date = ? group by channel")
                .bind(0, day)
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return policy.channels().stream()
                .filter(channel -> channel.openOn(day))
                .map(Channel::code)
                .map(code -> new Running(
                        code,
                        Outage.minutesOn(day, outages.getOrDefault(code, List.of())),
                        failures.getOrDefault(code, 0)))
                .toList();
    }

    private Outage read(ResultSet row, StatementContext context) throws SQLException {
        return Outage.of(
                row.getString("outage_id"),
                row.getString("channel"),
                row.getObject("since", LocalDateTime.class),
                row.getObject("until", LocalDateTime.class),
                row.getString("cause"),
                policy);
    }
}
