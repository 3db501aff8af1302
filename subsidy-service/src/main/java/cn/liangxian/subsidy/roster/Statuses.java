package cn.liangxian.subsidy.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Identity;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statuses of a person: those of the roster line, and what was reported of them on or after the day it was sealed. */
public final class Statuses {

    private Statuses() {}

    /** A status as it was reported later; the last word on a category counts. */
    record Change(
            String category,
            LocalDate from,
            LocalDate until,
            @JsonProperty("changed_on") LocalDate changedOn,
            @JsonProperty("event_id") String eventId) {}

    static String json(List<Status> statuses) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(statuses);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("statuses cannot be written", e);
        }
    }

    /**
     * @param roster statuses of the line as JSON
     * @param changes later reports as a JSON array, null when there are none
     */
    public static List<Identity> merge(String roster, LocalDate sealedOn, String changes) {
        List<Status> listed = read(roster, new TypeReference<>() {});
        List<Change> reported =
                changes == null ? List.of() : lastWords(read(changes, new TypeReference<List<Change>>() {}), sealedOn);
        Set<String> overridden = new HashSet<>();
        reported.forEach(change -> overridden.add(change.category()));
        return Stream.concat(
                        listed.stream()
                                .filter(status -> !overridden.contains(status.category()))
                                .map(status -> new Identity(status.category(), status.from(), status.until())),
                        reported.stream().map(change -> new Identity(change.category(), change.from(), change.until())))
                .toList();
    }

    private static List<Change> lastWords(List<Change> changes, LocalDate sealedOn) {
        List<Change> newestFirst = new ArrayList<>(changes);
        newestFirst.sort(Comparator.comparing(Change::changedOn)
                .thenComparing(Change::eventId)
                .reversed());
        Set<String> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(change -> !change.changedOn().isBefore(sealedOn))
                .filter(change -> seen.add(change.category()))
                .toList();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return HandoffJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored statuses cannot be read", e);
        }
    }
}
