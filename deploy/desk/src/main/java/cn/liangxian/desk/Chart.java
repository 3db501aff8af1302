package cn.liangxian.desk;

import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Charts as ECharts wants them; what they show is always in a table beside them, too. */
public final class Chart {

    private static final List<String> COLOURS = List.of("#17479e", "#9db4d8", "#c98a1b");
    private static final List<String> STANDINGS = List.of("#1b6e3c", "#d9a441", "#c01f1f", "#b6c0cc");

    private static final List<String> KINDS = List.of("#17479e", "#5b8bd0", "#c98a1b", "#7d6bb0", "#4f9a94", "#8995a3");

    private Chart() {}

    /** Values of one name after the other; a value may be null. */
    public record Series(String name, List<? extends Number> values) {}

    /** Bars side by side, one group for each name; values end with {@code unit}. */
    public static String bars(List<String> names, String unit, List<Series> series) {
        return bars(names, unit, series, List.of());
    }

    /** Bars of parts, the good ones first and the late ones last. */
    public static String parts(List<String> names, List<Series> series) {
        return bars(names, "", series, STANDINGS);
    }

    /** A line of what has been reached, day by day, over bars of what each day brought; units end the two scales. */
    public static String trend(List<String> days, Series each, String eachUnit, Series reached, String reachedUnit) {
        return json(Map.of(
                "animation",
                false,
                "color",
                List.of(COLOURS.get(1), COLOURS.get(0)),
                "grid",
                Map.of("left", 64, "right", 56, "top", 36, "bottom", 30),
                "legend",
                Map.of("top", 0, "left", "center"),
                "tooltip",
                Map.of("trigger", "axis"),
                "xAxis",
                Map.of("type", "category", "data", days),
                "yAxis",
                List.of(
                        Map.of("type", "value", "axisLabel", Map.of("formatter", "{value}" + eachUnit)),
                        Map.of(
                                "type",
                                "value",
                                "splitLine",
                                Map.of("show", false),
                                "axisLabel",
                                Map.of("formatter", "{value}" + reachedUnit))),
                "series",
                List.of(
                        Map.of("type", "bar", "name", each.name(), "data", each.values()),
                        Map.of(
                                "type",
                                "line",
                                "yAxisIndex",
                                1,
                                "showSymbol",
                                false,
                                "lineStyle",
                                Map.of("width", 2),
                                "name",
                                reached.name(),
                                "data",
                                reached.values()))));
    }

    /** Bars of kinds that are neither good nor bad. */
    public static String stacked(List<String> names, List<Series> series) {
        return bars(names, "", series, KINDS);
    }

    /** Money that went from one place to another, in fen; no place may lead back to itself. */
    public record Flow(String from, String to, long fen) {}

    /** A Sankey of flows, from left to right; amounts in yuan. */
    public static String flow(List<Flow> flows) {
        List<Map<String, Object>> places = flows.stream()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .distinct()
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
        List<Map<String, Object>> links = flows.stream()
                .map(flow -> Map.<String, Object>of(
                        "source", flow.from(), "target", flow.to(), "value", BigDecimal.valueOf(flow.fen(), 2)))
                .toList();
        return json(Map.of(
                "animation",
                false,
                "color",
                KINDS,
                "tooltip",
                Map.of("trigger", "item"),
                "series",
                List.of(Map.of(
                        "type",
                        "sankey",
                        "left",
                        8,
                        "right",
                        170,
                        "top",
                        12,
                        "bottom",
                        12,
                        "nodeGap",
                        14,
                        "data",
                        places,
                        "links",
                        links,
                        "lineStyle",
                        Map.of("color", "gradient", "opacity", 0.35)))));
    }

    private static String bars(List<String> names, String unit, List<Series> series, List<String> stack) {
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (Series each : series) {
            drawn.add(
                    !stack.isEmpty()
                            ? Map.of("type", "bar", "stack", "all", "name", each.name(), "data", each.values())
                            : Map.of("type", "bar", "barMaxWidth", 22, "name", each.name(), "data", each.values()));
        }
        return json(Map.of(
                "animation",
                false,
                "color",
                stack.isEmpty() ? COLOURS : stack,
                "grid",
                Map.of("left", 48, "right", 16, "top", 36, "bottom", 30),
                "legend",
                Map.of("top", 0, "left", "center"),
                "tooltip",
                Map.of("trigger", "axis"),
                "xAxis",
                Map.of("type", "category", "data", names, "axisLabel", Map.of("interval", 0)),
                "yAxis",
                Map.of("type", "value", "axisLabel", Map.of("formatter", "{value}" + unit)),
                "series",
                drawn));
    }

    private static String json(Object option) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(option);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a chart is no JSON", e);
        }
    }
}
