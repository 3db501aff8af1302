package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import cn.liangxian.local.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One of those whose page it is goes to each page of deploy/docs/pages.md, which {@link DepartmentsJourney} keeps true: by the
 * navigation, with the keyboard alone, and with nothing on it out of reach. Here in English; the other journeys read Chinese.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
class PagesJourney {

    /** By department. */
    private final Map<String, Colleague> colleagues = new TreeMap<>();

    @Test
    void everyPageIsReachedByTheKeyboardAndSaysAllOfItInEnglish(County county) throws IOException {
        county.standAt(DesksJourney.MIDDLE);
        Map<String, String> owners = owners();
        assertTrue(owners.size() > 30, owners.keySet().toString());
        try (Browser browser = Browser.open()) {
            owners.forEach((place, department) -> {
                Colleague colleague = colleagues.computeIfAbsent(department, each -> {
                    Colleague clerk =
                            new Colleague(county.stack(), browser, login(county, each)).visit("audit", "/desk");
                    clerk.readsEnglish();
                    return clerk;
                });
                int slash = place.indexOf('/');
                colleague.walksByKeyTo(place.substring(0, slash), place.substring(slash));
                assertEquals(List.of(), colleague.chinese(), place);
            });
            colleagues.values().forEach(colleague -> assertEquals(List.of(), colleague.complaints()));
        }
    }

    /** Of the first clerk of a department as the table heads its column. */
    private static String login(County county, String department) {
        return county.stack().people().stream()
                .filter(person -> person.department()
                        .equals(department.toUpperCase(Locale.ROOT).replace(' ', '_')))
                .map(Person::name)
                .filter(name -> name.endsWith("-clerk"))
                .findFirst()
                .orElseThrow();
    }

    /** Service and path of each page, and one of the departments to which it opens. */
    private static Map<String, String> owners() throws IOException {
        List<String[]> rows = Files.readAllLines(DepartmentsJourney.DOCUMENT).stream()
                .filter(line -> line.startsWith("|"))
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
