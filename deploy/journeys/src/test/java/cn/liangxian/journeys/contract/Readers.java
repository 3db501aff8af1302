package cn.liangxian.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which topics each service has a channel for, as its compiled classes and its configuration say. */
final class Readers {

    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private final Path root;
    private final Set<String> topics;

    Readers(Path root, Set<String> topics) {
        this.root = root;
        this.topics = topics;
    }

    /** The declared topics that the service reads. */
    Set<String> of(String service) {
        Path module = root.resolve(service + "-service");
        Properties settings = settings(module.resolve("src/main/resources/application.properties"));
        return Stream.concat(
                        channels(module.resolve("target/classes")),
                        channels(root.resolve("deploy/messaging/target/classes")))
                .flatMap(channel -> topics(channel, settings))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> channels(Path classes) {
        assertTrue(Files.isDirectory(classes), () -> classes + " is missing: compile all modules first");
        return new ClassFileImporter()
                .importPath(classes).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(INCOMING))
                        .map(Readers::channel);
    }

    private static String channel(JavaMethod method) {
        return (String) method.getAnnotationOfType(INCOMING).get("value").orElseThrow();
    }

    private Stream<String> topics(String channel, Properties settings) {
        String prefix = "mp.messaging.incoming." + channel + ".";
        String topic = settings.getProperty(prefix + "topic", channel);
        boolean pattern = Boolean.parseBoolean(settings.getProperty(prefix + "pattern"));
        Pattern wanted = Pattern.compile(pattern ? topic : Pattern.quote(topic));
        return topics.stream().filter(name -> wanted.matcher(name).matches());
    }

    private static Properties settings(Path file) {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            settings.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
        return settings;
    }
}
