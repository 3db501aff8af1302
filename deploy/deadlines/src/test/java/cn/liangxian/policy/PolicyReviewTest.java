package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.handoff.Terms;
import cn.liangxian.policy.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReviewTest {
    private static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final Path YICHENG = Path.of("../jurisdictions/yicheng-2024.yaml");
    private static final Path BACHU = Path.of("../jurisdictions/bachu-2022.yaml");
    private static final Path HIGHLAND = Path.of("src/test/resources/policies/highland-2022.yaml");

    /** All that the made-up county has deadlines for, and what starts their clocks. */
    private static final List<Terms> DECLARED = Stream.of(
                    "enrollment-special-group-listed",
                    "enrollment-identity-changed",
                    "enrollment-households-updated",
                    "enrollment-roster-delivered",
                    "enrollment-roster-line",
                    "enrollment-anomaly-answered",
                    "collection-anomaly-raised",
                    "collection-agreements-to-renew",
                    "collection-cash-remitted",
                    "collection-contribution-paid",
                    "collection-agreement-voided",
                    "collection-progress-reported",
                    "reconciliation-treasury-statement-issued",
                    "audit-evaluation-reported")
            .map(PolicyReviewTest::terms)
            .toList();

    private static Terms terms(String handoff) {
        return (Terms) Proxy.newProxyInstance(
                Terms.class.getClassLoader(),
                new Class<?>[] {Terms.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "topic" -> handoff + "-v1";
                    case "clauses" -> new String[] {"highland-2022/39"};
                    default -> null;
                });
    }

    @TempDir
    private Path folder;

    @Test
    void theFirstCountyCanBeUsedAndSaysWhatIsAssumed() throws IOException {
        PolicyReview review = PolicyReview.of(YICHENG, HOLIDAYS, List.of());
        assertTrue(review.usable());
        long marked = Files.readAllLines(YICHENG).stream()
                .filter(line -> !line.startsWith("#") && line.contains("assumed:"))
                .count();
        assertEquals(marked, review.policy().orElseThrow().assumptions().size());
        assertEquals(
                marked,
                of(review, Kind.ASSUMED).size() + of(review, Kind.UNSOURCED).size());
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pay: { from: 2022-07-12, to: 2023-02-28|pay: { from: 2022-07-12, to: 2023-03-01|CONTRADICTORY",
                "publish: { from: 2023-03-01|publish: { from: 2023-02-01|CONTRADICTORY",
                "effective: { from: 2022-06-01|effective: { from: 2022-05-01|CONTRADICTORY",
                "effective: { from: 2022-06-01|effective: { from: 2022-06-01, until: 2023-03-30|CONTRADICTORY",
                "due: 3 workdays after collection-anomaly-raised|due: 3 workdays after enrollment-anomaly-answered|CONTRADICTORY",
                "en: disabled grade 1, listed-by: [DISABLED_FEDERATION]|en: disabled grade 1, listed-by: []|MISSING",
                "code: DISABLED_1, zh|precedence: 2, code: DISABLED_1, zh|NOTHING",
                "code: DISABLED_1, zh|precedence: 1, code: DISABLED_1, zh|CONTRADICTORY",
                "{ from: campaign.start, to: campaign.end, benefit|{ from: 2022-07-13, to: campaign.end, benefit|CONTRADICTORY",
                "opens: campaign.pay, closes: campaign.end, by: \"28\" }|opens: 2023-03-02, closes: 2023-04-01, by: \"28\" }|CONTRADICTORY",
                "due: campaign.start - 1 month|due: campaign.start - 2 months|CONTRADICTORY",
                "due: campaign.end + 10d, roll: false|due: by 2023-03-10, roll: true|NOTHING",
                "due: campaign.end + 10d, roll: false|due: by 2029-03-10, roll: true|MISSING"
            })
    void whatExcludesItselfOrIsMissingIsFoundOnItsLine(String good, String bad, String kind) throws IOException {
        String text = Files.readString(HIGHLAND);
        assertTrue(text.contains(good), good);
        String changed = text.replace(good, bad);
        int line = changed.substring(0, changed.indexOf(bad)).split("\n", -1).length;
        List<Finding> found = review(changed).findings().stream()
                .filter(finding -> finding.line() == line)
                .toList();
        if (kind.equals("NOTHING")) assertEquals(List.of(), found);
        else assertTrue(found.stream().anyMatch(f -> f.kind() == Kind.valueOf(kind)), () -> line + " in " + found);
    }

    @Test
    void aGroupThatNoConditionAsksForIsListedInVain() throws IOException {
        PolicyReview review = review(Files.readString(HIGHLAND).replace("POOR || DISABLED_1", "POOR"));
        assertEquals(
                List.of("categories/DISABLED_1"),
                of(review, Kind.MISSING).stream()
                        .map(Finding::where)
                        .filter(where -> where.startsWith("categories"))
                        .toList());
    }

    @Test
    void aTierWithoutAWordOnItsSubsidyIsMissingSomething() throws IOException {
        assertEquals(
                3,
                of(review(Files.readString(HIGHLAND)), Kind.MISSING).stream()
                        .filter(finding -> finding.what().contains("subsidy"))
                        .count());
    }

    @Test
    void theCommandPrintsTheCampaignAsACalendarAndEndsWithItsVerdict() throws IOException {
        String said = command(0, YICHENG.toString());
        assertTrue(said.contains("2023-12-20 Wed"), said);
        assertTrue(said.indexOf("stage pay begins") < said.indexOf("stage publish begins"));
        assertTrue(said.contains("2023-09-30 Sat off  due: enrollment-special-group-listed"));
        assertTrue(said.endsWith("can be used" + System.lineSeparator()));
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, Files.readString(HIGHLAND).replace("due: same day", "due: some day"));
        assertTrue(command(1, broken.toString(), HOLIDAYS.toString()).contains("INVALID"));
        assertTrue(command(2, "no-such-file.yaml").startsWith("usage"));
        assertFalse(command(2, HIGHLAND.toString()).isBlank(), "no holidays beside this file");
    }

    @Test
    void aProcedureThatStandsInADocumentThatIsNotAtHandIsTold() throws IOException {
        int section = lineOf(Files.readAllLines(BACHU), "procedures:") + 1;
        assertTrue(command(0, BACHU.toString())
                .lines()
                .anyMatch(line -> line.contains("line " + section + " ")
                        && line.endsWith("procedures/喀税发〔2019〕88号: not at hand, and decides the procedure of"
                                + " subsidy-funds-applied, subsidy-funds-appropriated by bachu-2022/第九条(4)")));
    }

    @Test
    void aHandoffWithoutADeadlineIsTold() throws IOException {
        String text = Files.readString(HIGHLAND).replaceFirst("(?m)^  audit-evaluation-reported:.*\\R", "");
        assertTrue(of(review(text), Kind.MISSING).stream()
                .anyMatch(f -> f.where().equals("audit-evaluation-reported")
                        && f.what().equals("no deadline, though asked for by highland-2022/39")));
    }

    @Test
    void aDeadlineOfAHandoffThatNobodyHandsOverIsTold() throws IOException {
        String text = Files.readString(HIGHLAND)
                .replace("enrollment-households-updated:", "enrollment-household-updated:")
                .replace("after collection-anomaly-raised", "after collection-anomaly-rised");
        assertEquals(
                List.of("enrollment-household-updated", "enrollment-anomaly-answered"),
                of(review(text), Kind.CONTRADICTORY).stream()
                        .map(Finding::where)
                        .toList());
    }

    @Test
    void whatAServiceWaitsForWithoutALimitIsTold() throws IOException {
        String text = Files.readString(YICHENG).replaceFirst("(?m)^  roster.lines:.*\\R", "");
        assertEquals(
                List.of("schedules/roster.lines"),
                of(review(text), Kind.MISSING).stream()
                        .map(Finding::where)
                        .filter(where -> where.startsWith("schedules/"))
                        .toList());
    }

    @Test
    void findingsComeByKindThenByLineWhatKeepsTheFileFromBeingUsedFirst() throws IOException {
        List<Finding> found = review(
                        Files.readString(YICHENG).replace("publish: { from: 2023-12-21", "publish: { from: 2023-11-21"))
                .findings();
        assertEquals(
                List.of(Kind.CONTRADICTORY, Kind.MISSING, Kind.UNSOURCED, Kind.ASSUMED),
                found.stream().map(Finding::kind).distinct().toList(),
                "each kind once, in this order");
        for (Kind kind : Kind.values()) {
            List<Integer> lines = found.stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(Finding::line)
                    .toList();
            assertEquals(lines.stream().sorted().toList(), lines, kind.name());
        }
    }

    @Test
    void aValueWithoutAClauseAndAReadingOfOneAreToldApartOnTheirLines() throws IOException {
        List<String> lines = Files.readAllLines(YICHENG);
        int age = lineOf(lines, "age:");
        int hold = lineOf(lines, "    hold:");
        List<String> said = command(0, YICHENG.toString()).lines().toList();
        assertTrue(said.contains("UNSOURCED     line " + age + " /age: the whole value"), said::toString);
        assertTrue(
                said.contains("ASSUMED       line " + hold
                        + " /insurances/MEDICAL/hold: until, read from yicheng-2024/四(四)4-b"),
                said::toString);
    }

    /** 1-based. */
    private static int lineOf(List<String> lines, String beginning) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).startsWith(beginning)) return i + 1;
        throw new AssertionError(beginning);
    }

    private String command(int status, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(
                status,
                CheckPolicy.run(List.of(arguments), List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)));
        return said.toString(StandardCharsets.UTF_8);
    }

    private PolicyReview review(String text) throws IOException {
        Path file = folder.resolve("changed-2022.yaml");
        Files.writeString(file, text);
        return PolicyReview.of(file, HOLIDAYS, DECLARED);
    }

    private static List<Finding> of(PolicyReview review, Kind kind) {
        return review.findings().stream().filter(f -> f.kind() == kind).toList();
    }
}
