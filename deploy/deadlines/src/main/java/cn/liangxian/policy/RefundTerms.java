package cn.liangxian.policy;

import cn.liangxian.handoff.Department;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How money of an insurance goes back 退费 once tax has agreed to it.
 *
 * @param paidBy the department that pays it back
 */
public record RefundTerms(Department paidBy, String clause, boolean assumed) {

    /** Where the insurance says nothing of it: whoever collected it, as assumed. */
    static RefundTerms read(Draft draft, JsonNode insurance) {
        JsonNode node = insurance.path("refunds");
        if (node.isMissingNode()) {
            return new RefundTerms(Department.TAX, draft.clause(draft.root().path("fee-year")), true);
        }
        Department paidBy = Department.valueOf(node.path("paid-by").textValue());
        return new RefundTerms(paidBy, draft.clause(node), Draft.assumed(node, "paid-by"));
    }
}
