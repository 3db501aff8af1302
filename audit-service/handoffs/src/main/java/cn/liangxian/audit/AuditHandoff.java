package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.ALL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
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
                AuditHandoff.PolicyActivated,
                AuditHandoff.DeadlineOpened,
                AuditHandoff.DeadlineDueSoon,
                AuditHandoff.DeadlineMet,
                AuditHandoff.DeadlineMissed,
                AuditHandoff.DeadlineWaived,
                AuditHandoff.DeadlineVoided,
                AuditHandoff.DeadlineEscalated,
                AuditHandoff.ZeroConfirmed,
                AuditHandoff.EvaluationReported,
                PublicationHandoff,
                CashRiskHandoff,
                ComplaintHandoff,
                AccountabilityHandoff,
                DutyHandoff,
                EnquiryHandoff,
                OccasionHandoff,
                OversightHandoff {

    /**
     * A business date was opened. Dates are opened in order, one after the other; all daily work starts from it.
     *
     * @param policy digest of the policy that is in force on the date; empty when none is, and then no service takes on
     *     anything new
     */
    @Terms(topic = DayOpened.TOPIC, from = Department.CALENDAR, to = ALL, clauses = "bachu-2022/第四十六条", zh = "业务日已开启")
    record DayOpened(LocalDate date, String area, boolean workday, @Nullable String policy) implements AuditHandoff {
        public static final String TOPIC = "audit-day-opened-v1";

        /** A date of which the calendar does not say what is in force on it. */
        public DayOpened(LocalDate date, String area, boolean workday) {
            this(date, area, workday, null);
        }

        @Override
        public String subject() {
            return area;
        }
    }

    /** A department agreed to the text of a policy. */
    record SignOff(Department department, LocalDate on) {}

    /**
     * A county's policy, this very text, came into force: every department that it names has signed off.
     *
     * @param policy the name of its file: county and fee year
     * @param digest SHA-256 of the text; what services calculate with and results are recorded with
     * @param from first day on which it may be in force, and {@code until} the last one, null while no end is known
     * @param activatedOn the first business date on which it is
     * @param signOffs in the order of the policy; empty where it names nobody
     */
    @Terms(
            topic = PolicyActivated.TOPIC,
            from = {SOCIAL_INSURANCE, MEDICAL_INSURANCE, TAX},
            to = ALL,
            clauses = {"bachu-2022/第四条(二)", "bachu-2022/第四十六条"},
            zh = "政策已生效")
    record PolicyActivated(
            String policy,
            String digest,
            int feeYear,
            String area,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate activatedOn,
            List<SignOff> signOffs)
            implements AuditHandoff {
        public static final String TOPIC = "audit-policy-activated-v1";

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
     * @param area division code of the unit that owes it
     * @param residents how many residents the handoff that started its clock is about, else those that this one was owed for; 0
     *     when nobody is named
     * @param inherited lateness of others because of which its clock started late, the origin first; null without any
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
            LocalDate due,
            @Nullable String area,
            @Nullable Integer residents,
            @Nullable List<Inherited> inherited) {}

    /** Lateness that was handed down: this obligation was met so many days late, and others could not begin before. */
    record Inherited(String obligationId, String handoff, Department owner, String area, int days) {}

    /** @param awaitedBy keys of the handoffs that cannot begin before this one, directly or over others */
    @Terms(topic = DeadlineOpened.TOPIC, from = TAX, to = ALL, zh = "时限已开始")
    record DeadlineOpened(Obligation obligation, @Nullable List<String> awaitedBy) implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-opened-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** The due date is near and nothing has come. */
    @Terms(topic = DeadlineDueSoon.TOPIC, from = TAX, to = ALL, clauses = "yicheng-2024/七", zh = "时限即将到期")
    record DeadlineDueSoon(Obligation obligation, LocalDate on, @Nullable List<String> awaitedBy)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-due-soon-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /**
     * Met on {@code metOn} by the event {@code eventId}; {@code daysLate} is 0 when on time.
     *
     * @param manner REPORTED, REPORTED_WITH_ERRORS or CONFIRMED_ZERO
     */
    @Terms(topic = DeadlineMet.TOPIC, from = TAX, to = ALL, zh = "时限已履行")
    record DeadlineMet(Obligation obligation, LocalDate metOn, int daysLate, String eventId, @Nullable String manner)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-met-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** The due date passed and nothing arrived; it may still be met late. */
    @Terms(topic = DeadlineMissed.TOPIC, from = TAX, to = ALL, zh = "时限已逾期")
    record DeadlineMissed(Obligation obligation, LocalDate missedOn, @Nullable List<String> awaitedBy)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-missed-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /**
     * Who owed it is excused: one person asked, a second one of another department agreed.
     *
     * @param approver the department of the second person
     */
    @Terms(topic = DeadlineWaived.TOPIC, from = TAX, to = ALL, zh = "时限已豁免")
    record DeadlineWaived(
            Obligation obligation, LocalDate waivedOn, String reason, Department requester, Department approver)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-waived-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** It should not have been opened; asked for and agreed to like a waiver. */
    @Terms(topic = DeadlineVoided.TOPIC, from = TAX, to = ALL, zh = "时限已作废")
    record DeadlineVoided(
            Obligation obligation, LocalDate voidedOn, String reason, Department requester, Department approver)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-voided-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /**
     * A step of the county's escalation ladder was taken for an obligation that is not met.
     *
     * @param step its name in the policy, {@code zh} in Chinese, {@code en} in English (null in what was handed over before
     *     policies had it); {@code to} who is told
     * @param clause where the step comes from; {@code assumed} when no text gives it
     */
    @Terms(topic = DeadlineEscalated.TOPIC, from = TAX, to = ALL, clauses = "yicheng-2024/七", zh = "时限已催办")
    record DeadlineEscalated(
            Obligation obligation,
            String step,
            String zh,
            @Nullable String en,
            LocalDate on,
            List<Department> to,
            String clause,
            boolean assumed,
            List<String> awaitedBy)
            implements AuditHandoff {
        public static final String TOPIC = "audit-deadline-escalated-v1";

        @Override
        public String subject() {
            return obligation.obligationId();
        }
    }

    /** Whoever owes a handoff says that there is nothing to hand over: neither unreported nor late. */
    @Terms(topic = ZeroConfirmed.TOPIC, from = ALL, to = ALL, zh = "零报已确认")
    record ZeroConfirmed(
            String obligationId,
            String handoff,
            Department department,
            String area,
            LocalDate confirmedOn,
            String reason)
            implements AuditHandoff {
        public static final String TOPIC = "audit-zero-confirmed-v1";

        @Override
        public String subject() {
            return obligationId;
        }
    }

    /**
     * One unit in the evaluation: handoffs on time, met late, missed and still open past due.
     *
     * @param confirmedZero so many of those on time or late were met by confirming that there is nothing
     * @param waived excused, and counted nowhere else
     * @param delayed so many obligations of others opened late because of it, together {@code delayDays}
     * @param residents touched by those delays: for each late obligation the most that one it delayed is about
     * @param assumed so many of those on time, late or missed were due by a date that no text gives
     */
    record Punctuality(
            Department department,
            String area,
            int onTime,
            int late,
            int missed,
            @Nullable Integer confirmedZero,
            @Nullable Integer waived,
            @Nullable Integer delayed,
            @Nullable Integer delayDays,
            @Nullable Integer residents,
            @Nullable Integer assumed) {}

    /**
     * The evaluation of every unit at the end of the campaign, from the deadline register; and whether the target was reached.
     *
     * @param attainments of the townships by insurance, measured at the end of the campaign; empty where nobody reported
     */
    @Terms(
            topic = EvaluationReported.TOPIC,
            from = TAX,
            to = COUNTY_GOVERNMENT,
            clauses = {"yicheng-2024/七", "yicheng-2024/二", "bachu-2022/第三十九条(1)", "bachu-2022/第三十九条(2)"},
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
