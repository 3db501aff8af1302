package cn.liangxian.audit.evaluation;

import cn.liangxian.audit.AuditHandoff.EvaluationReported;
import cn.liangxian.audit.AuditHandoff.Punctuality;
import cn.liangxian.audit.OversightHandoff.Attainment;
import cn.liangxian.audit.progress.Figures;
import cn.liangxian.audit.register.Punctualities;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Schedule;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Reports how punctual every unit was, from the deadline register, and whether the target was reached (yicheng-2024/七): on the policy's evaluation
 * dates, and where it names none on the day after the last stage of the campaign.
 */
@ApplicationScoped
class ReportingEvaluation implements DailyWork {

    private static final String SCHEDULE = "evaluation";
    private final Jdbi jdbi;
    private final Punctualities punctualities;
    private final Figures figures;
    private final Outbox outbox;
    private final Policy policy;

    ReportingEvaluation(Jdbi jdbi, Punctualities punctualities, Figures figures, Outbox outbox, Policy policy) {
        this.jdbi = jdbi;
        this.punctualities = punctualities;
        this.figures = figures;
        this.outbox = outbox;
        this.policy = policy;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        Schedule schedule = policy.schedules().get(SCHEDULE);
        if (schedule == null ? date.equals(afterTheLastStage()) : schedule.runsOn(date)) {
            report(date);
        }
    }

    /** Reports on the date, once; a second call gives the report that was made. */
    @Transactional
    EvaluationReported report(LocalDate date) {
        Optional<EvaluationReported> made = on(date);
        if (made.isPresent()) {
            return made.get();
        }
        List<Punctuality> units = punctualities.ofAllUnits();
        EvaluationReported report = new EvaluationReported(
                Uuid7.next().toString(),
                policy.jurisdiction().code(),
                date,
                units.stream().mapToInt(Punctuality::onTime).sum(),
                units.stream().mapToInt(Punctuality::late).sum(),
                units.stream().mapToInt(Punctuality::missed).sum(),
                units,
                attainments());
        jdbi.useHandle(h -> h.createUpdate("insert into evaluation values (?, ?, ?::jsonb)")
                .bind(0, report.evaluationId())
                .bind(1, date)
                .bind(2, json(report))
                .execute());
        outbox.handOver(report);
        return report;
    }

    Optional<EvaluationReported> last() {
        return jdbi.withHandle(
                h -> h.createQuery("select report::text from evaluation order by reported_on desc limit 1")
                        .map((row, context) -> read(row.getString(1)))
                        .findOne());
    }

    private Optional<EvaluationReported> on(LocalDate date) {
        return jdbi.withHandle(h -> h.createQuery("select report::text from evaluation where reported_on = ?")
                .bind(0, date)
                .map((row, context) -> read(row.getString(1)))
                .findOne());
    }

    /** As it stood on the evening of the day on which the policy measures it. */
    private List<Attainment> attainments() {
        return figures.before(policy.targets().measured().plusDays(1));
    }

    private LocalDate afterTheLastStage() {
        LocalDate last = policy.campaign().stages().values().stream()
                .map(stage -> stage.to())
                .max(LocalDate::compareTo)
                .orElse(policy.campaign().end());
        return last.plusDays(1);
    }

    private static String json(EvaluationReported report) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static EvaluationReported read(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, EvaluationReported.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept evaluation cannot be read", e);
        }
    }
}
