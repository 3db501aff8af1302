package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.TREASURY;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** How the county watches over the campaign: results circulated, villages assessed, money supervised. No person is in any. */
public sealed interface OversightHandoff extends AuditHandoff {

    /**
     * How far a township has come with one insurance. Rates are in hundredths of a percent, rounded down.
     *
     * @param people who should pay; {@code peoplePaid} those of them whose claim is paid in full
     * @param targetRate that of the last fee year, which must not be fallen short of; null where nobody told it
     * @param met whether the target is reached, compared without rounding; null without a target
     * @param rank among the townships, 1 for the highest rate; equal rates share a rank
     * @param laggard below the rate of the whole county, or below the target, as the policy reads it
     * @param assumed whether no text gives the target, the day on which it is measured, or who lags
     */
    record Attainment(
            String township,
            Insurance insurance,
            int people,
            int peoplePaid,
            int rate,
            @Nullable Integer targetRate,
            @Nullable Boolean met,
            int rank,
            boolean laggard,
            @Nullable Boolean assumed) {}

    /** The county government circulates how far everybody has come (区政府将定期通报), as it stood before {@code asOf} opened. */
    @Terms(
            topic = ProgressCirculated.TOPIC,
            from = COUNTY_GOVERNMENT,
            to = TOWNSHIP,
            clauses = {"yicheng-2024/七", "yicheng-2024/二"},
            zh = "征缴进度已通报")
    record ProgressCirculated(String circulationId, String area, LocalDate asOf, List<Attainment> townships)
            implements OversightHandoff {
        public static final String TOPIC = "audit-progress-circulated-v1";

        @Override
        public String subject() {
            return area;
        }
    }

    /**
     * What a township can hold a village to.
     *
     * @param claims of both insurances that the village should pay; null until progress was reported by village
     * @param settled those paid in full
     * @param remittances how often its agents handed money in, {@code remitted} how much and {@code lastRemittedOn} when
     *     last; null when never
     * @param refusedRows rows that came back because they were wrong
     * @param onTime deadlines of the village that were kept; {@code late} met late, {@code missed} not met yet
     * @param openFindings of the audit bureau about money of the village
     */
    record VillageFigures(
            String village,
            @Nullable Integer claims,
            int settled,
            int remittances,
            Fen remitted,
            @Nullable LocalDate lastRemittedOn,
            int refusedRows,
            int onTime,
            int late,
            int missed,
            int openFindings) {}

    /**
     * A township assesses its villages.
     *
     * @param importFailures rows of the township's special-group lists that could not be imported
     */
    @Terms(
            topic = VillagesAssessed.TOPIC,
            from = TOWNSHIP,
            to = VILLAGE,
            clauses = "yicheng-2024/五(一)-b",
            zh = "村居征缴督导考核已形成")
    record VillagesAssessed(
            String assessmentId, String township, LocalDate asOf, int importFailures, List<VillageFigures> villages)
            implements OversightHandoff {
        public static final String TOPIC = "audit-villages-assessed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** What the audit bureau looks for (五(九)): 截留, 挪用, 超标准收费. */
    enum Suspicion {
        INTERCEPTION,
        DIVERSION,
        OVERCHARGING
    }

    /** What the asked department says to a finding; a fixed set, so that nobody is described in free words. */
    enum Explanation {
        /** The money has arrived since. */
        ARRIVED_SINCE,
        /** It was booked wrongly and is being set right. */
        BEING_CORRECTED,
        /** It is as the notice says. */
        AS_THE_NOTICE_SAYS,
        /** The finding is right. */
        ADMITTED
    }

    /** How a finding ends. */
    enum Conclusion {
        UNFOUNDED,
        REMEDIED,
        /** 移送: handed on to discipline inspection. */
        REFERRED
    }

    /**
     * A rule of the audit bureau found something and asks {@code department} about it.
     *
     * @param rule name of the rule, explained at {@code /supervision/rules}
     * @param amount in question
     * @param evidence ids of the events that show it
     * @param assumed whether the limit that it went beyond stands in no text
     */
    @Terms(
            topic = FindingRaised.TOPIC,
            from = AUDIT_BUREAU,
            to = {TAX, TREASURY, TOWNSHIP, VILLAGE},
            clauses = "yicheng-2024/五(九)",
            zh = "审计疑点已提出")
    record FindingRaised(
            String findingId,
            String rule,
            Suspicion suspicion,
            Department department,
            String area,
            Fen amount,
            List<String> evidence,
            LocalDate raisedOn,
            @Nullable Boolean assumed)
            implements OversightHandoff {
        public static final String TOPIC = "audit-finding-raised-v1";

        @Override
        public String subject() {
            return findingId;
        }
    }

    /** The asked department explains. */
    @Terms(
            topic = FindingAnswered.TOPIC,
            from = {TAX, TREASURY, TOWNSHIP, VILLAGE},
            to = AUDIT_BUREAU,
            clauses = "yicheng-2024/五(九)",
            zh = "审计疑点已说明")
    record FindingAnswered(
            String findingId, Department department, String area, Explanation explanation, LocalDate answeredOn)
            implements OversightHandoff {
        public static final String TOPIC = "audit-finding-answered-v1";

        @Override
        public String subject() {
            return findingId;
        }
    }

    /** Two persons of the bureau agreed how it ends. */
    @Terms(
            topic = FindingClosed.TOPIC,
            from = AUDIT_BUREAU,
            to = {TAX, TREASURY, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT},
            clauses = "yicheng-2024/五(九)",
            zh = "审计疑点已办结")
    record FindingClosed(
            String findingId, Department department, String area, Conclusion conclusion, LocalDate closedOn)
            implements OversightHandoff {
        public static final String TOPIC = "audit-finding-closed-v1";

        @Override
        public String subject() {
            return findingId;
        }
    }
}
