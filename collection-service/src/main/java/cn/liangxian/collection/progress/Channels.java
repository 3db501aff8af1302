package cn.liangxian.collection.progress;

import cn.liangxian.collection.availability.Outage;
import cn.liangxian.collection.availability.Outages;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What each channel brought to an area, and whether it takes money now. */
@ApplicationScoped
class Channels {

    private final Jdbi jdbi;
    private final Policy policy;
    private final Outages outages;

    Channels(Jdbi jdbi, Policy policy, Outages outages) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.outages = outages;
    }

    /** Whether a channel takes money. */
    public enum Now {
        OPEN,
        INTERRUPTED,
        /** Not in its days. */
        CLOSED,
        /** No channel of residents: departments pay on their behalf, sponsors for them. */
        NONE
    }

    /**
     * One channel.
     *
     * @param people who had paid in full with a payment over it; {@code fen} that came in over it
     * @param since when it was interrupted; null while it is not
     */
    public record Line(String code, int people, long fen, Now now, LocalDateTime since) {}

    private record Brought(int people, long fen) {}

    /** Those of the policy in its order, with those that brought nothing; then what others paid. */
    List<Line> of(String area, Insurance insurance, LocalDate day) {
        Map<String, Brought> brought = brought(area, insurance);
        Map<String, LocalDateTime> interrupted =
                outages.lasting().stream().collect(Collectors.toMap(Outage::channel, Outage::since));
        List<Line> lines = new ArrayList<>();
        for (Channel channel : policy.channels()) {
            LocalDateTime since = interrupted.get(channel.code());
            Now now = since != null ? Now.INTERRUPTED : channel.openOn(day) ? Now.OPEN : Now.CLOSED;
            lines.add(line(channel.code(), brought.remove(channel.code()), now, since));
        }
        brought.forEach((code, sum) -> lines.add(line(code, sum, Now.NONE, null)));
        return lines;
    }

    private static Line line(String code, Brought brought, Now now, LocalDateTime since) {
        return new Line(code, brought == null ? 0 : brought.people(), brought == null ? 0 : brought.fen(), now, since);
    }

    private Map<String, Brought> brought(String area, Insurance insurance) {
        Map<String, Brought> brought = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        """
                        select channel, sum(people) as people, sum(fen) as fen from channel_taking
                        where fee_year = :year and insurance = :insurance and starts_with(village, :area)
                        group by channel order by channel""")
                .bind("year", policy.feeYear())
                .bind("insurance", insurance.name())
                .bind("area", area)
                .map((row, context) ->
                        brought.put(row.getString("channel"), new Brought(row.getInt("people"), row.getLong("fen"))))
                .list());
        return brought;
    }
}
