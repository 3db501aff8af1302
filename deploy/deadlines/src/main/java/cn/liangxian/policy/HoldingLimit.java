package cn.liangxian.policy;

import cn.liangxian.handoff.Fen;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How much cash a collector of a village may hold, and how long (双限), before it counts as 滞留资金.
 *
 * @param days calendar days from the receipt to the remittance; {@code amount} held over the end of a day
 */
public record HoldingLimit(int days, Fen amount, String clause, boolean assumed) {

    static Optional<HoldingLimit> read(Draft draft) {
        JsonNode node = draft.root().path("entrusted-cash");
        if (node.isMissingNode()) return Optional.empty();
        return Optional.of(new HoldingLimit(
                node.path("days").intValue(), Draft.yuan(node.path("yuan")), draft.clause(node), Draft.assumed(node)));
    }
}
