package cn.liangxian.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.deadlines.Anchors;
import cn.liangxian.deadlines.DeadlineRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a deadline against a last good and a first bad day that somebody counted on a wall calendar. */
final class DeadlineEdges {

    private DeadlineEdges() {}

    /** @param clock the day its clock starts: its trigger's, the day stated in the handoff, or the business date; null for none */
    static void check(Policy policy, String handoff, LocalDate clock, LocalDate lastGood, LocalDate firstBad) {
        DeadlineRule rule = policy.deadline(handoff).orElseThrow().rule();
        Anchors anchors = policy.anchors();
        if (clock != null) {
            anchors = anchors.on(clock);
            if (rule.stated()) anchors = anchors.with(rule.anchor().orElseThrow(), clock);
            else if (rule.trigger().isPresent())
                anchors = anchors.with(rule.trigger().get(), clock);
        }
        assertEquals(lastGood, rule.due(anchors));
        assertTrue(rule.onTime(lastGood, anchors));
        assertEquals(lastGood.plusDays(1), firstBad);
        assertFalse(rule.onTime(firstBad, anchors));
    }

    /** The handoffs that stand in a table. */
    static Set<String> tested(String table) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources", table))) {
            return lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
        }
    }
}
