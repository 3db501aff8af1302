package cn.liangxian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A reading that no text gives, as it stands in the policy file.
 *
 * @param line 1-based
 * @param where the path of the value in the file, for example /handoffs/enrollment-roster-delivered
 * @param fields the fields that are read into it; empty when the whole value is
 * @param clause the clause it is read from, or "assumed" when there is none
 */
public record Assumption(int line, String where, List<String> fields, String clause) {

    public Assumption {
        fields = List.copyOf(fields);
    }

    static List<Assumption> all(Draft draft) {
        List<Assumption> found = new ArrayList<>();
        collect(draft, draft.root(), "", found);
        return List.copyOf(found);
    }

    private static void collect(Draft draft, JsonNode node, String path, List<Assumption> found) {
        if (node.isObject()) {
            if (Draft.assumed(node))
                found.add(new Assumption(
                        PolicyFile.line(node),
                        draft.place(node, path),
                        Draft.texts(node.path("assumed")),
                        draft.clause(node)));
            node.properties().forEach(e -> collect(draft, e.getValue(), path + "/" + e.getKey(), found));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) collect(draft, node.get(i), path + "/" + name(node.get(i), i), found);
        }
    }

    private static String name(JsonNode node, int position) {
        return node.path("code").asText(node.path("name").asText(String.valueOf(position + 1)));
    }
}
