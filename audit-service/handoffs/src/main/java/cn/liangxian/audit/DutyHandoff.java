package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.ALL;
import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.EDUCATION;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** Named persons 专人: who answers for what, as officials, by name. */
public sealed interface DutyHandoff extends AuditHandoff {

    /** What a person is named for. */
    enum Duty {
        /** 专人负责涉税信息交换与共享工作, one in each department. */
        EXCHANGE,
        /** 专人负责督促签订“两两协议”, in each township. */
        AGREEMENTS,
        /** 劳动和社会保障专干, in each township. */
        SPECIALIST,
        /** 现金缴费风险排查工作组, members from several departments. */
        RISK_GROUP
    }

    /**
     * A person takes up a duty; who had it before in this unit, except in a group, has it no longer.
     *
     * @param replaces who had the duty before; null for the first and in a group
     * @param reason why another person takes it up; null for the first
     * @param changesOn the day of a change of specialist, before which it must be announced; null for everything else
     */
    @Terms(
            topic = DutyAssigned.TOPIC,
            from = {
                TOWNSHIP,
                TAX,
                MEDICAL_INSURANCE,
                SOCIAL_INSURANCE,
                FINANCE,
                CIVIL_AFFAIRS,
                RURAL_REVITALIZATION,
                DISABLED_FEDERATION,
                PUBLIC_SECURITY,
                EDUCATION,
                DISCIPLINE
            },
            to = {SOCIAL_INSURANCE, MEDICAL_INSURANCE, TAX},
            clauses = {"bachu-2022/第二十一条", "bachu-2022/第三十二条(2)", "bachu-2022/第三十二条(5)", "bachu-2022/第四十二条(6)"},
            zh = "专人已指定")
    record DutyAssigned(
            String assignmentId,
            Duty duty,
            Department department,
            String area,
            String person,
            String post,
            String contact,
            LocalDate from,
            @Nullable String replaces,
            @Nullable String reason,
            @Nullable LocalDate changesOn,
            LocalDate announcedOn)
            implements DutyHandoff {
        public static final String TOPIC = "audit-duty-assigned-v1";

        @Override
        public String subject() {
            return area + "/" + department + "/" + duty;
        }
    }

    /**
     * Who handles social insurance in a village 社保经办人员.
     *
     * @param matters for what he is there; {@code place} where that hangs in the village
     */
    record VillageHandler(String village, String person, String post, String contact, String matters, String place) {}

    /** A township fixed the handlers of its villages and made them public where everybody sees it. */
    @Terms(
            topic = HandlersPublished.TOPIC,
            from = TOWNSHIP,
            to = ALL,
            clauses = {"bachu-2022/第三十二条(3)", "bachu-2022/第三十二条(4)"},
            zh = "社保经办人员已确定并公示")
    record HandlersPublished(
            String publicationId, String township, List<VillageHandler> handlers, LocalDate publishedOn)
            implements DutyHandoff {
        public static final String TOPIC = "audit-handlers-published-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
