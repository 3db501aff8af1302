package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Compatibility;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The generated documents as they stand in the repository: {@code schemas/<topic>.json} are what has been published. */
final class CommittedDocuments {

    private static final Pattern SCHEMA = Pattern.compile("schemas/(.+)-v(\\d+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;

    CommittedDocuments(Path folder) {
        this.folder = folder;
    }

    /** What readers of the committed schemas would not bear; a raised version of the topic takes the place of the old. */
    List<String> broken(Map<String, String> generated) {
        List<String> broken = new ArrayList<>();
        committedSchemas().forEach((name, text) -> {
            if (generated.containsKey(name)) {
                Compatibility.broken(SchemaShape.of(read(text)), SchemaShape.of(read(generated.get(name))))
                        .forEach(line -> broken.add(name + " " + line));
            } else if (!raised(name, generated)) {
                broken.add(name + " has no declaration any more");
            }
        });
        return broken;
    }

    /** Names of the documents that differ from what is generated, are missing, or are left over. */
    List<String> drifted(Map<String, String> generated) {
        List<String> drifted = new ArrayList<>();
        generated.forEach((name, text) -> {
            Path file = folder.resolve(name);
            if (!Files.exists(file) || !text.equals(text(file))) {
                drifted.add(name);
            }
        });
        committedSchemas().keySet().stream()
                .filter(name -> !generated.containsKey(name))
                .forEach(drifted::add);
        return drifted;
    }

    /** Writes all documents, unless that would break readers. */
    void write(Map<String, String> generated) {
        List<String> broken = broken(generated);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("not written: " + broken);
        }
        try {
            for (String old : committedSchemas().keySet()) {
                if (!generated.containsKey(old)) {
                    Files.delete(folder.resolve(old));
                }
            }
            for (Map.Entry<String, String> document : generated.entrySet()) {
                Path file = folder.resolve(document.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, document.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, String> committedSchemas() {
        SortedMap<String, String> schemas = new TreeMap<>();
        Path schemaFolder = folder.resolve("schemas");
        if (Files.isDirectory(schemaFolder)) {
            try (Stream<Path> files = Files.list(schemaFolder)) {
                files.forEach(file -> schemas.put("schemas/" + file.getFileName(), text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }

    private static boolean raised(String name, Map<String, String> generated) {
        Matcher old = SCHEMA.matcher(name);
        return old.matches()
                && generated.keySet().stream()
                        .map(SCHEMA::matcher)
                        .anyMatch(now -> now.matches()
                                && now.group(1).equals(old.group(1))
                                && Integer.parseInt(now.group(2)) > Integer.parseInt(old.group(2)));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
