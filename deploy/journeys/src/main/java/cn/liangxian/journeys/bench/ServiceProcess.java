package cn.liangxian.journeys.bench;

import cn.liangxian.local.StackProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a measurement that stands beside a service's tests, in a process of its own on the classes that the build of the
 * service left, so that nothing here is compiled against a service.
 */
final class ServiceProcess {

    private ServiceProcess() {}

    /** Returns the exit code of {@code main}. */
    static int run(Path root, String service, String heap, String main, String... arguments)
            throws IOException, InterruptedException {
        Path target = root.resolve(service + "-service/target");
        List<Path> classPath = List.of(
                target.resolve("test-classes"),
                target.resolve("classes"),
                target.resolve("quarkus-app/lib/boot"),
                target.resolve("quarkus-app/lib/main"),
                root.resolve("deploy/journeys/target/lib"),
                // the peers
                root.resolve("deploy/journeys/target/classes"));
        for (Path part : classPath) {
            if (!Files.isDirectory(part)) {
                throw new StackProblem("Not built: " + root.relativize(part), "./mvnw -DskipTests install");
            }
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dliangxian.root=" + root,
                "-cp",
                classPath.stream().map(ServiceProcess::entry).collect(Collectors.joining(File.pathSeparator)),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** A folder of jars stands for all of them. */
    private static String entry(Path part) {
        try (Stream<Path> files = Files.list(part)) {
            boolean jars = files.anyMatch(file -> file.toString().endsWith(".jar"));
            return jars ? part.resolve("*").toString() : part.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
