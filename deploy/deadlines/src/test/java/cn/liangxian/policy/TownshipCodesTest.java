package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The townships of a county are those of the official list of divisions (NBS, 2023-06-30), code by code and name by name. */
class TownshipCodesTest {

    private static final Path JURISDICTIONS = Path.of("../jurisdictions");

    @ParameterizedTest
    @ValueSource(strings = {"yicheng-2024", "bachu-2022"})
    @Clause("yicheng-2024/附件-c")
    void aCountyHasItsOfficialTownshipsAndNoOther(String county) throws IOException {
        Jurisdiction jurisdiction =
                Policy.load(JURISDICTIONS.resolve(county + ".yaml")).jurisdiction();
        Map<String, String> official = new TreeMap<>();
        for (String line : Files.readAllLines(JURISDICTIONS.resolve("townships.csv"))) {
            String[] cells = line.split(",");
            if (cells[2].equals(jurisdiction.code())) official.put(cells[0], cells[1]);
        }
        Map<String, String> ours = new TreeMap<>();
        jurisdiction.townships().forEach(township -> ours.put(township.code(), township.name()));
        assertEquals(official, ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yicheng-2024", "bachu-2022"})
    void aTownshipHasANameForPagesInEnglishToo(String county) {
        List<String> names = Policy.load(JURISDICTIONS.resolve(county + ".yaml")).jurisdiction().townships().stream()
                .map(Township::nameEn)
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(
                names.stream().allMatch(name -> name.matches("[A-Z][a-z']+ (Subdistrict|Town|Township)")),
                names.toString());
    }
}
