package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.CountedByHand;
import cn.liangxian.deadlines.DeadlineRule;
import cn.liangxian.deadlines.Expectation.Before;
import cn.liangxian.deadlines.Expectation.Between;
import cn.liangxian.deadlines.Expectation.Counted;
import cn.liangxian.deadlines.Roll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Each deadline of each policy file, also of one that is added tomorrow")
class EveryDeadlineTest {
    private static final Path COUNTIES = Path.of("../jurisdictions");

    @TestFactory
    Stream<DynamicTest> isOnTimeOnItsLastGoodDayAndLateOnItsFirstBadOne() throws IOException {
        return policies().stream().flatMap(policy -> policy.deadlines().values().stream()
                .map(deadline -> dynamicTest(policy.id() + ": " + deadline.handoff(), () -> check(policy, deadline))));
    }

    @TestFactory
    Stream<DynamicTest> isPressedByStepsInTheOrderOfTheirDays() throws IOException {
        return policies().stream()
                .map(policy -> dynamicTest(policy.id(), () -> {
                    LocalDate due = policy.campaign().end();
                    List<EscalationStep> steps = policy.escalation();
                    for (EscalationStep step : steps) {
                        assertEquals(step.before(), step.on(due).isBefore(due), step.name());
                        assertFalse(step.on(due).equals(due), step.name() + " falls on the due day");
                    }
                    for (int i = 1; i < steps.size(); i++)
                        assertFalse(
                                steps.get(i).on(due).isBefore(steps.get(i - 1).on(due)));
                }));
    }

    @Test
    void thereIsAtLeastOneCounty() throws IOException {
        assertTrue(policies().stream().anyMatch(p -> p.id().equals("yicheng-2024")));
    }

    /** On every day of the campaign on which its clock can start. */
    private static void check(Policy policy, Deadline deadline) {
        DeadlineRule rule = deadline.rule();
        boolean moving = rule.recurring()
                || rule.personal()
                || rule.stated()
                || rule.trigger().isPresent();
        LocalDate from = policy.campaign().start();
        LocalDate to = moving ? policy.campaign().end() : from;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Anchors anchors = anchors(policy, rule, day);
            LocalDate due = rule.due(anchors);
            assertTrue(rule.onTime(due, anchors), deadline.handoff() + " on its last good day " + due);
            assertFalse(rule.onTime(due.plusDays(1), anchors), deadline.handoff() + " on its first bad day");
            rule.opens(anchors).ifPresent(opens -> assertFalse(opens.isAfter(due), deadline.handoff()));
            byHand(rule, anchors, due);
        }
    }

    private static Anchors anchors(Policy policy, DeadlineRule rule, LocalDate day) {
        Anchors anchors = policy.anchors().on(day).with(Anchors.BIRTH, day.minusYears(60));
        if (rule.stated()) return anchors.with(rule.anchor().orElseThrow(), day);
        return rule.trigger().map(trigger -> anchors.with(trigger, day)).orElse(anchors);
    }

    private static void byHand(DeadlineRule rule, Anchors anchors, LocalDate due) {
        if (rule.expectation() instanceof Counted counted) {
            LocalDate start = anchors.day(counted.anchor()).orElse(null);
            if (start != null) CountedByHand.check(rule, start, due);
        } else if (rule.expectation() instanceof Before before && rule.roll() == Roll.NO) {
            assertEquals(anchors.require(before.anchor()), due.plusDays(1));
        } else if (rule.expectation() instanceof Between between && rule.roll() == Roll.NO) {
            assertEquals(anchors.require(between.to()), due);
        }
    }

    private static List<Policy> policies() throws IOException {
        List<Policy> policies = new ArrayList<>();
        for (Path folder : List.of(COUNTIES, Path.of("src/test/resources/policies"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> policies.add(Policy.load(file, COUNTIES.resolve("holidays"))));
            }
        }
        return policies;
    }
}
