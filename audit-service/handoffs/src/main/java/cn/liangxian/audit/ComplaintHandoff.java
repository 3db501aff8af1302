package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.ALL;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.CashRiskHandoff.Breach;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Complaints 投诉举报. Who complained, and in which words, is in none of these. */
public sealed interface ComplaintHandoff extends AuditHandoff {

    /** By which way a complaint came. */
    enum Way {
        MAILBOX,
        EMAIL,
        PHONE,
        ONLINE
    }

    /** A department made public where complaints are taken. */
    @Terms(
            topic = ComplaintContactPublished.TOPIC,
            from = {DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = ALL,
            clauses = "bachu-2022/第四十四条(1)",
            zh = "投诉举报渠道已公开")
    record ComplaintContactPublished(
            Department department, String area, String mailbox, String email, String phone, LocalDate publishedOn)
            implements ComplaintHandoff {
        public static final String TOPIC = "audit-complaint-contact-published-v1";

        @Override
        public String subject() {
            return department.name();
        }
    }

    /** @param village null when the complaint is about the whole township */
    @Terms(
            topic = ComplaintReceived.TOPIC,
            from = {DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"bachu-2022/第四十四条(2)", "bachu-2022/第四十四条(4)"},
            zh = "投诉举报已受理")
    record ComplaintReceived(
            String complaintId, Way way, Breach breach, String township, @Nullable String village, LocalDate receivedOn)
            implements ComplaintHandoff {
        public static final String TOPIC = "audit-complaint-received-v1";

        @Override
        public String subject() {
            return complaintId;
        }
    }

    /**
     * The joint investigation ended.
     *
     * @param by the departments that investigated
     * @param violationId of the referral; null when the complaint was unfounded
     */
    @Terms(
            topic = ComplaintClosed.TOPIC,
            from = DISCIPLINE,
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第四十四条(2)",
            zh = "投诉举报已办结")
    record ComplaintClosed(
            String complaintId,
            String township,
            List<Department> by,
            boolean founded,
            @Nullable String violationId,
            LocalDate closedOn)
            implements ComplaintHandoff {
        public static final String TOPIC = "audit-complaint-closed-v1";

        @Override
        public String subject() {
            return complaintId;
        }
    }
}
