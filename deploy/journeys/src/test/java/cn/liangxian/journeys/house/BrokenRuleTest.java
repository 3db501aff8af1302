package cn.liangxian.journeys.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.EnrollmentHandoff;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what breaks it. */
class BrokenRuleTest {

    record AsksForTheDate(LocalDate date) {
        AsksForTheDate() {
            this(LocalDate.now());
        }
    }

    record AsksTheInstant(LocalDate date) {
        AsksTheInstant() {
            this(Instant.now().atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }

    record Measures(Instant start) {
        Measures() {
            this(Instant.now());
        }
    }

    record CarriesJson(JsonNode json) {}

    record ReadsTopics(TopicPartition partition) {}

    record KnowsAHandoff(EnrollmentHandoff handoff) {}

    record RosterUtil() {}

    static class IsFilled {
        @TempDir
        Path folder;
    }

    @Test
    void aServiceThatAsksTheClockForADateIsFoundAndOneThatMeasuresIsNot() {
        assertTrue(breaks(HouseRules.THE_CLOCK_IS_NOT_ASKED_FOR_A_DATE, AsksForTheDate.class));
        assertTrue(breaks(HouseRules.THE_CLOCK_IS_NOT_ASKED_FOR_A_DATE, AsksTheInstant.class));
        assertFalse(breaks(HouseRules.THE_CLOCK_IS_NOT_ASKED_FOR_A_DATE, Measures.class));
    }

    @Test
    void aFrameworkInAPlainJarIsFound() {
        assertTrue(breaks(HouseRules.HANDOFFS_ARE_FREE_OF_FRAMEWORKS, CarriesJson.class));
        assertTrue(breaks(HouseRules.PLAIN_JAVA, ReadsTopics.class));
        assertFalse(breaks(HouseRules.PLAIN_JAVA, CarriesJson.class));
    }

    @Test
    void aWorldThatKnowsAHandoffIsFound() {
        assertTrue(breaks(HouseRules.THE_WORLD_STANDS_OUTSIDE, KnowsAHandoff.class));
    }

    @Test
    void anEmptyNameAndAFilledFieldAreFound() {
        assertTrue(breaks(HouseRules.NAMES_SAY_WHAT_A_CLASS_IS, RosterUtil.class));
        assertTrue(breaks(HouseRules.noFieldIsFilledBy(TempDir.class.getName()), IsFilled.class));
    }

    @Test
    void anEventThatIsTakenInATransactionWithARetryAndPastTheInboxIsFoundAndOneThroughTheInboxIsNot() {
        Path messaging = House.ROOT.resolve("deploy/messaging/target/test-classes/cn/liangxian/messaging");
        String broken = HouseRules.EVENTS_COME_THROUGH_THE_INBOX
                .evaluate(new ClassFileImporter().importPath(messaging.resolve("RetryInsideTransaction.class")))
                .getFailureReport()
                .toString();
        assertTrue(broken.contains("with jakarta.transaction.Transactional"), broken);
        assertTrue(broken.contains("with org.eclipse.microprofile.faulttolerance.Retry"), broken);
        assertTrue(broken.contains("past the inbox"), broken);
        assertFalse(HouseRules.EVENTS_COME_THROUGH_THE_INBOX
                .evaluate(new ClassFileImporter().importPath(messaging.resolve("EvidenceDesk.class")))
                .hasViolation());
    }

    private static boolean breaks(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type)).hasViolation();
    }

    @Test
    void aPublicTypeWithoutAWordIsFound(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Said.java");
        Files.writeString(
                source, "package p; /** A. */ public class Said { public record Silent() {} record Own() {} }");
        assertEquals(Set.of("p.Silent"), Docstrings.missing(List.of(source)));
    }
}
