package cn.liangxian.journeys.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.journeys.clause.Mention.Kind;
import cn.liangxian.journeys.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the notices ask is done where the code says so, and shown by tests. */
class ClausesTest {

    /** What is still to be built of notices that are otherwise complete; the list may only become shorter. */
    private static final Map<String, Set<String>> STILL_OPEN = Map.of("yicheng-2024", Set.of(), "bachu-2022", Set.of());

    private static final boolean WRITE = "write".equals(System.getProperty("liangxian.docs"));
    private static final Path DOCS = House.ROOT.resolve("deploy/docs");
    private static Coverage coverage;

    @BeforeAll
    static void readAll() throws IOException {
        List<Mention> mentions = new ArrayList<>(SourceMentions.in(House.ROOT, House.sources(".java")));
        try (Stream<Path> policies = Files.list(House.ROOT.resolve("deploy/jurisdictions"))) {
            for (Path policy : policies.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                mentions.addAll(PolicyMentions.in(House.ROOT, policy));
            }
        }
        coverage = new Coverage(ClauseRegister.read(DOCS.resolve("clauses.csv")), mentions);
    }

    @Test
    void noPlaceNamesAClauseThatNoNoticeHas() {
        assertEquals(Set.of(), coverage.unknown());
    }

    @Test
    void whatIsClaimedIsShownByATest() {
        assertEquals(Set.of(), coverage.claimedOnly());
        assertEquals(Set.of(), coverage.idle(), "a place in a test tree shows a clause only where it is a test");
    }

    @Test
    void whatIsStillOpenOfACompleteNoticeIsKnown() {
        STILL_OPEN.forEach((notice, open) -> assertEquals(
                new TreeSet<>(open),
                coverage.clauses().stream()
                        .filter(clause -> clause.notice().equals(notice))
                        .filter(clause -> coverage.state(clause).equals("open"))
                        .map(clause -> clause.id().substring(notice.length() + 1))
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void theCommittedTableIsWhatTheSourcesSay() throws IOException {
        Path file = DOCS.resolve("clauses.md");
        String table = ClauseTable.markdown(coverage);
        if (WRITE) {
            Files.writeString(file, table);
        }
        assertEquals(
                table,
                Files.exists(file) ? Files.readString(file) : "",
                "clauses.md has drifted; write it anew: ./mvnw -q -pl deploy/journeys test -Dtest=ClausesTest -Dliangxian.docs=write");
    }

    @Test
    void aClauseOfATestTreeCountsOnlyOnATestThatRuns() throws IOException {
        Path folder = Files.createTempDirectory("clauses");
        Path source = folder.resolve("module/src/test/java/SomeTest.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                """
                class SomeTest {
                    @Clause({"a/1", "a/2"}) @Test void shows() {}
                    @Clause("a/3") @Test @Disabled void isSwitchedOff() {}
                    @Clause("a/4") void isNoTest() {}
                }
                """);
        List<Mention> mentions = SourceMentions.in(folder, List.of(source));
        assertEquals(
                List.of(Kind.SHOWS, Kind.SHOWS, Kind.IDLE, Kind.IDLE),
                mentions.stream().map(Mention::kind).toList());
        Coverage one = new Coverage(List.of(Clause.of("a/1", "", "", "rule")), mentions);
        assertEquals(3, one.unknown().size());
        assertEquals(2, one.idle().size());
    }
}
