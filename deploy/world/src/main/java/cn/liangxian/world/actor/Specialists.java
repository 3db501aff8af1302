package cn.liangxian.world.actor;

import cn.liangxian.world.access.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The specialists of the townships, as they were named: whoever applies for something in his name looks here. */
final class Specialists {
    private final Map<String, TreeMap<LocalDate, String>> named = new ConcurrentHashMap<>();

    Specialists(Topics topics) {
        topics.subscribe("audit-duty-assigned-v1", this::take);
    }

    private void take(JsonNode duty) {
        if (duty.path("duty").asText().equals("SPECIALIST"))
            named.computeIfAbsent(duty.path("area").asText(), township -> new TreeMap<>())
                    .put(
                            LocalDate.parse(duty.path("from").asText()),
                            duty.path("person").asText());
    }

    Optional<String> of(String township, LocalDate day) {
        return Optional.ofNullable(named.get(township))
                .map(persons -> persons.floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
