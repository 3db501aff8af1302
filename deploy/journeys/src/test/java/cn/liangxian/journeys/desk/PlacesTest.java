package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import cn.liangxian.journeys.house.House;
import cn.liangxian.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The place where each handoff is done is there, and open to whoever owes the handoff. */
class PlacesTest {

    private static final Path FILE = House.ROOT.resolve("deploy/desk/src/main/resources/places.properties");
    private static final Path DOCS = House.ROOT.resolve("deploy/docs");
    private static final Pattern LINE =
            Pattern.compile("([a-z]+)(-[a-z-]+) = (?:system|interface (\\S+ /\\S+)|(\\S+))");
    private static final Pattern SERVICE = Pattern.compile("/(\\w+)-service/src/main/");
    private static final Pattern OF_CLASS = Pattern.compile("@Path\\(\"(/desk/[^\"]+)\"\\)\\s+@Blocking");
    private static final Pattern SHOWS = Pattern.compile("(?s)@GET\\s(.*?)public ");
    private static final Pattern BELOW = Pattern.compile("@Path\\(\"([^\"]+)\"\\)");
    private static final Pattern PAGE = Pattern.compile("\\w+/desk/[^/]+");
    private static final Pattern REQUEST = Pattern.compile("\\| `(\\w+ /[^`]*)` \\|.*");

    private static List<Policy> policies;

    /** By handoff, with the service before what is asked of it. */
    private final Map<String, String> interfaces = new TreeMap<>();

    private final Map<String, String> pages = new TreeMap<>();
    private final Set<String> handoffs = new TreeSet<>();

    PlacesTest() throws IOException {
        for (String line : Files.readAllLines(FILE)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher said = LINE.matcher(line);
            assertTrue(said.matches(), line);
            String handoff = said.group(1) + said.group(2);
            assertTrue(handoffs.add(handoff), line);
            if (said.group(3) != null) {
                interfaces.put(handoff, said.group(1) + " " + said.group(3));
            }
            if (said.group(4) != null) {
                pages.put(handoff, said.group(4));
            }
        }
    }

    @BeforeAll
    static void loadPolicies() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("deploy/jurisdictions"))) {
            policies = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(Policy::load)
                    .toList();
        }
        assertFalse(policies.isEmpty());
    }

    @Test
    void everyHandoffThatACountyExpectsHasAPlace() {
        Set<String> without = new TreeSet<>();
        policies.forEach(policy -> without.addAll(policy.deadlines().keySet()));
        assertFalse(without.isEmpty());
        without.removeAll(handoffs);
        assertEquals(Set.of(), without, "places.properties says where it is done");
    }

    @Test
    void noPlaceIsOfAHandoffThatNobodyDeclares() {
        Set<String> unknown = new TreeSet<>(handoffs);
        unknown.removeAll(declared().keySet());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyPageIsOneThatTheServiceOfTheHandoffShows() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path source : House.sources("Page.java")) {
            String text = Files.readString(source);
            Matcher service = SERVICE.matcher(source.toString());
            Matcher path = OF_CLASS.matcher(text);
            if (service.find() && path.find()) {
                SHOWS.matcher(text).results().forEach(found -> {
                    Matcher below = BELOW.matcher(found.group(1));
                    shown.add(service.group(1) + path.group(1) + (below.find() ? below.group(1) : ""));
                });
            }
        }
        List<String> wrong = new ArrayList<>();
        pages.forEach((handoff, page) -> {
            if (!shown.contains(page) || !handoff.startsWith(page.substring(0, page.indexOf('/')) + "-")) {
                wrong.add(handoff + ": " + page);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void whoeverOwesAHandoffFindsItsPageAndAFormThereIsTakenFromThem() throws IOException {
        Map<String, Set<String>> finding = marks("pages.md", "Who finds which page");
        Map<String, Set<String>> taking = new HashMap<>();
        Stream.of(marks("pages.md", "From whom a form"), marks("pages-banks.md", "From whom a form"))
                .forEach(
                        forms -> forms.forEach((form, from) -> taking.computeIfAbsent(top(form), key -> new TreeSet<>())
                                .addAll(from)));
        assertFalse(finding.isEmpty() || taking.isEmpty());
        List<String> wrong = new ArrayList<>();
        pages.forEach((handoff, page) -> {
            Set<String> owners = owners(handoff);
            boolean told = finding.containsKey(top(page));
            if (told && !finding.get(top(page)).containsAll(owners)) {
                wrong.add(
                        handoff + " is owed by " + owners + ", and " + page + " is found by " + finding.get(top(page)));
            }
            // a page that is younger than these tables stands in none of them
            if ((told || taking.containsKey(top(page)))
                    && owners.stream().noneMatch(taking.getOrDefault(top(page), Set.of())::contains)) {
                wrong.add(handoff + " is owed by " + owners + ", and no form of " + page + " is taken from them");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRequestOfAnInterfaceIsOneThatItsServiceAnswers() throws IOException {
        Set<String> answered = new TreeSet<>();
        for (String matrix : List.of("access.md", "access-banks.md")) {
            String service = "";
            for (String line : Files.readAllLines(DOCS.resolve(matrix))) {
                Matcher request = REQUEST.matcher(line);
                if (line.startsWith("## ")) {
                    service = line.substring("## ".length());
                } else if (request.matches()) {
                    answered.add(service + " " + request.group(1));
                }
            }
        }
        Map<String, String> wrong = new TreeMap<>(interfaces);
        wrong.values().removeAll(answered);
        assertEquals(Map.of(), wrong);
    }

    /** The page of the navigation under which a page or form stands. */
    private static String top(String path) {
        Matcher page = PAGE.matcher(path);
        return page.lookingAt() ? page.group() : path;
    }

    /** Whom the counties name, or else the declaration; as the tables call them. */
    private Set<String> owners(String handoff) {
        return policies.stream()
                .flatMap(policy -> policy.deadline(handoff).stream())
                .map(deadline -> deadline.from().isEmpty()
                        ? List.of(declared().get(handoff).from())
                        : deadline.from())
                .flatMap(Collection::stream)
                .map(PlacesTest::column)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String column(Department department) {
        return department.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Terms> declared() {
        return Declarations.onClasspath().stream()
                .map(Handoff::termsOf)
                .collect(Collectors.toMap(terms -> terms.topic().replaceFirst("-v\\d+$", ""), terms -> terms));
    }

    /** By page or form those with a ●, of the table below a headline. */
    private static Map<String, Set<String>> marks(String file, String headline) throws IOException {
        Map<String, Set<String>> marks = new TreeMap<>();
        List<String> columns = List.of();
        for (String part : Files.readString(DOCS.resolve(file)).split("(?m)^# ")) {
            for (String line : part.startsWith(headline) ? part.lines().toList() : List.<String>of()) {
                List<String> cells =
                        Arrays.stream(line.split("\\|")).map(String::strip).toList();
                if (line.startsWith("| |")) {
                    columns = cells;
                } else if (line.startsWith("| `")) {
                    Set<String> marked = marks.computeIfAbsent(cells.get(1).replace("`", ""), key -> new TreeSet<>());
                    for (int i = 2; i < cells.size(); i++) {
                        if (cells.get(i).equals("●")) {
                            marked.add(columns.get(i));
                        }
                    }
                }
            }
        }
        return marks;
    }
}
