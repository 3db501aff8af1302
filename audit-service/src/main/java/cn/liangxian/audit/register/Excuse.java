package cn.liangxian.audit.register;

import cn.liangxian.handoff.Department;
import java.time.LocalDate;

/**
 * Why an obligation is waived or void, as two persons agreed.
 *
 * @param happening {@link Happening#WAIVED} or {@link Happening#VOIDED}
 * @param decisionId the request that was agreed to
 * @param requester department of the person who asked, {@code approver} of the one who agreed
 */
public record Excuse(
        Happening happening,
        LocalDate on,
        String decisionId,
        String reason,
        Department requester,
        Department approver) {}
