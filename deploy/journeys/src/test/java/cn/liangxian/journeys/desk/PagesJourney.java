package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.journeys.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One of those whose page it is goes to each page of deploy/docs/pages.md, which {@link DepartmentsJourney} keeps true: by the
 * navigation, with the keyboard alone, and with nothing on it out of reach; what opens in a drawer there is opened and looked at,
 * too. Here in English; the other journeys read Chinese.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
@Order(3)
class PagesJourney {

    /** Who has something to open in a drawer, where whoever walks to the page has nothing. */
    private static final Map<String, String> OTHERS = Map.of(
            "audit/desk/duties", "township",
            "audit/desk/inspections", "discipline",
            "audit/desk/mine", "tax",
            "audit/desk/occasions", "tax",
            "audit/desk/replay?topic=enrollment-roster-delivered-v1", "audit bureau",
            "reconciliation/desk/months", "treasury",
            "subsidy/desk/sweeps", "finance");

    /** Nothing is there to open of these in this county on this day: of debits and cash {@link DebitJourney} has some. */
    private static final Set<String> NOT_HERE = Set.of(
            "audit/desk/accountability/one",
            "audit/desk/cash-trails/one",
            "audit/desk/findings/one",
            "audit/desk/inspections/one",
            "audit/desk/objections/one",
            "audit/desk/samples/one",
            "audit/desk/suspects/one",
            "audit/desk/violations/one",
            "collection/desk/anomalies/one",
            "collection/desk/cash/papers/entry",
            "collection/desk/debits/one",
            "collection/desk/refunds/documents",
            "reconciliation/desk/differences/month",
            "reconciliation/desk/differences/one",
            "reconciliation/desk/months/report",
            "reconciliation/desk/red-list/one");

    private static final Pattern DRAWER = Pattern.compile("hx-get=\"(/desk/[^\"?]+)");

    /** By department. */
    private final Map<String, Colleague> colleagues = new TreeMap<>();

    /** Service and path of what was opened. */
    private final Set<String> opened = new TreeSet<>();

    @Test
    void everyPageIsReachedByTheKeyboardAndSaysAllOfItInEnglish(County county) throws IOException {
        county.standAt(DesksJourney.MIDDLE);
        Map<String, String> owners = owners();
        assertTrue(owners.size() > 30, owners.keySet().toString());
        try (Browser browser = Browser.open()) {
            owners.forEach((place, department) -> {
                Colleague colleague = colleague(county, browser, department);
                colleague.walksByKeyTo(service(place), path(place));
                assertEquals(List.of(), colleague.chinese(), place);
                looksIntoDrawers(colleague, place);
            });
            OTHERS.forEach((place, department) ->
                    looksIntoDrawers(colleague(county, browser, department).visit(service(place), path(place)), place));
            Set<String> closed = drawers();
            closed.removeAll(opened);
            assertEquals(NOT_HERE, closed);
            colleagues.values().forEach(colleague -> assertEquals(List.of(), colleague.complaints()));
        }
    }

    private Colleague colleague(County county, Browser browser, String department) {
        return colleagues.computeIfAbsent(department, each -> {
            String login = DepartmentsJourney.clerks(county.stack())
                    .get(each.toUpperCase(Locale.ROOT).replace(' ', '_'));
            Colleague clerk = new Colleague(county.stack(), browser, login).visit("audit", "/desk");
            clerk.readsEnglish();
            return clerk;
        });
    }

    private void looksIntoDrawers(Colleague colleague, String place) {
        colleague.looksIntoDrawers().forEach(kind -> opened.add(service(place) + kind));
    }

    private static String service(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    private static String path(String place) {
        return place.substring(place.indexOf('/'));
    }

    /** Service and path of all that opens in a drawer, as the templates have it. */
    private static Set<String> drawers() throws IOException {
        Set<String> drawers = new TreeSet<>();
        for (Path template : House.sources(".html")) {
            DRAWER.matcher(Files.readString(template))
                    .results()
                    .forEach(drawer -> drawers.add(template.getName(template.getNameCount() - 2) + drawer.group(1)));
        }
        return drawers;
    }

    /** Service and path of each page, and one of the departments to which it opens. */
    private static Map<String, String> owners() throws IOException {
        List<String[]> rows = Files.readAllLines(DepartmentsJourney.DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1).split("[|]"))
                .toList();
        List<String> departments = Arrays.stream(rows.get(0)).map(String::strip).toList();
        Map<String, String> owners = new LinkedHashMap<>();
        for (String[] row : rows.subList(2, rows.size())) {
            int owner = Arrays.stream(row).map(String::strip).toList().lastIndexOf("●");
            owners.put(row[0].replaceAll("[` ]", ""), departments.get(owner));
        }
        return owners;
    }
}
