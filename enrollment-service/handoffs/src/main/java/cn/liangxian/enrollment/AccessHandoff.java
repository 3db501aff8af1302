package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.AGEING_COMMITTEE;
import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.HEALTH;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VETERANS;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What the departments that provided personal data learn of their use. */
public sealed interface AccessHandoff extends EnrollmentHandoff permits AccessHandoff.PersonalDataAccessed {

    /**
     * Somebody looked a resident up by ID number, or saw the data unmasked (信息使用接受提供部门的监督). It names the person by key alone.
     *
     * @param providers whose data were seen: the police's household data, and the lists of whoever listed the person
     * @param reader the department that looked, for {@code area}; who it was stays with enrollment under {@code accessId}
     * @param purpose what they were looked at for, in the reader's words; {@code duty} the statutory duty of the
     *     policy that it belongs to, null in a county that binds nobody to duties
     */
    @Terms(
            topic = PersonalDataAccessed.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, TOWNSHIP, VILLAGE},
            to = {
                PUBLIC_SECURITY,
                CIVIL_AFFAIRS,
                DISABLED_FEDERATION,
                RURAL_REVITALIZATION,
                VETERANS,
                AGEING_COMMITTEE,
                HEALTH,
                EDUCATION
            },
            clauses = {"bachu-2022/第二十条(1)", "bachu-2022/第二十条(3)"},
            zh = "个人信息已查阅")
    record PersonalDataAccessed(
            String accessId,
            String personKey,
            List<Department> providers,
            Department reader,
            String area,
            String purpose,
            LocalDate accessedOn,
            @Nullable String duty)
            implements AccessHandoff {
        public static final String TOPIC = "enrollment-personal-data-accessed-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }
}
