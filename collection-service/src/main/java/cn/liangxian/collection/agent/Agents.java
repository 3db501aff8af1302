package cn.liangxian.collection.agent;

import cn.liangxian.collection.CollectorHandoff.CollectorRegistered;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The registered village agents. Entrusted collection is theirs alone, each in the own village. */
@ApplicationScoped
@Clause("yicheng-2024/四(三)1")
public class Agents {

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Outbox outbox;

    Agents(Jdbi jdbi, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.day = day;
        this.outbox = outbox;
    }

    /** In an open transaction. */
    List<Agent> register(List<Agent> agents, String by) {
        LocalDate today = day.today();
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(
                    """
                    insert into agent values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (village, number, valid_from) do nothing""");
            for (Agent agent : agents) {
                batch.add(
                        Uuid7.next(),
                        agent.township(),
                        agent.village(),
                        agent.number(),
                        agent.name(),
                        agent.agreementDigest(),
                        agent.from(),
                        agent.until(),
                        by,
                        today);
            }
            batch.execute();
        });
        outbox.handOver(agents.stream()
                .map(agent -> new CollectorRegistered(
                        agent.township(), agent.village(), agent.number(), agent.from(), agent.until()))
                .toList());
        return agents;
    }

    /** At most {@code limit} in the order of village, number and first day, after {@code <village>/<number>/<day>}. */
    List<Agent> of(String area, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select * from agent
                        where starts_with(village, :area) and village || '/' || number || '/' || valid_from > :after
                        order by village || '/' || number || '/' || valid_from limit :limit""")
                .bind("area", area)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Agent(
                        row.getString("village"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("agreement_digest"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list());
    }

    /** @throws Problem when nobody with this number may collect in the village on the day */
    public void mustCollectIn(String village, String number, LocalDate on) {
        boolean may = jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select 1 from agent
                            where village = ? and number = ? and ? between valid_from and valid_until)""")
                .bind(0, village)
                .bind(1, number)
                .bind(2, on)
                .mapTo(Boolean.class)
                .one());
        if (!may) {
            throw new Problem(
                            AgentProblem.NOT_REGISTERED,
                            new Text(
                                    "村居" + village + "于" + on + "无代办人员" + number,
                                    "no agent " + number + " of village " + village + " on " + on))
                    .at(null, "agent", new Text("未在本村登记", "not registered for this village"));
        }
    }
}
