package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.journeys.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text of a page stands in a word file, in both languages. */
class DeskWordsTest {

    private static final Pattern SAID = Pattern.compile("\\bw\\.(\\w+)");
    private static final Pattern LINE = Pattern.compile("(\\w+) = ([^|]+) \\|\\s?(.+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyLineOfAWordFileSaysBothLanguages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : words()) {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = LINE.matcher(line);
                boolean both =
                        matcher.matches() && !CHINESE.matcher(matcher.group(3)).find();
                if (!line.isBlank() && !line.startsWith("#") && !both) {
                    wrong.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noTemplateSaysWhatNoWordFileHasOrSaysSomethingItself() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path template : House.sources(".html")) {
            if (!template.toString().contains("/src/main/resources/templates/")) {
                continue;
            }
            Set<String> keys = keys(template);
            String text = Files.readString(template);
            SAID.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> wrong.add(template.getFileName() + " says " + key));
            // the name of the other language is always written in that language
            if (CHINESE.matcher(text.replace("中文", "")).find()) {
                wrong.add(template.getFileName() + " has a text of its own");
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** What the frame says, and what the service of the template says. */
    private static Set<String> keys(Path template) throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : words()) {
            String name = file.getFileName().toString();
            if (name.equals("desk.txt") || template.toString().contains("/" + name.replace(".txt", "") + "-service/")) {
                for (String line : Files.readAllLines(file)) {
                    keys.add(line.split(" ")[0]);
                }
            }
        }
        return keys;
    }

    private static List<Path> words() throws IOException {
        List<Path> files = House.sources(".txt").stream()
                .filter(file -> file.getParent().endsWith("src/main/resources/words"))
                .toList();
        assertFalse(files.isEmpty());
        return files;
    }
}
