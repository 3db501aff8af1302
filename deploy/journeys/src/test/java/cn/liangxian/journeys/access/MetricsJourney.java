package cn.liangxian.journeys.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import cn.liangxian.journeys.campaign.County;
import cn.liangxian.journeys.campaign.SharedCounty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Dashboards and alerts name no metric that a running service does not have: the service that they name with it, else all.
 */
@ExtendWith(SharedCounty.class)
@ResourceLock(value = SharedCounty.LOCK, mode = READ)
class MetricsJourney {

    private static final Path FOLDER = Path.of(System.getProperty("liangxian.root"), "deploy/grafana");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b(?=\\s*[{\\[)> /]|$)");
    private static final Pattern SERVICE = Pattern.compile("service=\"([a-z]+)\"");
    private static final Set<String> SERVICES =
            Set.of("enrollment", "collection", "reconciliation", "subsidy", "audit");
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    @Test
    void everyMetricThatIsWatchedIsThereInItsService(County county) throws IOException {
        county.standAt(LocalDate.of(2023, 10, 31));
        Map<String, Set<String>> named = named();
        assertTrue(named.get("audit").size() > named.get("subsidy").size(), named.toString());
        assertTrue(named.get("subsidy").size() >= 8, named.toString());
        Door door = new Door(county.stack());
        List<String> missing = new ArrayList<>();
        named.forEach((service, metrics) -> {
            Set<String> there = door.text(service, "/q/metrics")
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceAll("[{ ].*", ""))
                    .collect(Collectors.toSet());
            metrics.stream()
                    .filter(metric -> !there.contains(metric))
                    .forEach(metric -> missing.add(service + " " + metric));
        });
        assertEquals(List.of(), missing);
    }

    /** By service. */
    private static Map<String, Set<String>> named() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        JsonNode board =
                new ObjectMapper().readTree(FOLDER.resolve("handoffs.json").toFile());
        for (JsonNode panel : board.path("panels")) {
            panel.path("targets").forEach(target -> add(target.path("expr").asText(), named));
        }
        JsonNode alerts = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("alerts.yaml").toFile());
        for (JsonNode group : alerts.path("groups")) {
            group.path("rules").forEach(rule -> add(rule.path("expr").asText(), named));
        }
        return named;
    }

    private static void add(String expression, Map<String, Set<String>> named) {
        Set<String> services = SERVICE.matcher(expression)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        String withoutLabels = expression.replaceAll("\\{[^}]*}", " ");
        METRIC.matcher(withoutLabels)
                .results()
                .map(found -> found.group(1))
                .filter(metric -> !OF_PROMETHEUS.contains(metric))
                .forEach(metric -> (services.isEmpty() ? SERVICES : services)
                        .forEach(service -> named.computeIfAbsent(service, s -> new TreeSet<>())
                                .add(metric)));
    }
}
