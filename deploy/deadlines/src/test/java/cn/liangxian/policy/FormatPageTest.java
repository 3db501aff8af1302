package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that describes the format of a county's file, against its schema. */
class FormatPageTest {
    private static final Path JURISDICTIONS = Path.of("../jurisdictions");

    @Test
    void everySectionOfTheFormatIsDescribed() throws IOException {
        String page = Files.readString(JURISDICTIONS.resolve("README.md"));
        JsonNode schema = new ObjectMapper()
                .readTree(JURISDICTIONS.resolve("policy.schema.json").toFile());
        List<String> undescribed = schema.path("properties").properties().stream()
                .map(section -> section.getKey())
                .filter(section -> !page.matches("(?s).*\\n\\| [^|]*`" + section + "`[^|]*\\|.*"))
                .toList();
        assertEquals(List.of(), undescribed);
    }
}
