package cn.liangxian.journeys.clause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The clauses that the values of a county's policy file cite. */
final class PolicyMentions {

    private static final YAMLMapper YAML = new YAMLMapper();

    private PolicyMentions() {}

    static List<Mention> in(Path root, Path policy) throws IOException {
        JsonNode file = YAML.readTree(policy.toFile());
        String notice = file.path("document").path("clauses").asText();
        List<Mention> mentions = new ArrayList<>();
        for (String field : List.of("by", "benefit-by")) {
            for (JsonNode by : file.findValues(field)) {
                for (String clause : texts(by)) {
                    mentions.add(new Mention(
                            clause.contains("/") ? clause : notice + "/" + clause,
                            policy.getFileName().toString(),
                            root.relativize(policy).toString(),
                            Mention.Kind.CITES));
                }
            }
        }
        return mentions;
    }

    private static List<String> texts(JsonNode by) {
        List<String> texts = new ArrayList<>();
        if (by.isArray()) {
            by.forEach(one -> texts.add(one.asText()));
        } else {
            texts.add(by.asText());
        }
        return texts;
    }
}
