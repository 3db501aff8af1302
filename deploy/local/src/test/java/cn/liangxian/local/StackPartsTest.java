package cn.liangxian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPartsTest {

    @Test
    void aServiceThatIsNotBuiltIsNamedWithTheCommandThatBuildsIt(@TempDir Path empty) {
        StackPlan plan = new StackPlan(empty, empty, "none", StackPorts.free(), StackPlan.Extent.ALL, 128, true);
        StackParts parts = new StackParts(plan, new Secrets(empty.resolve("none")));
        StackProblem problem = assertThrows(StackProblem.class, () -> parts.part("collection"));
        assertTrue(problem.wayOut().contains("mvnw"), problem.wayOut());
    }

    @Test
    void aStackThatLastsHasAnInboxWhateverTheShellSaysAndAPassingOneWhatItIsGiven(@TempDir Path root) {
        assertEquals(
                Map.of("LIANGXIAN_INBOX", "on"),
                StackPlan.lasting(root, "none", StackPorts.free()).inbox());
        assertEquals(Map.of(), StackPlan.passing(root, "none").inbox());
    }
}
