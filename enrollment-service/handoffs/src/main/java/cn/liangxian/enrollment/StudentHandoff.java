package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SCHOOL;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Students, kindergarten children among them, who are not insured, and why. */
public sealed interface StudentHandoff extends EnrollmentHandoff {

    /** Why a student is not insured, as the school found out. */
    enum UninsuredReason {
        NOT_YET_PAID,
        PAYMENT_ON_BEHALF_AWAITED,
        INSURED_ELSEWHERE,
        MOVED_AWAY,
        UNWILLING,
        NOT_REACHED
    }

    /** The students of a township for whom nothing or not everything is paid yet; the list names them to the schools. */
    @Terms(
            topic = UninsuredStudentsListed.TOPIC,
            from = MEDICAL_INSURANCE,
            to = {EDUCATION, SCHOOL},
            clauses = "yicheng-2024/五(十)",
            zh = "未参保学生已列出")
    record UninsuredStudentsListed(String listId, String township, int students, LocalDate listedOn)
            implements StudentHandoff {
        public static final String TOPIC = "enrollment-uninsured-students-listed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** One student who is still not insured, with the reason. */
    record UninsuredStudent(String personKey, String village, UninsuredReason reason) {}

    /**
     * Education tells the township who is not insured and why (统计未参保学生信息及原因反馈给各镇（街道）).
     *
     * @param students those of the list who have not been insured since
     */
    @Terms(
            topic = UninsuredStudentsExplained.TOPIC,
            from = EDUCATION,
            to = TOWNSHIP,
            clauses = "yicheng-2024/五(十)",
            zh = "未参保学生及原因已反馈")
    record UninsuredStudentsExplained(
            String listId, String township, int listed, List<UninsuredStudent> students, LocalDate explainedOn)
            implements StudentHandoff {
        public static final String TOPIC = "enrollment-uninsured-students-explained-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
