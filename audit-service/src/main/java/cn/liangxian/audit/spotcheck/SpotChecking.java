package cn.liangxian.audit.spotcheck;

import cn.liangxian.audit.CashRiskHandoff.Answerable;
import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.audit.CashRiskHandoff.Origin;
import cn.liangxian.audit.CashRiskHandoff.SampleChecked;
import cn.liangxian.audit.CashRiskHandoff.SampleDrawn;
import cn.liangxian.audit.CashRiskHandoff.SpotCheck;
import cn.liangxian.audit.spotcheck.Samples.Sample;
import cn.liangxian.audit.violation.Violations;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.CashRiskTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The spot check: the sample is drawn with the seed, once, and each suspect in it is checked by the risk group. */
@ApplicationScoped
@Clause("bachu-2022/第四十二条(4)")
class SpotChecking {

    private final Jdbi jdbi;
    private final Samples samples;
    private final Violations violations;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Policy policy;

    SpotChecking(Jdbi jdbi, Samples samples, Violations violations, Outbox outbox, BusinessDay day, Policy policy) {
        this.jdbi = jdbi;
        this.samples = samples;
        this.violations = violations;
        this.outbox = outbox;
        this.day = day;
        this.policy = policy;
    }

    /** In an open transaction, as {@link #check}. {@link Problem} when it was drawn, or on the day of the sealing. */
    Sample draw(Sample sample, String seed, String by) {
        LocalDate today = day.today();
        if (!today.isAfter(sample.sealedOn())) {
            throw new Problem(
                    SampleProblem.SEED_TOO_EARLY,
                    new Text("封存日期：" + sample.sealedOn(), "sealed on " + sample.sealedOn()));
        }
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into sample_draw values (?, ?, ?, ?) on conflict do nothing")
                        .bind(0, sample.sampleId())
                        .bind(1, seed)
                        .bind(2, today)
                        .bind(3, by)
                        .execute());
        if (entered == 0) {
            throw new Problem(SampleProblem.DRAWN, null);
        }
        Sample drawn = samples.find(sample.sampleId()).orElseThrow();
        outbox.handOver(new SampleDrawn(
                drawn.sampleId(),
                policy.jurisdiction().code(),
                drawn.digest(),
                seed,
                policy.cashRisk().map(CashRiskTerms::sample).orElseThrow().percent(),
                drawn.strata(),
                drawn.drawn(),
                today));
        return drawn;
    }

    /** Enters what was found; what is wrong is referred. {@link Problem} for what is not in the sample, or a second time. */
    @Clause("bachu-2022/第四十二条(5)")
    String check(Sample sample, String suspect, SpotCheck found, Answerable answerable, Department of, String by) {
        if (!sample.drawn().contains(suspect)) {
            throw new Problem(SampleProblem.NOT_IN_SAMPLE, Text.value(suspect));
        }
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into spot_check values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, suspect)
                        .bind(1, sample.sampleId())
                        .bind(2, found.name())
                        .bind(3, of.name())
                        .bind(4, day.today())
                        .bind(5, by)
                        .execute());
        if (entered == 0) {
            throw new Problem(SampleProblem.CHECKED, Text.value(suspect));
        }
        outbox.handOver(new SampleChecked(sample.sampleId(), suspect, found, of, day.today()));
        if (found == SpotCheck.IN_ORDER) {
            return null;
        }
        record Suspect(Breach breach, String township) {}
        Suspect suspected =
                jdbi.withHandle(h -> h.createQuery("select breach, township from cash_suspect where suspect_id = ?")
                        .bind(0, suspect)
                        .map((row, context) -> new Suspect(Breach.valueOf(row.getString(1)), row.getString(2)))
                        .one());
        Breach breach = found == SpotCheck.PERFUNCTORY ? Breach.PERFUNCTORY_CHECK : suspected.breach();
        return violations.refer(Origin.SPOT_CHECK, suspect, breach, answerable, suspected.township(), List.of(by));
    }
}
