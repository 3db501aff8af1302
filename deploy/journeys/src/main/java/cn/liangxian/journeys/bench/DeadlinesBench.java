package cn.liangxian.journeys.bench;

import cn.liangxian.local.Counties;
import cn.liangxian.local.StackProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The deadline register with a million open obligations: opening, the daily sweep and meeting, through the register's own
 * books on a PostgreSQL of its own. It runs in a process of its own on the classes that the build of audit left, so that
 * nothing here is compiled against a service.
 */
@Command(
        name = "deadlines",
        mixinStandardHelpOptions = true,
        description = "The deadline register with a million open obligations.")
public final class DeadlinesBench implements Callable<Integer> {

    private static final String MEASURE = "cn.liangxian.audit.register.RegisterSpeed";

    @Option(names = "--obligations", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int obligations;

    @Option(names = "--county", description = "default: whose data is here, else the only one there is")
    private String named;

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(System.getProperty("liangxian.root", ".")).toAbsolutePath();
        Path target = root.resolve("audit-service/target");
        List<Path> classPath = List.of(
                target.resolve("test-classes"),
                target.resolve("classes"),
                target.resolve("quarkus-app/lib/boot"),
                target.resolve("quarkus-app/lib/main"),
                root.resolve("deploy/journeys/target/lib"));
        for (Path part : classPath) {
            if (!Files.isDirectory(part)) {
                throw new StackProblem("Not built: " + root.relativize(part), "./mvnw -DskipTests install");
            }
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Dliangxian.root=" + root,
                        "-cp",
                        classPath.stream().map(DeadlinesBench::entry).collect(Collectors.joining(File.pathSeparator)),
                        MEASURE,
                        Integer.toString(obligations),
                        Counties.policy(root, named == null ? Counties.meant(root) : named)
                                .toString())
                .inheritIO()
                .start()
                .waitFor();
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
