package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Who is called to account for having obstructed the collection, and because of what in the register. */
public sealed interface AccountabilityHandoff extends AuditHandoff {

    /** For what a unit is called to account. */
    enum Failing {
        /** 提供数据不准确. */
        WRONG_DATA,
        /** 拒不提供相关数据. */
        DATA_REFUSED,
        /** 故意拖延“两两协议”签订任务. */
        AGREEMENTS_DELAYED,
        /** 导致群众应享受政策而未享受政策. */
        POLICY_LOST,
        /** 工作不力. */
        POOR_WORK
    }

    /**
     * One unit's failing.
     *
     * @param obligations of the register that the unit met late or missed
     * @param events ids of indexed events that show it
     */
    record Charge(Department department, String area, Failing failing, List<String> obligations, List<String> events) {}

    /** The two agencies and tax agreed on a report to the county government. */
    @Terms(
            topic = AccountabilityReported.TOPIC,
            from = {SOCIAL_INSURANCE, MEDICAL_INSURANCE, TAX},
            to = COUNTY_GOVERNMENT,
            clauses = "bachu-2022/第四十条",
            zh = "问责报告已提交县政府")
    record AccountabilityReported(String reportId, List<Charge> charges, LocalDate reportedOn)
            implements AccountabilityHandoff {
        public static final String TOPIC = "audit-accountability-reported-v1";

        @Override
        public String subject() {
            return reportId;
        }
    }

    /** The county government passed the report on. */
    @Terms(
            topic = AccountabilityTransferred.TOPIC,
            from = COUNTY_GOVERNMENT,
            to = DISCIPLINE,
            clauses = "bachu-2022/第四十条(2)",
            zh = "问责报告已转纪委监委")
    record AccountabilityTransferred(String reportId, LocalDate transferredOn) implements AccountabilityHandoff {
        public static final String TOPIC = "audit-accountability-transferred-v1";

        @Override
        public String subject() {
            return reportId;
        }
    }
}
