package cn.liangxian.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/liangxian} says on a machine that is not ready for it. */
class CommandTest {

    private static final long GIBIBYTE = 1024L * 1024 * 1024;

    @TempDir
    Path jdk;

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertRefused("No Java found", "status");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        fakeJava("1.8");
        assertRefused("Java 1.8 is too old", "status");
        fakeJava("11");
        assertRefused("Java 11 is too old", "status");
    }

    @Test
    void anUnknownCommandListsTheKnownOnes() throws Exception {
        fakeJava("17");
        assertRefused("No command 'campain'", "campain");
    }

    @Test
    void aDiskWithLessThanTwoGibibytesIsRefused() {
        StackProblem problem = assertThrows(StackProblem.class, () -> Preflight.refuseLack(2 * GIBIBYTE - 1, jdk));
        assertTrue(problem.wayOut().contains("make room"));
        assertDoesNotThrow(() -> Preflight.refuseLack(2 * GIBIBYTE, jdk));
    }

    @Test
    void everyCommandTellsItsOptions() {
        for (String command : List.of("up", "down", "status", "reset")) {
            assertEquals(0, Main.run(jdk, command, "--help"), command);
        }
    }

    @Test
    void aPortThatIsNoNumberIsNamedWithItsVariable() {
        StackProblem problem = assertThrows(StackProblem.class, () -> StackPorts.number("LIANGXIAN_PORT_AUDIT", "abc"));
        assertTrue(problem.getMessage().contains("LIANGXIAN_PORT_AUDIT is no port: abc"), problem.getMessage());
    }

    @Test
    void portsAreThoseOfTheOptionElseOfTheEnvironmentElseNobodyAskedForAny() {
        assertEquals(StackPorts.from(20_000), StackPorts.asked(20_000, "30000").orElseThrow());
        assertEquals(StackPorts.from(30_000), StackPorts.asked(null, "30000").orElseThrow());
        assertTrue(StackPorts.asked(null, null).isEmpty());
        StackProblem problem = assertThrows(StackProblem.class, () -> StackPorts.asked(null, "abc"));
        assertTrue(problem.getMessage().contains("LIANGXIAN_PORT_BASE is no port: abc"), problem.getMessage());
    }

    private void assertRefused(String reason, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", TestServers.root().resolve("deploy/liangxian").toString(), command)
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        assertTrue(said.contains(reason), said);
        assertTrue(said.contains("→"), "a way out: " + said);
    }

    private void fakeJava(String version) throws Exception {
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = " + version + "' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }
}
