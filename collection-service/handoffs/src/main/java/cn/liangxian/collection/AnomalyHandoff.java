package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
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
     */
    @Terms(
            topic = AnomalyRaised.TOPIC,
            from = TAX,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "yicheng-2024/四(四)2",
            zh = "参保信息关联异常已提出")
    record AnomalyRaised(
            String anomalyId,
            String kind,
            String personKey,
            @Nullable String otherKey,
            Insurance insurance,
            String township,
            LocalDate on)
            implements AnomalyHandoff {
        public static final String TOPIC = "collection-anomaly-raised-v1";

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
            clauses = "yicheng-2024/四(四)2",
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
