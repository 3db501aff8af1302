package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.local.Person;
import cn.liangxian.local.Stack;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * that nobody's pages change unseen; {@link PagesJourney} walks to each of them. Nor is a form taken from whoever does not find its
 * page, and a second matrix there says from whom each is.
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
            clerks(stack)
                    .forEach((department, login) ->
                            colleagues.put(department, new Colleague(stack, browser, login).visit("audit", "/desk")));
            for (String name : stack.administrators()) {
                administrators.put(name, new Colleague(stack, browser, name).visit("audit", "/desk/mine"));
            }
            colleagues.putAll(administrators);
            Map<String, Set<String>> found = offered(stack);
            assertEquals(List.of(), wronglyAnswered(stack, found));
            Map<String, Map<String, Integer>> forms = new DeskForms().sentBy(colleagues);
            assertEquals(List.of(), wronglyTaken(forms, found));
            kept(found, forms);
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

    /** A form that is sent empty is refused in any case: unread where the page is not found. */
    private static List<String> wronglyTaken(Map<String, Map<String, Integer>> forms, Map<String, Set<String>> found) {
        List<String> wrong = new ArrayList<>();
        forms.forEach((form, statuses) -> {
            String page = DeskForms.page(form);
            boolean here = found.containsKey(page);
            if (!here && !DebitFormsAtTheDesks.PAGES.contains(page)) {
                wrong.add("nobody finds " + page);
            }
            statuses.forEach((who, status) -> {
                boolean finds = here && found.get(page).contains(who);
                boolean refused = finds ? status >= 400 && status < 500 : status == 403 || status == 404 && !here;
                if (!refused) {
                    wrong.add(who + ": " + form + " " + status);
                }
            });
        });
        return wrong;
    }

    private void kept(Map<String, Set<String>> found, Map<String, Map<String, Integer>> forms) throws IOException {
        Map<String, Map<String, String>> pages = new TreeMap<>();
        found.forEach((place, departments) -> colleagues.keySet().forEach(each -> pages.computeIfAbsent(
                        place, key -> new LinkedHashMap<>())
                .put(each, departments.contains(each) ? "●" : "·")));
        Map<String, Map<String, String>> taken = new TreeMap<>();
        forms.forEach((form, statuses) -> {
            if (found.containsKey(DeskForms.page(form))) {
                taken.put(form, DeskForms.marks(statuses));
            }
        });
        new MarksDocument(DOCUMENT)
                .says(
                        """
                        # Who finds which page

                        Generated by logging in as a clerk of every department, and as each of the three administrators 三员 (`DepartmentsJourney`). ● stands in the navigation and opens;
                        · answers 403. A department sees its own area alone. Pages that only a county with batch debits or watched cash has
                        are not here; `DebitJourney` walks to those.

                        """)
                .table(pages)
                .says(
                        """

                        # From whom a form is taken

                        Every form of these pages, sent empty by each of them, so that nothing is taken from anybody. ● is told what is missing; · answers
                        403 before anything of the form is read. On whom a single case waits is looked at later: tests of the feature show
                        it. Forms of a county with batch debits or watched cash are in [pages-banks.md](pages-banks.md).

                        """)
                .table(taken)
                .isKept();
    }

    /** A clerk of each department, by department, in the order of their logins. */
    static Map<String, String> clerks(Stack stack) {
        Map<String, String> clerks = new LinkedHashMap<>();
        for (Person person : stack.people()) {
            if (person.name().endsWith("-clerk")) {
                clerks.putIfAbsent(person.department(), person.name());
            }
        }
        return clerks;
    }
}
