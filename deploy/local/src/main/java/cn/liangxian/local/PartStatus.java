package cn.liangxian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What a part does now.
 *
 * @param pid empty when it does not run
 * @param memoryMb with its children, in MiB
 * @param told what a service says of itself under {@code /status}: business date, outbox, parked, sent, received
 */
record PartStatus(String name, int port, Optional<Long> pid, long memoryMb, Optional<JsonNode> told) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PartStatus of(StackPlan plan, String name) {
        int port = plan.ports().port(name);
        Optional<PartProcess> process = PartProcess.running(plan, name);
        Optional<JsonNode> told = process.isPresent() && StackPorts.SERVICES.contains(name)
                ? Probe.get("http://localhost:" + port + "/status").map(PartStatus::parsed)
                : Optional.empty();
        return new PartStatus(
                name,
                port,
                process.map(PartProcess::pid),
                process.map(Memory::megabytes).orElse(0L),
                told);
    }

    boolean service() {
        return StackPorts.SERVICES.contains(name);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("/status is not JSON", e);
        }
    }
}
