package cn.liangxian.policy;

import cn.liangxian.handoff.Department;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How money of an insurance goes back 退费 once its agency has checked it.
 *
 * @param approvedBy the department of which a second person approves it
 * @param paidBy the department that pays it back
 */
public record RefundTerms(
        Department approvedBy, boolean approvalAssumed, Department paidBy, boolean paymentAssumed, String clause) {

    /** What the insurance does not say: whoever collected it, as assumed. */
    static RefundTerms read(Draft draft, JsonNode insurance) {
        JsonNode node = insurance.path("refunds");
        if (node.isMissingNode()) {
            return new RefundTerms(
                    Department.TAX,
                    true,
                    Department.TAX,
                    true,
                    draft.clause(draft.root().path("fee-year")));
        }
        Department approvedBy = Department.valueOf(node.path("approved-by").asText(Department.TAX.name()));
        Department paidBy = Department.valueOf(node.path("paid-by").textValue());
        return new RefundTerms(
                approvedBy,
                !node.has("approved-by") || Draft.assumed(node, "approved-by"),
                paidBy,
                Draft.assumed(node, "paid-by"),
                draft.clause(node));
    }
}
