package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.journeys.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of the desks that are shown are those that a journey takes, and all of them are shown. */
class PicturesTest {

    private static final Path FOLDER = House.ROOT.resolve("deploy/docs/desks");
    private static final Pattern TAKEN = Pattern.compile("picture\\(\"([a-z-]+)\"\\)");
    private static final Pattern SHOWN = Pattern.compile("!\\[[^\\]]*]\\((?:deploy/docs/desks/)?([a-z-]+)[.]png\\)");
    private static final long SMALL = 100_000;

    @Test
    void aJourneyTakesEveryPicture() throws IOException {
        StringBuilder journeys = new StringBuilder();
        for (Path source : House.sources("Journey.java", "AtTheDesks.java")) {
            journeys.append(Files.readString(source));
        }
        Set<String> orphans = new TreeSet<>(pictures());
        assertFalse(orphans.isEmpty());
        orphans.removeAll(found(TAKEN, journeys.toString()));
        assertEquals(Set.of(), orphans, "no journey makes it anew");
    }

    @Test
    void everyPictureIsShownAndEveryOneThatIsShownIsThere() throws IOException {
        assertEquals(pictures(), found(SHOWN, Files.readString(FOLDER.resolve("README.md"))));
        Set<String> missing = found(SHOWN, Files.readString(House.ROOT.resolve("README.md")));
        assertFalse(missing.isEmpty());
        missing.removeAll(pictures());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPictureIsSmall() throws IOException {
        for (String name : pictures()) {
            long size = Files.size(FOLDER.resolve(name + ".png"));
            assertFalse(size > SMALL, () -> name + " has " + size + " bytes");
        }
    }

    private static Set<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .map(name -> name.replace(".png", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
