package cn.liangxian.policy;

import cn.liangxian.policy.InvalidPolicyException.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.serialization.node.JsonLocationAware;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy file as tree and digest, with all that it inherits; its form is checked against the JSON Schema, its meaning is
 * not yet.
 *
 * @param digest SHA-256 of the file, and of those under it where there are any
 * @param documents the prefixes of the clauses of all these files
 * @param inherited values of the files under it, by identity, with the name of their file
 * @param amended the file whose values hold before {@code since}; both null where it amends none
 */
record PolicyFile(
        String id,
        String digest,
        ObjectNode root,
        Set<String> documents,
        Map<JsonNode, String> inherited,
        PolicyFile amended,
        JsonNode since) {
    private static final String SCHEMA = "/jurisdictions/policy.schema.json";
    private static final JsonNodeReader READER =
            JsonNodeReader.builder().yamlMapper(mapper()).locationAware().build();

    /** @throws InvalidPolicyException when it is no YAML, breaks the schema, or stands on a file that does */
    static PolicyFile read(Path yaml) {
        return read(yaml.toAbsolutePath().normalize(), List.of());
    }

    private static PolicyFile read(Path yaml, List<Path> above) {
        byte[] bytes = bytes(yaml);
        String name = yaml.getFileName().toString();
        ObjectNode own = tree(name, bytes);
        PolicyFile alone = new PolicyFile(
                name.replaceFirst("\\.ya?ml$", ""),
                sha256(bytes),
                own,
                Set.of(own.path("document").path("clauses").asText()),
                Map.of(),
                null,
                null);
        boolean amends = own.has("amends");
        JsonNode under = own.path(amends ? "amends" : "extends");
        if (!under.isTextual()) return alone.fitting(name);
        Path other = yaml.resolveSibling(under.textValue()).normalize();
        List<Path> known = Stream.concat(above.stream(), Stream.of(yaml)).toList();
        if (known.contains(other) || !Files.isRegularFile(other)) {
            String why = known.contains(other) ? " stands on this file itself" : " is no file";
            throw new InvalidPolicyException(
                    name, List.of(new Problem(line(under), "/", "'" + under.textValue() + "'" + why)));
        }
        // what is laid over is changed by it: the values before an amendment are read afresh
        return alone.over(read(other, known), other, amends ? read(other, known) : null)
                .fitting(name);
    }

    /** These values over those of another file, which is used up by it. */
    private PolicyFile over(PolicyFile base, Path file, PolicyFile amended) {
        Map<JsonNode, String> origins = new IdentityHashMap<>(base.inherited);
        remember(base.root, file.getFileName().toString(), origins);
        Inheritance.writeClausesInFull(
                base.root, base.root.path("document").path("clauses").asText());
        JsonNode since = root.path("effective").path("from");
        if (amended != null && root.path("effective") instanceof ObjectNode force) {
            force.set("from", base.root.path("effective").path("from"));
            if (!force.has("until") && base.root.path("effective").has("until"))
                force.set("until", base.root.path("effective").path("until"));
        }
        root.remove(List.of("extends", "amends"));
        Inheritance.lay(root, base.root);
        Set<String> all = new LinkedHashSet<>(base.documents);
        all.addAll(documents);
        String both = sha256((digest + base.digest).getBytes(StandardCharsets.UTF_8));
        return new PolicyFile(id, both, base.root, all, origins, amended, amended == null ? null : since);
    }

    private static void remember(JsonNode node, String file, Map<JsonNode, String> origins) {
        origins.putIfAbsent(node, file);
        node.forEach(child -> remember(child, file, origins));
    }

    private PolicyFile fitting(String name) {
        List<Problem> problems = schema().validate(root).stream()
                .map(message -> new Problem(
                        line(message.getInstanceNode()),
                        place(message.getInstanceNode(), path(message)),
                        message.getError()))
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
        if (!problems.isEmpty()) throw new InvalidPolicyException(name, problems);
        return this;
    }

    private static ObjectNode tree(String name, byte[] bytes) {
        try {
            JsonNode tree = READER.readTree(new String(bytes, StandardCharsets.UTF_8), InputFormat.YAML);
            if (tree instanceof ObjectNode object) return object;
            throw new InvalidPolicyException(name, List.of(new Problem(1, "file", "is no mapping")));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidPolicyException(name, List.of(unreadable(e)));
        }
    }

    /** Where a value stands: its path, after the name of its file where that is another one. */
    String place(JsonNode node, String path) {
        String file = inherited.get(node);
        return file == null ? path : file + ": " + path;
    }

    private static Problem unreadable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        boolean placed = cause instanceof JsonProcessingException json && json.getLocation() != null;
        int line = placed ? ((JsonProcessingException) cause).getLocation().getLineNr() : 0;
        String what = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return new Problem(line, "file", "cannot be read: " + what);
    }

    /** The 1-based line on which a value stands; 0 when unknown. */
    static int line(JsonNode node) {
        return node instanceof JsonLocationAware
                ? JsonNodes.tokenLocationOf(node).getLineNr()
                : 0;
    }

    private static String path(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        String property = message.getProperty();
        return property == null ? place : place + "/" + property;
    }

    private static JsonSchema schema() {
        try (InputStream in = PolicyFile.class.getResourceAsStream(SCHEMA)) {
            if (in == null) throw new IllegalStateException(SCHEMA + " is missing on the class path");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key given twice would silently win over the first: refuse it. */
    private static YAMLMapper mapper() {
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static byte[] bytes(Path yaml) {
        try {
            return Files.readAllBytes(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the policy " + yaml, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
