package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.ALL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.OversightHandoff.Attainment;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What audit hands over: business dates, deadlines, publication, evaluation. */
public sealed interface AuditHandoff extends Handoff
        permits AuditHandoff.DayOpened,
                AuditHandoff.DeadlineOpened,
                AuditHandoff.DeadlineMet,
                AuditHandoff.DeadlineMissed,
                AuditHandoff.EvaluationReported,
                PublicationHandoff,
                OversightHandoff {

    /** A business date was opened. Dates are opened in order, one after the other; all daily work starts from it. */
    @Terms(topic = DayOpened.TOPIC, from = Department.CALENDAR, to = ALL, zh = "业务日已开启")
    record DayOpened(LocalDate date, String area, boolean workday) implements AuditHandoff {
        public static final String TOPIC = "audit-day-opened-v1";

        @Override
        public String subject() {
            return area;
        }
    }

    /**
     * What is expected of whom by when.
     *
     * @param obligationId unique
     * @param handoff key of the deadline rule: the awaited topic without its version
     * @param scope what it is expected per: field of the handoff to its value, for example township to code
     * @param due last day on which it is on time
     * @param assumed the policy, not the notice, gave the number
     */
    record Obligation(
            String obligationId,
            String handoff,
            Department owner,
            Department receiver,
            Map<String, String> scope,
            String clause,
            boolean assumed,
            LocalDate opened,
            LocalDate due) {}

    @Terms(topic = DeadlineOpened.TOPIC, from = TAX, to = ALL, zh = "时限已开始")
    record DeadlineOpened(Obligation obligation) implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-opened-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** Met on {@code metOn} by the event {@code eventId}; {@code daysLate} is 0 when on time. */
    @Terms(topic = DeadlineMet.TOPIC, from = TAX, to = ALL, zh = "时限已履行")
    record DeadlineMet(Obligation obligation, LocalDate metOn, int daysLate, String eventId) implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-met-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** The due date passed and nothing arrived; it may still be met late. */
    @Terms(topic = DeadlineMissed.TOPIC, from = TAX, to = ALL, zh = "时限已逾期")
    record DeadlineMissed(Obligation obligation, LocalDate missedOn) implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-missed-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** One unit in the evaluation: handoffs on time, met late, missed and still open past due. */
    record Punctuality(Department department, String area, int onTime, int late, int missed) {}

    /**
     * The evaluation of every unit at the end of the campaign, from the deadline register; and whether the target was reached.
     *
     * @param attainments of the townships by insurance, measured at the end of the campaign; empty where nobody reported
     */
    @Terms(
            topic = EvaluationReported.TOPIC,
            from = TAX,
            to = COUNTY_GOVERNMENT,
            clauses = {"yicheng-2024/七", "yicheng-2024/二"},
            zh = "征缴考核已报告")
    record EvaluationReported(
            String evaluationId,
            String area,
            LocalDate reportedOn,
            int onTime,
            int late,
            int missed,
            List<Punctuality> units,
            @Nullable List<Attainment> attainments)
            implements AuditHandoff {
        public static final String TOPIC = "audit-evaluation-reported-v1";

        @Override
        public String subject() {
            return area;
        }
    }
}
