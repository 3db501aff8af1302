package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.policy.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By how many days a handoff may be late before a day of the calendar is held up. */
class SlackTest {
    private static final Path BACHU = Path.of("../jurisdictions/bachu-2022.yaml");
    private static final Path YICHENG = Path.of("../jurisdictions/yicheng-2024.yaml");
    private static final Path HOLIDAYS = Path.of("../jurisdictions/holidays");
    private static final List<String> TO_THE_FIRST_DEBIT = List.of(
            "collection-payable-roster-issued",
            "collection-debit-list-returned",
            "collection-amounts-set",
            "collection-amount-change-applied");

    @TempDir
    private Path folder;

    @Test
    void thePathFromTheRosterToTheFirstDebitHasNone() {
        Policy policy = Policy.load(BACHU);
        for (String handoff : TO_THE_FIRST_DEBIT) {
            Slack slack =
                    Slack.of(policy, policy.deadline(handoff).orElseThrow()).orElseThrow();
            assertEquals(new Slack(0, Slack.FIRST_DEBIT, LocalDate.of(2023, 9, 12), true), slack, handoff);
        }
    }

    @Test
    void elsewhereThereIsSomeWhereADayDependsOnIt() {
        Map<String, Integer> lists = Map.of("enrollment-special-group-listed", 16, "enrollment-roster-delivered", 5);
        assertEquals(lists, others(Policy.load(BACHU)));
        lists = Map.of("enrollment-special-group-listed", 10, "enrollment-roster-delivered", 10);
        assertEquals(lists, others(Policy.load(YICHENG)));
    }

    @Test
    void aShorterPeriodGivesWhatIsBeforeItADay() throws IOException {
        Policy policy =
                Policy.load(changed("due: 5d after collection-debit", "due: 4d after collection-debit"), HOLIDAYS);
        Deadline list = policy.deadline("collection-debit-list-returned").orElseThrow();
        assertEquals(1, Slack.of(policy, list).orElseThrow().days());
    }

    @Test
    void termsThatCannotAllBeKeptContradictEachOther() throws IOException {
        Path file = changed("first: campaign.start + 11d", "first: campaign.start + 10d");
        List<Finding> found = PolicyReview.of(file, HOLIDAYS, List.of()).findings();
        assertTrue(
                found.stream()
                        .anyMatch(f -> f.kind() == Kind.CONTRADICTORY
                                && f.where().equals("collection-amount-change-applied")
                                && f.what().equals("is due 1 days too late for debit.first")),
                found::toString);
    }

    @Test
    void theCalendarOfAPolicyShowsIt() {
        String calendar = CampaignCalendar.print(Policy.load(BACHU));
        assertTrue(calendar.contains("2023-09-12 Tue      the first batch debit"), calendar);
        for (String handoff : TO_THE_FIRST_DEBIT) {
            assertTrue(
                    calendar.lines()
                            .filter(line -> line.contains("due: " + handoff + " "))
                            .allMatch(line -> line.contains(", slack 0d for debit.first (assumed)  [")),
                    calendar);
        }
    }

    /** All but the path to the first debit. */
    private static Map<String, Integer> others(Policy policy) {
        Map<String, Integer> others = new TreeMap<>();
        policy.deadlines().forEach((handoff, deadline) -> Slack.of(policy, deadline)
                .ifPresent(slack -> others.put(handoff, slack.days())));
        TO_THE_FIRST_DEBIT.forEach(others::remove);
        return others;
    }

    private Path changed(String words, String other) throws IOException {
        String text = Files.readString(BACHU);
        assertTrue(text.contains(words), words);
        return Files.writeString(folder.resolve("changed-2022.yaml"), text.replace(words, other));
    }
}
