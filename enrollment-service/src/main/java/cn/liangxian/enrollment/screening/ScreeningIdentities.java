package cn.liangxian.enrollment.screening;

import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.enrollment.person.Person;
import cn.liangxian.enrollment.person.Persons;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.ScreeningRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Screens the special-group identities of the register (筛选): by the rules of the policy, and for statuses of people who
 * died or moved away. On the days of the policy's schedule {@code screening} it runs by itself.
 */
@ApplicationScoped
@Clause({"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"})
class ScreeningIdentities implements DailyWork {

    /** The rule that every county has: the status runs on though the person died or moved away. */
    static final String LEFT = "left";

    private static final String SCHEDULE = "screening";
    /** Residents read at a time: bounds memory whatever the size of the county. */
    private static final int PAGE = 10_000;

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Outbox outbox;

    ScreeningIdentities(Jdbi jdbi, Policy policy, BusinessDay day, Outbox outbox) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (policy.runs(SCHEDULE, date)) {
            screen(policy.jurisdiction().code(), "policy schedule", date);
        }
    }

    IdentitiesScreened screenNow(String area, String by) {
        return screen(area, by, day.today());
    }

    private IdentitiesScreened screen(String area, String by, LocalDate today) {
        return jdbi.withHandle(h -> {
            UUID id = Uuid7.next();
            Map<String, Integer> raised = new TreeMap<>();
            int screened = byRule(h, id, area, today, raised);
            int left = left(h, id, area, today);
            if (left > 0) {
                raised.put(LEFT, left);
            }
            h.execute("insert into screening values (?, ?, ?, ?, ?)", id, area, screened, today, by);
            IdentitiesScreened result = new IdentitiesScreened(id.toString(), area, screened, raised, today);
            outbox.handOver(result);
            return result;
        });
    }

    private int byRule(Handle h, UUID id, String area, LocalDate today, Map<String, Integer> raised) {
        UUID after = new UUID(0, 0);
        int screened = 0;
        while (true) {
            List<Person> page = h.createQuery("select " + Persons.COLUMNS
                            + " from person p where p.person_key > :after and p.state = 'LIVING'"
                            + " and starts_with(p.village, :area) order by p.person_key limit " + PAGE)
                    .bind("after", after)
                    .bind("area", area)
                    .map((row, context) -> Persons.read(row))
                    .list();
            if (page.isEmpty()) {
                return screened;
            }
            UUID last = page.get(page.size() - 1).key();
            var identities = Persons.identitiesBetween(h, after, last, null);
            PreparedBatch batch = doubts(h);
            for (Person person : page) {
                var own = identities.getOrDefault(person.key(), List.of());
                for (ScreeningRule rule : policy.doubts(person.facts(own), today)) {
                    batch.add(Uuid7.next(), id, person.key(), rule.category(), rule.name(), rule.listed());
                }
            }
            count(batch, raised);
            after = last;
            screened += page.size();
        }
    }

    private static PreparedBatch doubts(Handle h) {
        return h.prepareBatch(
                """
                insert into identity_doubt (doubt_id, screening_id, person_key, category, rule, listed)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""");
    }

    private static void count(PreparedBatch batch, Map<String, Integer> raised) {
        if (batch.size() > 0) {
            batch.executePreparedBatch("rule").mapTo(String.class).forEach(rule -> raised.merge(rule, 1, Integer::sum));
        }
    }

    private static int left(Handle h, UUID id, String area, LocalDate today) {
        return h.createUpdate(
                        """
                        insert into identity_doubt (doubt_id, screening_id, person_key, category, rule, listed)
                        select gen_random_uuid(), :id, person_key, i.category, :rule, true
                        from identity i join person p using (person_key)
                        where p.state <> 'LIVING' and starts_with(p.village, :area)
                            and daterange(i.valid_from, i.valid_until, '[]') @> cast(:today as date)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("rule", LEFT)
                .bind("area", area)
                .bind("today", today)
                .execute();
    }
}
