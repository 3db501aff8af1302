package cn.liangxian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which county a command means when none is named. */
class CountiesTest {

    @TempDir
    Path root;

    @BeforeEach
    void oneCounty() throws IOException {
        Files.createDirectories(root.resolve("deploy/jurisdictions"));
        Files.writeString(root.resolve("deploy/jurisdictions/policy.schema.json"), "{}");
        file("east-2024");
    }

    @Test
    void theOnlyCountyIsMeant() {
        assertEquals("east-2024", Counties.meant(root));
    }

    @Test
    void amongSeveralTheUserIsAskedWithTheirNames() throws IOException {
        file("west-2023");
        StackProblem problem = assertThrows(StackProblem.class, () -> Counties.meant(root));
        assertTrue(problem.wayOut().contains("east-2024, west-2023"), problem.wayOut());
    }

    @Test
    void theCountyWhoseDataIsHereIsMeantWhateverElseThereIs() throws IOException {
        file("west-2023");
        Counties.claim(lasting("west-2023"));
        assertEquals("west-2023", Counties.meant(root));
        Counties.claim(lasting("west-2023"));
    }

    @Test
    void twoCountiesDoNotShareData() {
        Counties.claim(lasting("west-2023"));
        StackProblem problem = assertThrows(StackProblem.class, () -> Counties.claim(lasting("east-2024")));
        assertTrue(problem.getMessage().contains("west-2023"), problem.getMessage());
        assertTrue(problem.wayOut().contains("reset"), problem.wayOut());
    }

    @Test
    void anUnknownCountyIsRefusedWithTheKnownOnes() {
        StackProblem problem = assertThrows(StackProblem.class, () -> Counties.policy(root, "north-2024"));
        assertTrue(problem.getMessage().contains("north-2024"), problem.getMessage());
        assertTrue(problem.wayOut().contains("east-2024"), problem.wayOut());
    }

    private StackPlan lasting(String county) {
        return StackPlan.lasting(root, county, StackPorts.standard());
    }

    private void file(String county) throws IOException {
        Files.writeString(root.resolve("deploy/jurisdictions").resolve(county + ".yaml"), "jurisdiction: {}");
    }
}
