package cn.liangxian.audit.supervision;

import cn.liangxian.audit.OversightHandoff.FindingRaised;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 监督城乡居民两险征缴全过程，严查截留、挪用社保金、超标准收费: on the dates of the policy's schedule "supervision" every rule looks
 * through what was handed over, and asks whoever has to explain what it found.
 */
@ApplicationScoped
@Clause("yicheng-2024/五(九)")
class Supervising implements DailyWork {

    static final String SCHEDULE = "supervision";
    private final Jdbi jdbi;
    private final Findings findings;
    private final Outbox outbox;
    private final Policy policy;
    private final List<SupervisionRule> rules;

    Supervising(Jdbi jdbi, Findings findings, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.findings = findings;
        this.outbox = outbox;
        this.policy = policy;
        this.rules = List.of(
                TreasuryDifferences.missing(policy),
                new SurplusKept(policy),
                new CashRetention(policy),
                TreasuryDifferences.diverted(policy),
                new Overcharged(policy));
    }

    @Override
    public int order() {
        return 50;
    }

    List<SupervisionRule.Explained> rules() {
        return rules.stream().map(SupervisionRule::explained).toList();
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(SCHEDULE, date)) {
            return;
        }
        List<FindingRaised> raised = new ArrayList<>();
        jdbi.useHandle(h -> {
            long upTo = h.createQuery("select coalesce(max(seq), 0) from event")
                    .mapTo(Long.class)
                    .one();
            rules.forEach(rule -> raised.addAll(look(h, rule, date, upTo)));
        });
        outbox.handOver(raised);
    }

    private List<FindingRaised> look(Handle h, SupervisionRule rule, LocalDate date, long upTo) {
        SupervisionRule.Explained explained = rule.explained();
        long after = h.createQuery("select coalesce(max(up_to), 0) from screening where rule = ?")
                .bind(0, explained.name())
                .mapTo(Long.class)
                .one();
        List<FindingRaised> raised = rule.find(h, new SupervisionRule.Range(date, after, upTo)).stream()
                .flatMap(suspect -> findings.enter(explained, suspect, date).stream())
                .map(found -> new FindingRaised(
                        found.findingId(),
                        found.rule(),
                        found.suspicion(),
                        found.department(),
                        found.area(),
                        found.amount(),
                        found.evidence(),
                        date,
                        explained.assumed()))
                .toList();
        h.createUpdate("insert into screening values (?, ?, ?) on conflict do nothing")
                .bind(0, explained.name())
                .bind(1, date)
                .bind(2, upTo)
                .execute();
        return raised;
    }
}
