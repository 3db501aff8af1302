package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.ALL;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What was held or put up, and is counted: trainings, drills, notices. */
public sealed interface OccasionHandoff extends AuditHandoff {

    /**
     * The people of a township were trained 社保费征缴业务培训.
     *
     * @param year in which it was held
     * @param departments that held it together
     * @param specialists how many specialists of the township took part, and {@code helpers} how many of its villages
     */
    @Terms(
            topic = TrainingHeld.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {TOWNSHIP, VILLAGE},
            clauses = "bachu-2022/第二十四条",
            zh = "业务培训已开展")
    record TrainingHeld(
            String trainingId,
            String township,
            int year,
            List<Department> departments,
            int specialists,
            int helpers,
            LocalDate heldOn)
            implements OccasionHandoff {
        public static final String TOPIC = "audit-training-held-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** The people of a township practised at the system 系统操作演练; otherwise as {@link TrainingHeld}. */
    @Terms(
            topic = DrillHeld.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {TOWNSHIP, VILLAGE},
            clauses = "bachu-2022/第二十四条",
            zh = "系统操作演练已开展")
    record DrillHeld(
            String drillId,
            String township,
            int year,
            List<Department> departments,
            int specialists,
            int helpers,
            LocalDate heldOn)
            implements OccasionHandoff {
        public static final String TOPIC = "audit-drill-held-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A notice stands or hangs where everybody in the hall sees it.
     *
     * @param digest SHA-256 of the picture that shows it, hexadecimal
     */
    @Terms(
            topic = NoticePosted.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = ALL,
            clauses = "bachu-2022/第二十二条(2)",
            zh = "办事大厅通告已张贴")
    record NoticePosted(
            String noticeId, Department department, String area, String hall, String digest, LocalDate postedOn)
            implements OccasionHandoff {
        public static final String TOPIC = "audit-notice-posted-v1";

        @Override
        public String subject() {
            return area + "/" + department;
        }
    }
}
