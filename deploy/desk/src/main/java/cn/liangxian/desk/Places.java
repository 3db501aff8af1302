package cn.liangxian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Where each handoff is done that a policy may expect: {@code places.properties} says it, and nothing else does. */
@ApplicationScoped
public class Places {

    private static final String FILE = "places.properties";
    private final Map<String, Place> places;

    public Places() {
        Properties said = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            said.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        places = said.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        handoff -> handoff, handoff -> Place.read(handoff, said.getProperty(handoff))));
    }

    /** By the key of the handoff, its topic without {@code -v1}. */
    public Optional<Place> of(String handoff) {
        return Optional.ofNullable(places.get(handoff));
    }
}
