package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A document in which departments have columns; {@code -Dliangxian.docs=write} writes it anew. */
final class MarksDocument {

    private final StringBuilder text = new StringBuilder();
    private final Path file;

    MarksDocument(Path file) {
        this.file = file;
    }

    MarksDocument says(String words) {
        text.append(words);
        return this;
    }

    /** @param rows marks by whose they are, in the same order in each */
    MarksDocument table(Map<String, Map<String, String>> rows) {
        Set<String> columns = rows.values().iterator().next().keySet();
        text.append("| |");
        columns.forEach(each -> text.append(' ')
                .append(each.toLowerCase(Locale.ROOT).replaceAll("[_-]", " "))
                .append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach((place, marks) -> {
            text.append("| `").append(place).append("` |");
            marks.values().forEach(mark -> text.append(' ').append(mark).append(" |"));
            text.append('\n');
        });
        return this;
    }

    void isKept() throws IOException {
        if ("write".equals(System.getProperty("liangxian.docs"))) {
            Files.writeString(file, text.toString());
        }
        assertEquals(Files.readString(file), text.toString(), "write it anew and look at what changed");
    }
}
