package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.InvalidPolicyException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusablePolicyTest {
    private static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final Path GOOD = Path.of("src/test/resources/policies/harbour-2025.yaml");

    @TempDir
    private Path folder;

    /** what stands in the good file | what replaces it | what the problem says; the line must be that of the replacement */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "who: LOW_INCOME|who: HIGH_INCOME|HIGH_INCOME",
                "when: \"employeeInsured\"|when: \"age\"|age",
                "when: \"employeeInsured\"|when: \"employeeInsured &&\"|employeeInsured",
                "due: within campaign.publish|due: some time|not a deadline",
                "due: within campaign.publish|due: campaign.harvest + 3d|campaign.harvest",
                "due: within campaign.publish|due: before campaign.publish|counts back",
                "due: within campaign.publish|due: between campaign.start and campaign.harvest|campaign.harvest",
                "due: within campaign.publish|due: by birthday.60|per: [PERSON]",
                "due: within campaign.publish|due: 3d after due|its own due day",
                "roll: true, per|roll: sideways, per|enum",
                "roll: true, per|roll: true, from: [MOON], per|MOON",
                "listed-by: [CIVIL_AFFAIRS]|listed-by: [CIVIL_AFFAIR]|CIVIL_AFFAIR",
                "yuan: 280, funder: CITY|yuan: 280, funder: MOON|MOON",
                "from: 2025-03-01, to|from: 2025-03-02, to|2025-03-01",
                "end: { on: 2024-12-31|end: { on: 2024-08-31|ends before",
                "end: { on: 2024-12-31|end: { on: 2024-02-31|neither a date",
                "990100001|990200001|does not lie in",
                "yuan: 670, funder: CITY, by: 四|yuan: 670, funder: CITY|by",
                "yuan: 670|yuan: 6.7|integer",
                "yuan: 670|yuan: -1|minimum",
                "yuan: 670|euro: 670|euro",
                "reached: on birthday|reached: sometime|enum",
                "closes: fee-year.end|closes: campaign.harvest|campaign.harvest"
            })
    void eachMistakeIsNamedWithItsLine(String good, String bad, String says) throws IOException {
        String text = Files.readString(GOOD);
        assertTrue(text.contains(good), good);
        String broken = text.replace(good, bad);
        int line = broken.substring(0, broken.indexOf(bad)).split("\n", -1).length;
        List<Problem> problems = problems(broken);
        assertTrue(
                problems.stream().anyMatch(p -> p.toString().contains(says) && p.line() == line),
                () -> "expected line " + line + ": " + says + " in " + problems);
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        String broken = Files.readString(GOOD)
                .replace("who: LOW_INCOME", "who: HIGH_INCOME")
                .replace("within campaign.publish", "soon")
                .replace("990100001", "990200001");
        assertEquals(3, problems(broken).size());
    }

    @Test
    void aKeyGivenTwiceIsRefusedInsteadOfTheLaterOneWinningSilently() throws IOException {
        assertTrue(problems(Files.readString(GOOD) + "fee-year: { year: 2026, by: 二 }\n")
                .toString()
                .contains("fee-year"));
    }

    @Test
    void aHolidayFolderWithoutTheRegionIsRefused() throws IOException {
        Path file = folder.resolve("far-2025.yaml");
        Files.writeString(file, Files.readString(GOOD).replace("calendar: CN", "calendar: CN-ZZ"));
        assertThrows(IllegalArgumentException.class, () -> Policy.load(file, HOLIDAYS));
    }

    private List<Problem> problems(String text) throws IOException {
        Path file = folder.resolve("broken-2025.yaml");
        Files.writeString(file, text);
        return assertThrows(InvalidPolicyException.class, () -> Policy.load(file, HOLIDAYS))
                .problems();
    }
}
