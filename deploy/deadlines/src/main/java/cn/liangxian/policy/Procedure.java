package cn.liangxian.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a notice leaves to another document.
 *
 * @param document as the notice names it
 * @param atHand whether its text is known here, so that what it asks for is in this policy
 * @param handoffs whose procedure it decides, by their keys
 */
public record Procedure(String document, boolean atHand, List<String> handoffs, String clause) {

    public Procedure {
        handoffs = List.copyOf(handoffs);
    }

    static List<Procedure> read(Draft draft) {
        List<Procedure> procedures = new ArrayList<>();
        for (var node : draft.root().path("procedures")) {
            List<String> handoffs = Draft.texts(node.path("of"));
            for (String handoff : handoffs) {
                if (!draft.root().path("handoffs").has(handoff))
                    draft.problem(node, "procedures", "'" + handoff + "' is no handoff of this file");
            }
            procedures.add(new Procedure(
                    node.path("document").textValue(),
                    node.path("at-hand").booleanValue(),
                    handoffs,
                    draft.clause(node)));
        }
        return procedures;
    }
}
