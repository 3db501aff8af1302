package cn.liangxian.journeys.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a service offers to machines, each with a request that it may answer. */
record Endpoints(String service, List<Endpoint> all) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final String BOUNDARY = "x-x-x";

    /** @param path as declared; {@code address} with its parameters filled in; {@code type} null without a body */
    record Endpoint(String service, String method, String path, String address, String type, byte[] body) {

        String name() {
            return method + " " + path;
        }
    }

    static Endpoints of(String service, JsonNode api, Map<String, String> known) {
        SampleBody sample = new SampleBody(api, known);
        List<Endpoint> all = new ArrayList<>();
        api.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        all.add(endpoint(service, path.getKey(), operation.getKey(), operation.getValue(), sample));
                    }
                }));
        return new Endpoints(service, List.copyOf(all));
    }

    private static Endpoint endpoint(
            String service, String path, String method, JsonNode operation, SampleBody sample) {
        String address = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            String value = sample.of(name, parameter.path("schema")).asText();
            if (parameter.path("in").asText().equals("path")) {
                address = address.replace("{" + name + "}", value);
            } else if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        JsonNode content = operation.path("requestBody").path("content");
        String type = content.isEmpty() ? null : content.fieldNames().next();
        byte[] body = type == null ? new byte[0] : body(type, content.path(type).path("schema"), sample);
        return new Endpoint(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                address + query,
                "multipart/form-data".equals(type) ? type + "; boundary=" + BOUNDARY : type,
                body);
    }

    private static byte[] body(String type, JsonNode schema, SampleBody filled) {
        JsonNode sample = filled.of("", schema);
        if (type.equals("multipart/form-data")) {
            StringBuilder parts = new StringBuilder();
            sample.fields().forEachRemaining(part -> parts.append("--" + BOUNDARY + "\r\n")
                    .append("Content-Disposition: form-data; name=\"" + part.getKey() + "\"")
                    .append(part.getValue().isTextual() ? "; filename=\"x.csv\"\r\nContent-Type: text/csv" : "")
                    .append(part.getValue().isTextual() ? "" : "\r\nContent-Type: application/json")
                    .append("\r\n\r\n" + (part.getValue().isTextual() ? "x" : part.getValue()) + "\r\n"));
            return (parts + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        }
        return type.contains("json") && !type.contains("ndjson")
                ? sample.toString().getBytes(StandardCharsets.UTF_8)
                : "x".getBytes(StandardCharsets.UTF_8);
    }
}
