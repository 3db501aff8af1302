package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What other departments let the agencies know beside their lists (涉费信息共享). */
public sealed interface ExchangeHandoff extends EnrollmentHandoff {

    /** By which way information came: electronic over the government intranet, else one of the others (bachu-2022/第十七条). */
    enum Carrier {
        ELECTRONIC,
        MEDIA,
        MAIL,
        PAPER
    }

    /**
     * A department says that a person's status began or ended.
     *
     * @param changedOn the day of the change itself, from which the department's time runs
     */
    @Terms(
            topic = IdentityChangeReported.TOPIC,
            from = {CIVIL_AFFAIRS, RURAL_REVITALIZATION, DISABLED_FEDERATION},
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"bachu-2022/第十条(3)", "bachu-2022/第十一条(3)", "bachu-2022/第十三条(3)"},
            zh = "身份变更已提供")
    record IdentityChangeReported(
            String reportId,
            Department department,
            String personKey,
            String township,
            Status status,
            LocalDate changedOn,
            Carrier carrier,
            LocalDate reportedOn)
            implements ExchangeHandoff {
        public static final String TOPIC = "enrollment-identity-change-reported-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * A village of the survey.
     *
     * @param heads residents that were looked at, all there are
     * @param corrected of whom the register was put right, and {@code notReached} whom nobody met
     */
    record SurveyedVillage(String village, int heads, int corrected, int notReached) {}

    /** A township finished its survey of who is insured (参保情况摸排). */
    @Terms(
            topic = CoverageSurveyed.TOPIC,
            from = TOWNSHIP,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"bachu-2022/第十六条(1)", "bachu-2022/第十六条(2)"},
            zh = "参保情况摸排已完成")
    record CoverageSurveyed(String surveyId, String township, List<SurveyedVillage> villages, LocalDate surveyedOn)
            implements ExchangeHandoff {
        public static final String TOPIC = "enrollment-coverage-surveyed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A township's part of the roster of valid payers, signed and sealed.
     *
     * @param pension how many may take part in the pension insurance, and {@code medical} in the medical
     * @param digest LineDigest over the lines {@code personKey|insurance}
     */
    @Terms(
            topic = RosterPartProvided.TOPIC,
            from = TOWNSHIP,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"bachu-2022/第十六条(2)", "bachu-2022/第十六条(3)"},
            zh = "有效缴费明细清册（乡镇部分）已提供")
    record RosterPartProvided(
            String partId,
            String surveyId,
            String township,
            int pension,
            int medical,
            String digest,
            String signedBy,
            LocalDate providedOn)
            implements ExchangeHandoff {
        public static final String TOPIC = "enrollment-roster-part-provided-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
