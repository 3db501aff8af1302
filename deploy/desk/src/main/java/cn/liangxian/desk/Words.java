package cn.liangxian.desk;

import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What pages say. A line of a word file holds both languages, {@code key = 中文 | English}, so that neither can be
 * forgotten; a word that no file has is an error and never an empty place.
 */
@ApplicationScoped
public class Words {

    private final Map<Language, Map<String, String>> said = new EnumMap<>(Language.class);

    /** The words of the frame and those of one service. */
    public Words(@ConfigProperty(name = "quarkus.application.name") String service) {
        Map<String, String> zh = new Said();
        Map<String, String> en = new Said();
        for (String file : new String[] {"desk", service}) {
            read("words/" + file + ".txt", zh, en);
        }
        said.put(Language.ZH, Collections.unmodifiableMap(zh));
        said.put(Language.EN, Collections.unmodifiableMap(en));
    }

    /** All words of a language by their keys. */
    public Map<String, String> in(Language language) {
        return said.get(language);
    }

    /** A word in both languages, for a refusal. */
    public Text text(String key) {
        return new Text(in(Language.ZH).get(key), in(Language.EN).get(key));
    }

    private static void read(String file, Map<String, String> zh, Map<String, String> en) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return;
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int equals = line.indexOf('=');
                int bar = line.indexOf('|');
                String key = equals < 0 ? line : line.substring(0, equals).strip();
                if (equals < 0 || bar < equals) {
                    throw new IllegalStateException(file + " does not say " + key + " in both languages");
                }
                String chinese = line.substring(equals + 1, bar).strip();
                String english = line.substring(bar + 1).strip();
                if (chinese.isEmpty() || english.isEmpty() || zh.put(key, chinese) != null) {
                    throw new IllegalStateException(file + " says " + key + " not once in both languages");
                }
                en.put(key, english);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static final class Said extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String get(Object key) {
            String word = super.get(key);
            if (word == null) {
                throw new IllegalArgumentException("no word file says " + key);
            }
            return word;
        }
    }
}
