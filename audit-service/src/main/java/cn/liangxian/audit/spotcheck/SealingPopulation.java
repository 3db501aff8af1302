package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.CashRiskHandoff.SamplePopulationSealed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * On the dates of the schedule "cash.sample" all suspects that were pushed and not in an earlier population are sealed.
 * The digest is published before the seed exists, so that neither can be chosen to fit the other.
 */
@ApplicationScoped
@Clause("bachu-2022/第四十二条(4)")
class SealingPopulation implements DailyWork {

    private static final String SCHEDULE = "cash.sample";
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Samples samples;
    private final Policy policy;

    SealingPopulation(Jdbi jdbi, Outbox outbox, Samples samples, Policy policy) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.samples = samples;
        this.policy = policy;
    }

    /** After the screening of the day. */
    @Override
    public int order() {
        return 52;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        Optional<CashRiskTerms> terms = policy.cashRisk();
        if (terms.isEmpty() || !policy.runs(SCHEDULE, date)) {
            return;
        }
        jdbi.withHandle(h -> seal(h, terms.get().sample(), date))
                .flatMap(samples::find)
                .ifPresent(sample -> outbox.handOver(new SamplePopulationSealed(
                        sample.sampleId(),
                        policy.jurisdiction().code(),
                        sample.strata(),
                        sample.digest(),
                        sample.seedSource(),
                        date)));
    }

    /** Nothing to seal, no sample. */
    private Optional<String> seal(Handle h, CashRiskTerms.Sample terms, LocalDate date) {
        String id = Uuid7.next().toString();
        String county = policy.jurisdiction().code();
        var lines = h.createQuery(
                        """
                        select township, suspect_id from cash_suspect s
                        where not exists (select from sample_member m where m.suspect_id = s.suspect_id)""")
                .map((row, context) -> terms.stratum(row.getString(1), county) + "," + row.getString(2))
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        h.createUpdate("insert into sample values (?, ?, ?, ?)")
                .bind(0, id)
                .bind(1, Draw.digest(lines))
                .bind(2, terms.seed())
                .bind(3, date)
                .execute();
        var members = h.prepareBatch("insert into sample_member values (?, ?, ?)");
        lines.forEach(line -> members.bind(0, id)
                .bind(1, line.substring(0, line.indexOf(',')))
                .bind(2, line.substring(line.indexOf(',') + 1))
                .add());
        members.execute();
        return Optional.of(id);
    }
}
