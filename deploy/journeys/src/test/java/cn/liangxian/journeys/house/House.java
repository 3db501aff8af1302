package cn.liangxian.journeys.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the project as they are compiled and written; they are read as files and not put on the class path. */
public final class House {

    static final List<String> SERVICES = List.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    public static final Path ROOT = Path.of(System.getProperty("liangxian.root"));

    private House() {}

    /** The compiled classes of modules, by their folders; a module that is not compiled is an error, not an empty set. */
    static JavaClasses classes(String... modules) {
        List<Path> folders = Stream.of(modules)
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toList();
        for (Path folder : folders) {
            assertTrue(Files.isDirectory(folder), () -> folder + " is missing: compile all modules first");
        }
        JavaClasses classes = new ClassFileImporter().importPaths(folders);
        assertTrue(!classes.isEmpty(), () -> "no classes in " + folders);
        return classes;
    }

    static JavaClasses services() {
        return classes(SERVICES.stream().map(name -> name + "-service").toArray(String[]::new));
    }

    static JavaClasses handoffs() {
        return classes(SERVICES.stream().map(name -> name + "-service/handoffs").toArray(String[]::new));
    }

    public static JavaClasses everything() {
        return classes(Stream.of(
                        SERVICES.stream().map(name -> name + "-service"),
                        SERVICES.stream().map(name -> name + "-service/handoffs"),
                        Stream.of("handoff", "messaging", "rest", "desk", "deadlines", "local", "world", "journeys")
                                .map(name -> "deploy/" + name))
                .flatMap(names -> names)
                .toArray(String[]::new));
    }

    static Set<String> names(JavaClasses classes) {
        return classes.stream().map(JavaClass::getName).collect(Collectors.toSet());
    }

    /** The service in whose packages a class lies; empty for any other class. */
    static String service(JavaClass type) {
        return SERVICES.stream()
                .filter(name -> type.getPackageName().equals("cn.liangxian." + name)
                        || type.getPackageName().startsWith("cn.liangxian." + name + "."))
                .findFirst()
                .orElse("");
    }

    /** The source files of the project with one of the endings. */
    public static List<Path> sources(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> Stream.of("target", ".liangxian", ".git", ".mvn")
                            .noneMatch(name -> ROOT.relativize(file).startsWith(name)
                                    || file.toString().contains("/" + name + "/")))
                    .toList();
        }
    }
}
