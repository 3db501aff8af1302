package cn.liangxian.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of a test that was killed must not stay: they hold ports, memory, and a folder. */
class EndOfTheJvmTest {

    /** Runs in a JVM of its own: starts both servers, says where, and waits to be killed. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            String broker = TestServers.kafka().replaceAll(".*:", "");
            String postgres = TestServers.newDatabase().jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1");
            System.out.println("PORTS " + broker + " " + postgres);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void aKilledTestLeavesNeitherServerNorFolder(@TempDir Path temporary) throws Exception {
        Process test = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dliangxian.root=" + TestServers.root(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> ports;
        try (var said = new BufferedReader(new InputStreamReader(test.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.lines()
                    .filter(each -> each.startsWith("PORTS"))
                    .findFirst()
                    .orElseThrow();
            ports = Arrays.stream(line.split(" ")).skip(1).map(Integer::valueOf).toList();
            assertTrue(ports.stream().allMatch(Ports::taken), "both serve while the test lives: " + ports);
            assertEquals(2, folders(temporary).size());
        } finally {
            test.destroyForcibly().waitFor();
        }
        await().untilAsserted(() -> {
            assertEquals(List.of(), ports.stream().filter(Ports::taken).toList());
            assertEquals(List.of(), folders(temporary));
        });
    }

    private static List<Path> folders(Path temporary) throws Exception {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith("liangxian-"))
                    .toList();
        }
    }
}
