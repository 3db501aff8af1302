package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was asked and acknowledged: one JSON line per answered request. No person's data stands in it. */
public final class Journal implements AutoCloseable {
    /** What names a fact that has no id: a bank's agreement by its number, a township's list by the day. */
    private static final Pattern NAMES = Pattern.compile(
            ".+(Id|Key|No|On)|bank|department|township|village|area|date|on|month|quarter|insurance|money");

    private static final Set<String> COUNTS =
            Set.of("accepted", "agents", "done", "ids", "listed", "recorded", "refunds");

    private final BufferedWriter lines;

    /** @param file null for none */
    public Journal(Path file) {
        try {
            if (file == null) {
                lines = null;
                return;
            }
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    synchronized void acknowledged(
            LocalDate day, Service service, String client, String path, String key, Answer answer) {
        if (lines == null) return;
        try {
            lines.write("{\"day\":\"" + day + "\",\"service\":\"" + service.label() + "\",\"client\":\"" + client
                    + "\",\"path\":\"" + path + "\",\"key\":\"" + key + "\",\"status\":" + answer.status()
                    + (answer.ok() ? named(answer) : ",\"code\":\"" + answer.code() + "\"") + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under which ids the service will be known to have done it, and what else names it, in the order of its answer. */
    private static String named(Answer answer) {
        if (answer.body().length == 0 || answer.body()[0] != '{') return "";
        ObjectNode ids = Answer.JSON.createObjectNode();
        ObjectNode counts = Answer.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : answer.json().properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isTextual() && NAMES.matcher(name).matches()) ids.set(name, value);
            else if (COUNTS.contains(name)) counts.put(name, value.isArray() ? value.size() : value.asLong());
        }
        return (ids.isEmpty() ? "" : ",\"ids\":" + ids) + (counts.isEmpty() ? "" : ",\"counts\":" + counts);
    }

    /** So that a reader sees everything up to here. */
    public synchronized void flush() {
        try {
            if (lines != null) lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lines != null) lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
