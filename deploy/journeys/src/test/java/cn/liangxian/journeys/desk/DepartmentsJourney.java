package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.local.Person;
import cn.liangxian.local.Stack;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Every department logs in and finds its pages on the five desks; no other page opens to it, and none to the three administrators
 * 三员, whom the realm lets in as well. The matrix is kept in deploy/docs/pages.md ({@code -Dliangxian.docs=write} writes it anew), so
 * that nobody's pages change unseen; {@link PagesJourney} walks to each of them.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
class DepartmentsJourney {

    private static final List<String> SERVICES =
            List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    static final Path DOCUMENT = Path.of(System.getProperty("liangxian.root"), "deploy/docs/pages.md");
    private static final Pattern SIDE = Pattern.compile("(?s)<nav class=\"side\".*?</nav>");
    private static final Pattern LINK = Pattern.compile("href=\"(/desk/[^\"]+)\"");

    /** By department, in the order of their logins. */
    private final Map<String, Colleague> colleagues = new LinkedHashMap<>();

    /** By name: of no department, so that every page is closed to them, and their browser complains of that. */
    private final Map<String, Colleague> administrators = new TreeMap<>();

    @Test
    void everyDepartmentFindsItsPagesAndNoOtherOpensToIt(County county) throws IOException {
        county.standAt(DesksJourney.MIDDLE);
        Stack stack = county.stack();
        try (Browser browser = Browser.open()) {
            for (Person person : stack.people()) {
                if (person.name().endsWith("-clerk") && !colleagues.containsKey(person.department())) {
                    Colleague colleague = new Colleague(stack, browser, person.name());
                    colleagues.put(person.department(), colleague.visit("audit", "/desk"));
                }
            }
            for (String name : stack.administrators()) {
                administrators.put(name, new Colleague(stack, browser, name).visit("audit", "/desk/mine"));
            }
            colleagues.putAll(administrators);
            Map<String, Set<String>> found = offered(stack);
            assertEquals(List.of(), wronglyAnswered(stack, found));
            kept(found);
            colleagues.keySet().removeAll(administrators.keySet());
            colleagues.values().forEach(colleague -> assertEquals(List.of(), colleague.complaints()));
        }
    }

    /** Service and path of every page, with the departments whose navigation has it. */
    private Map<String, Set<String>> offered(Stack stack) {
        Map<String, Set<String>> found = new TreeMap<>();
        colleagues.forEach((department, colleague) -> {
            for (String service : SERVICES) {
                String page = colleague
                        .page()
                        .request()
                        .get(stack.url(service) + "/desk")
                        .text();
                SIDE.matcher(page).results().forEach(side -> LINK.matcher(side.group())
                        .results()
                        .forEach(link -> found.computeIfAbsent(service + link.group(1), key -> new TreeSet<>())
                                .add(department)));
            }
        });
        return found;
    }

    private List<String> wronglyAnswered(Stack stack, Map<String, Set<String>> found) {
        List<String> wrong = new ArrayList<>();
        found.forEach((place, departments) -> colleagues.forEach((department, colleague) -> {
            int slash = place.indexOf('/');
            int status = colleague
                    .page()
                    .request()
                    .get(
                            stack.url(place.substring(0, slash)) + place.substring(slash),
                            RequestOptions.create().setMaxRedirects(0))
                    .status();
            if (status != (departments.contains(department) ? 200 : 403)) {
                wrong.add(department + ": " + place + " " + status);
            }
        }));
        return wrong;
    }

    private void kept(Map<String, Set<String>> found) throws IOException {
        StringBuilder text = new StringBuilder(
                """
                # Who finds which page

                Generated by logging in as a clerk of every department, and as each of the three administrators 三员 (`DepartmentsJourney`). ● stands in the navigation and opens;
                · answers 403. A department sees its own area alone. Pages that only a county with batch debits or watched cash has
                are not here; `DebitJourney` walks to those.

                """);
        text.append("| |");
        colleagues.keySet().forEach(each -> text.append(' ')
                .append(each.toLowerCase(Locale.ROOT).replaceAll("[_-]", " "))
                .append(" |"));
        text.append("\n|---|").append("---|".repeat(colleagues.size())).append('\n');
        found.forEach((place, departments) -> {
            text.append("| `").append(place).append("` |");
            colleagues.keySet().forEach(each -> text.append(departments.contains(each) ? " ● |" : " · |"));
            text.append('\n');
        });
        if ("write".equals(System.getProperty("liangxian.docs"))) {
            Files.writeString(DOCUMENT, text.toString());
        }
        assertEquals(Files.readString(DOCUMENT), text.toString(), "write it anew and look at what changed");
    }
}
