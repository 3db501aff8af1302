package cn.liangxian.journeys.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** One event as it stands in a topic, read without any class of the services. */
record Event(String topic, String id, String key, LocalDate businessDate, JsonNode data) {

    /** The topic without its version: {@code collection-contribution-paid}. */
    String fact() {
        return topic.substring(0, topic.lastIndexOf("-v"));
    }

    String text(String field) {
        JsonNode value = data.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalStateException(topic + " " + id + " has no " + field);
        }
        return value.asText();
    }

    long number(String field) {
        JsonNode value = data.get(field);
        if (value == null || !value.isIntegralNumber()) {
            throw new IllegalStateException(topic + " " + id + " has no whole number " + field);
        }
        return value.asLong();
    }

    LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }
}
