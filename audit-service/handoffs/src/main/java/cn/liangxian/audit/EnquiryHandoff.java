package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Enquiries of payers 咨询. Who asked, and in which words, is in none of these. */
public sealed interface EnquiryHandoff extends AuditHandoff {

    /** What was asked about. */
    enum Matter {
        REGISTRATION,
        PAYMENT,
        REFUND,
        ENTITLEMENT,
        SUBSIDY,
        OTHER
    }

    /** A unit was asked; from now on it is the one that answers (首问负责制). */
    @Terms(
            topic = EnquiryTaken.TOPIC,
            from = {
                TAX,
                MEDICAL_INSURANCE,
                SOCIAL_INSURANCE,
                TOWNSHIP,
                FINANCE,
                CIVIL_AFFAIRS,
                RURAL_REVITALIZATION,
                DISABLED_FEDERATION,
                PUBLIC_SECURITY,
                EDUCATION
            },
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第二十三条",
            zh = "缴费人咨询已受理")
    record EnquiryTaken(String enquiryId, Department department, String area, Matter matter, LocalDate takenOn)
            implements EnquiryHandoff {
        public static final String TOPIC = "audit-enquiry-taken-v1";

        @Override
        public String subject() {
            return enquiryId;
        }
    }

    /** The unit that was asked first answered, whoever else had to help; {@code helpedBy} did. */
    @Terms(
            topic = EnquiryAnswered.TOPIC,
            from = {
                TAX,
                MEDICAL_INSURANCE,
                SOCIAL_INSURANCE,
                TOWNSHIP,
                FINANCE,
                CIVIL_AFFAIRS,
                RURAL_REVITALIZATION,
                DISABLED_FEDERATION,
                PUBLIC_SECURITY,
                EDUCATION
            },
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第二十三条",
            zh = "缴费人咨询已答复")
    record EnquiryAnswered(
            String enquiryId, Department department, String area, List<Department> helpedBy, LocalDate answeredOn)
            implements EnquiryHandoff {
        public static final String TOPIC = "audit-enquiry-answered-v1";

        @Override
        public String subject() {
            return enquiryId;
        }
    }
}
