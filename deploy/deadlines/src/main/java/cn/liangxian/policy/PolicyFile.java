package cn.liangxian.policy;

import cn.liangxian.policy.InvalidPolicyException.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
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
import java.util.List;

/** A policy file as text, tree and digest; its form is checked against the JSON Schema, its meaning is not yet. */
record PolicyFile(String id, String digest, JsonNode root) {
    private static final String SCHEMA = "/jurisdictions/policy.schema.json";
    private static final JsonNodeReader READER =
            JsonNodeReader.builder().yamlMapper(mapper()).locationAware().build();

    /** @throws InvalidPolicyException when it is no YAML or breaks the schema */
    static PolicyFile read(Path yaml) {
        byte[] bytes = bytes(yaml);
        String name = yaml.getFileName().toString();
        JsonNode root;
        try {
            root = READER.readTree(new String(bytes, StandardCharsets.UTF_8), InputFormat.YAML);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidPolicyException(name, List.of(unreadable(e)));
        }
        List<Problem> problems = schema().validate(root).stream()
                .map(message -> new Problem(line(message), place(message), message.getError()))
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
        if (!problems.isEmpty()) throw new InvalidPolicyException(name, problems);
        return new PolicyFile(name.replaceFirst("\\.ya?ml$", ""), sha256(bytes), root);
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
        return node == null || node.isMissingNode()
                ? 0
                : JsonNodes.tokenLocationOf(node).getLineNr();
    }

    private static int line(ValidationMessage message) {
        return line(message.getInstanceNode());
    }

    private static String place(ValidationMessage message) {
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
