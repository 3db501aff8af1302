package cn.liangxian.journeys.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.Policy;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that a machine can check. */
class HouseRulesTest {

    private static final int LINES = 400;
    private static final Set<String> NO_PACKAGE =
            Set.of("common", "util", "utils", "helper", "helpers", "manager", "managers", "misc", "shared", "impl");
    private static final Pattern DATE_OF_THE_DATABASE = Pattern.compile(
            "\\bcurrent_date\\b|\\blocaltimestamp\\b|\\b(now\\(\\)|current_timestamp)::date\\b",
            Pattern.CASE_INSENSITIVE);
    /** Comments, and what names the clauses that a place carries out: these may speak of a county. No value of a rule may. */
    private static final Pattern NOT_CODE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|@(?:Clause|Terms)\\((?:\"[^\"]*\"|[^()\"])*\\)");

    private static final JavaClasses SERVICES = House.services();
    private static final JavaClasses EVERYTHING = House.everything();

    @Test
    void noServiceImportsWhatAnotherServiceKeepsToItself() {
        assertEquals(Set.of(), HouseRules.trespasses(SERVICES, House.names(House.handoffs())));
        assertFalse(HouseRules.trespasses(SERVICES, Set.of()).isEmpty(), "they do depend on each other's handoffs");
    }

    @Test
    void nothingElseStandsAtTheTop() throws IOException {
        try (Stream<Path> entries = Files.list(House.ROOT)) {
            Set<String> there = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> known = new TreeSet<>(Set.of("deploy", "mvnw", "pom.xml", "README.md"));
            House.SERVICES.forEach(service -> known.add(service + "-service"));
            assertEquals(known, there);
        }
    }

    @Test
    void aServiceLivesInItsOwnPackagesAndNotInThatOfItsHandoffs() {
        Set<String> violations = new TreeSet<>();
        for (String service : House.SERVICES) {
            for (JavaClass type : House.classes(service + "-service")) {
                if (!type.getPackageName().startsWith("cn.liangxian." + service + ".")) violations.add(type.getName());
            }
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void aHandoffsJarHoldsOneSealedInterfaceAndTheRecordsAndFeaturesUnderIt() throws ClassNotFoundException {
        for (String service : House.SERVICES) {
            String capital = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
            Class<?> handoff = Class.forName("cn.liangxian." + service + "." + capital + "Handoff");
            assertTrue(handoff.isSealed(), handoff.getName());
            for (JavaClass type : House.classes(service + "-service/handoffs")) {
                boolean nested = type.getName().contains("Handoff$");
                assertTrue(nested ? type.isRecord() || type.isEnum() : isFeature(type, handoff), type.getName());
            }
        }
    }

    private static boolean isFeature(JavaClass type, Class<?> handoff) throws ClassNotFoundException {
        return type.getName().endsWith("Handoff")
                && type.isAssignableTo(handoff)
                && Class.forName(type.getName()).isSealed();
    }

    @Test
    void handoffsAreFreeOfFrameworks() {
        HouseRules.HANDOFFS_ARE_FREE_OF_FRAMEWORKS.check(House.handoffs());
        HouseRules.HANDOFFS_ARE_FREE_OF_FRAMEWORKS.check(House.classes("deploy/handoff"));
    }

    @Test
    void deadlinesAndPolicyArePlainJava() {
        HouseRules.PLAIN_JAVA.check(House.classes("deploy/deadlines"));
    }

    @Test
    void theWorldKnowsTheServicesByRestFilesAndTopicsOnly() {
        HouseRules.THE_WORLD_STANDS_OUTSIDE.check(House.classes("deploy/world"));
    }

    @Test
    void theOracleSharesNothingWithTheServices() {
        HouseRules.THE_ORACLE_COUNTS_FOR_ITSELF.check(House.classes("deploy/journeys"));
    }

    @Test
    void whatComesFromATopicGoesThroughTheInboxAndNowhereIsItRetriedInATransaction() {
        HouseRules.EVENTS_COME_THROUGH_THE_INBOX.check(SERVICES);
    }

    @Test
    void noPackageIsAGrabBag() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : EVERYTHING) {
            for (String part : type.getPackageName().split("\\.")) {
                if (NO_PACKAGE.contains(part)) violations.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void noClassIsNamedAfterItsPlaceInAFramework() {
        HouseRules.NAMES_SAY_WHAT_A_CLASS_IS.check(EVERYTHING);
    }

    @Test
    void noServiceAsksTheWallClockWhatDayItIs() throws IOException {
        HouseRules.THE_CLOCK_IS_NOT_ASKED_FOR_A_DATE.check(SERVICES);
        List<String> violations = new ArrayList<>();
        for (Path source : House.sources(".java", ".sql")) {
            String place = House.ROOT.relativize(source).toString();
            if (place.contains("-service/src/main")
                    && DATE_OF_THE_DATABASE.matcher(Files.readString(source)).find()) {
                violations.add(place);
            }
        }
        assertEquals(List.of(), violations, "the clock of the database knows no business date either");
    }

    @Test
    void noMainCodeNamesACounty() throws IOException {
        List<String> counties = policies().stream()
                .map(file -> file.getFileName().toString().replaceFirst("[.]yaml$", ""))
                .toList();
        assertFalse(counties.isEmpty());
        List<String> violations = new ArrayList<>();
        for (Path source : House.sources(".java")) {
            if (!source.toString().contains("/src/main/")) continue;
            String code = NOT_CODE.matcher(Files.readString(source)).replaceAll("");
            if (counties.stream().anyMatch(code::contains))
                violations.add(House.ROOT.relativize(source).toString());
        }
        assertEquals(List.of(), violations, "a county is data");
    }

    @Test
    void noServiceNamesAChannelOfACounty() throws IOException {
        Set<String> channels = new TreeSet<>();
        for (Path policy : policies()) {
            Policy.load(policy).channels().forEach(channel -> channels.add('"' + channel.code() + '"'));
        }
        assertTrue(channels.contains("\"VILLAGE_AGENT\""));
        List<String> violations = new ArrayList<>();
        for (Path source : House.sources(".java")) {
            String place = House.ROOT.relativize(source).toString();
            String code = Files.readString(source);
            if (place.contains("-service/src/main/") && channels.stream().anyMatch(code::contains)) {
                violations.add(place);
            }
        }
        assertEquals(List.of(), violations, "by what ways people pay is data");
    }

    private static List<Path> policies() throws IOException {
        try (var files = Files.list(House.ROOT.resolve("deploy/jurisdictions"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.inject.Inject",
                "org.eclipse.microprofile.config.inject.ConfigProperty",
                "org.eclipse.microprofile.reactive.messaging.Channel"
            })
    void whatABeanNeedsStandsInItsConstructor(String annotation) {
        HouseRules.noFieldIsFilledBy(annotation).check(EVERYTHING);
    }

    @Test
    void noSourceFileIsLongerThanAReaderBears() throws IOException {
        List<Path> sources = House.sources(".java", ".sql", ".ts", ".js", ".html", ".css");
        assertFalse(sources.isEmpty());
        List<String> violations = new ArrayList<>();
        for (Path source : sources) {
            long lines;
            try (var text = Files.lines(source)) {
                lines = text.count();
            }
            if (lines > LINES) violations.add(House.ROOT.relativize(source) + " has " + lines);
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void everyPublicTypeSaysWhatItStandsFor() throws IOException {
        List<Path> sources = House.sources(".java").stream()
                .filter(source -> source.toString().contains("/src/main/"))
                .toList();
        assertTrue(sources.size() > 500, "sources: " + sources.size());
        assertEquals(Set.of(), Docstrings.missing(sources));
    }
}
