package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SCHOOL;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.enrollment.ExchangeHandoff.Carrier;
import cn.liangxian.handoff.Department;
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

    /**
     * A school's roll with parents and guardians; the rows stay with the agency.
     *
     * @param received heads as declared; {@code accepted} of them are complete and correct
     * @param known how many of the accepted stand in the register of residents
     */
    @Terms(
            topic = StudentsListed.TOPIC,
            from = {EDUCATION, SCHOOL},
            to = MEDICAL_INSURANCE,
            clauses = "bachu-2022/第十五条(1)",
            zh = "学生学籍信息已提供")
    record StudentsListed(
            String rollId,
            Department department,
            String township,
            String school,
            int received,
            int accepted,
            int known,
            Carrier carrier,
            LocalDate listedOn)
            implements StudentHandoff {
        public static final String TOPIC = "enrollment-students-listed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * Everybody on a list who is still not insured was reminded.
     *
     * @param department that reminded the last
     * @param reminded how many of the {@code listed} were reminded; the others are insured since
     */
    @Terms(
            topic = StudentsReminded.TOPIC,
            from = {EDUCATION, MEDICAL_INSURANCE, TAX},
            to = MEDICAL_INSURANCE,
            clauses = "bachu-2022/第十五条(3)",
            zh = "未参保学生已督促提醒")
    record StudentsReminded(
            String listId, String township, Department department, int listed, int reminded, LocalDate remindedOn)
            implements StudentHandoff {
        public static final String TOPIC = "enrollment-students-reminded-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** The students of a township for whom nothing or not everything is paid yet; the list names them to the schools. */
    @Terms(
            topic = UninsuredStudentsListed.TOPIC,
            from = MEDICAL_INSURANCE,
            to = {EDUCATION, SCHOOL},
            clauses = {"yicheng-2024/五(十)", "bachu-2022/第十五条(4)"},
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
