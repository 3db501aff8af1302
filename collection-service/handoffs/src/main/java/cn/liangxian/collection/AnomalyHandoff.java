package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What does not agree: lines that cannot be linked to a person, payable rosters that a reviewer sends back. */
public sealed interface AnomalyHandoff extends CollectionHandoff {

    /** A reviewer found the payable roster of a township wrong; a corrected one is drawn up in its place. */
    @Terms(
            topic = PayableRosterRefused.TOPIC,
            from = {SOCIAL_INSURANCE, TAX},
            to = TAX,
            clauses = "yicheng-2024/四(四)3-b",
            zh = "征收清册初审未通过")
    record PayableRosterRefused(
            String payableRosterId,
            String township,
            Department reviewer,
            String reason,
            List<String> villages,
            LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-payable-roster-refused-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A line of an accepted roster cannot be linked to one natural person.
     *
     * @param kind what does not agree
     * @param otherKey the other person concerned; null when it is the same
     * @param receivedOn when the roster with the line was delivered to tax
     */
    @Terms(
            topic = AnomalyRaised.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/四(四)2", "bachu-2022/第八条(4)"},
            zh = "参保信息关联异常已提出")
    record AnomalyRaised(
            String anomalyId,
            String kind,
            String personKey,
            @Nullable String otherKey,
            Insurance insurance,
            String township,
            LocalDate on,
            @Nullable LocalDate receivedOn)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-raised-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** What the agency tells tax of an anomaly first. */
    enum FirstAnswer {
        /** It was looked into; the closing says with what result. */
        VERIFIED,
        /** Another department is asked, which the notice gives time of its own. */
        FORWARDED
    }

    /** The agency's first answer, which ends its time unless another department is needed. */
    @Terms(
            topic = AnomalyAnswered.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = "bachu-2022/第七条(4)",
            zh = "异常数据已反馈税务")
    record AnomalyAnswered(String anomalyId, String personKey, Insurance insurance, FirstAnswer answer, LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-answered-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * The agency needs another department to verify.
     *
     * @param raisedOn from which the agency's time to forward runs
     */
    @Terms(
            topic = AnomalyForwarded.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {PUBLIC_SECURITY, CIVIL_AFFAIRS, RURAL_REVITALIZATION, DISABLED_FEDERATION, EDUCATION},
            clauses = "bachu-2022/第七条(5)",
            zh = "异常数据已转相关部门核实")
    record AnomalyForwarded(
            String anomalyId,
            String personKey,
            Insurance insurance,
            Department department,
            @Nullable LocalDate raisedOn,
            LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-forwarded-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** The department that was asked says what it found; no text limits its time. */
    @Terms(
            topic = AnomalyConfirmed.TOPIC,
            from = {PUBLIC_SECURITY, CIVIL_AFFAIRS, RURAL_REVITALIZATION, DISABLED_FEDERATION, EDUCATION},
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第七条(6)",
            zh = "相关部门已确认异常数据")
    record AnomalyConfirmed(
            String anomalyId,
            String personKey,
            Insurance insurance,
            Department department,
            String confirmation,
            LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-confirmed-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** The anomaly was looked into and closed; {@code finding} says with what result. */
    @Terms(
            topic = AnomalyClosed.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX},
            to = TAX,
            clauses = {"yicheng-2024/四(四)2", "bachu-2022/第七条(6)"},
            zh = "参保信息关联异常已处理")
    record AnomalyClosed(String anomalyId, String personKey, Insurance insurance, String finding, LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-closed-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }
}
