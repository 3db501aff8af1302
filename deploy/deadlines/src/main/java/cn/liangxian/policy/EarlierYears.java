package cn.liangxian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * From when a payment for a fee year before that of the file 补缴 entitles.
 *
 * @param onPayment from the day on which it is complete; else as the payments of the fee year of the file do
 */
record EarlierYears(boolean onPayment, String clause, boolean assumed) {

    /** Where the insurance says nothing of it: not for a time before the payment, as assumed. */
    static EarlierYears read(Draft draft, JsonNode insurance) {
        JsonNode node = insurance.path("earlier-years");
        if (node.isMissingNode()) {
            return new EarlierYears(true, draft.clause(draft.root().path("fee-year")), true);
        }
        boolean onPayment = node.path("benefit").asText().equals("on payment");
        return new EarlierYears(onPayment, draft.clause(node), Draft.assumed(node, "benefit"));
    }

    BenefitStart benefitStart(LocalDate completedOn) {
        return new BenefitStart(completedOn, 0, clause, assumed);
    }
}
