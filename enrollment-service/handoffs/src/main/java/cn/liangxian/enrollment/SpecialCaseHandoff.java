package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** Payments in special cases (特殊情形缴费): asked for, and assessed by the agency of the insurance before they are made. */
public sealed interface SpecialCaseHandoff extends EnrollmentHandoff {

    /** A resident asks to pay in a special case; {@code kind} is the code of the case in the county's policy. */
    @Terms(
            topic = AssessmentRequested.TOPIC,
            from = {CHANNEL, VILLAGE},
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "yicheng-2024/四(三)3b",
            zh = "特殊情形缴费已申请")
    record AssessmentRequested(
            String assessmentId, String personKey, Insurance insurance, int feeYear, String kind, LocalDate requestedOn)
            implements SpecialCaseHandoff {
        public static final String TOPIC = "enrollment-assessment-requested-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * The agency assessed whether, and how much, somebody may pay in a special case.
     *
     * @param sealedIdentity ID number and name, sealed (see SealedIdentity); only collection can open it
     * @param amount what is due for the fee year; zero when the answer is no
     * @param reason why not; null when the answer is yes
     * @param validUntil the last day on which a payment may rely on it; null when the answer is no
     * @param clause by which the case is one
     * @param assumed whether a reading that no text gives decided the amount or how long it is valid
     */
    @Terms(
            topic = AssessmentMade.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/四(三)3b", "yicheng-2024/五(二)-c", "yicheng-2024/五(三)-b"},
            zh = "特殊情形缴费已核定")
    record AssessmentMade(
            String assessmentId,
            String personKey,
            String sealedIdentity,
            String township,
            String village,
            LocalDate birth,
            Sex sex,
            Insurance insurance,
            int feeYear,
            String kind,
            boolean positive,
            @Nullable String reason,
            Fen amount,
            @Nullable LocalDate validUntil,
            String clause,
            LocalDate assessedOn,
            @Nullable Boolean assumed)
            implements SpecialCaseHandoff {
        public static final String TOPIC = "enrollment-assessment-made-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }
}
