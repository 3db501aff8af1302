package cn.liangxian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Whom money that finance appropriates pays while it does not suffice for all who were applied for.
 *
 * @param first who is paid first
 */
public record Shortage(First first, String clause, boolean assumed) {

    /** By what people are put in order. */
    public enum First {
        ELDEST,
        YOUNGEST,
        /** In the order of the rosters that name them. */
        ROSTER
    }

    /** Where the file says nothing of it: the eldest, as assumed. */
    static Shortage read(Draft draft) {
        JsonNode node = draft.root().path("shortage");
        if (node.isMissingNode()) {
            return new Shortage(First.ELDEST, draft.clause(draft.root().path("fee-year")), true);
        }
        First first = First.valueOf(node.path("first").asText().toUpperCase(Locale.ROOT));
        return new Shortage(first, draft.clause(node), Draft.assumed(node, "first"));
    }
}
