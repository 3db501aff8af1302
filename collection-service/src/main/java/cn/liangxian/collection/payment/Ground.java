package cn.liangxian.collection.payment;

import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.claim.Claim;
import cn.liangxian.collection.claim.Owed;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Assessment;
import cn.liangxian.policy.Share;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Why an amount was right: the clauses, what they were applied to, and the policy file that decided. An auditor reads here
 * why this resident paid this amount.
 *
 * @param inputs JSON, without name and ID number
 */
public record Ground(String clause, String inputs, String policyVersion) {

    /** The ground of a resident's own payment. */
    public static Ground of(Owed owed, LocalDate on) {
        Assessment assessment = owed.assessment();
        Set<String> clauses = new LinkedHashSet<>();
        clauses.add(assessment.clause());
        Map<String, Object> inputs = facts(owed.claim(), on);
        for (Share share : assessment.shares()) {
            clauses.add(share.clause());
            inputs.put("share " + share.rule(), share.amount());
        }
        inputs.put("owed", owed.amount());
        inputs.put("assumed", assessment.assumed());
        return new Ground(String.join("; ", clauses), json(inputs), assessment.policyVersion());
    }

    /** The ground of money that another department or a sponsor decided to pay by {@code clause}. */
    public static Ground of(Claim claim, Payer payer, String clause, String policyVersion, LocalDate on) {
        Map<String, Object> inputs = facts(claim, on);
        inputs.put("payer", payer);
        return new Ground(clause, json(inputs), policyVersion);
    }

    private static Map<String, Object> facts(Claim claim, LocalDate on) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("on", on);
        facts.put("birth", claim.birth());
        facts.put("statuses", claim.statuses().column());
        facts.put("tier", claim.tier());
        facts.put("due", claim.due());
        facts.put("paidBefore", claim.paid());
        return facts;
    }

    private static String json(Map<String, Object> inputs) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dates and amounts can be written as JSON", e);
        }
    }
}
