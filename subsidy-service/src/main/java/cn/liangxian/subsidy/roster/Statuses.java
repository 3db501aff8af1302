package cn.liangxian.subsidy.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.policy.Identity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The statuses of a person: those of the roster line, with every change handed over laid over them. A change says what
 * holds for its category from its first day on; what held before that day stays as it was.
 */
public final class Statuses {

    private Statuses() {}

    static String json(List<Status> statuses) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(statuses);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("statuses cannot be written", e);
        }
    }

    /**
     * @param roster statuses of the line, a JSON array
     * @param changes in the order in which they were handed over, a JSON array; null when there are none
     */
    public static List<Identity> merge(String roster, String changes) {
        List<Identity> merged = read(roster);
        if (changes != null) {
            for (Identity change : read(changes)) {
                merged = laidOver(merged, change);
            }
        }
        return merged;
    }

    private static List<Identity> laidOver(List<Identity> before, Identity change) {
        List<Identity> merged = new ArrayList<>();
        for (Identity identity : before) {
            if (!identity.category().equals(change.category())) {
                merged.add(identity);
            } else if (beganBefore(identity, change.from())) {
                LocalDate eve = change.from().minusDays(1);
                boolean ended = identity.until() != null && identity.until().isBefore(eve);
                merged.add(new Identity(identity.category(), identity.from(), ended ? identity.until() : eve));
            }
        }
        merged.add(change);
        return merged;
    }

    private static boolean beganBefore(Identity identity, LocalDate day) {
        return day != null && (identity.from() == null || identity.from().isBefore(day));
    }

    private static List<Identity> read(String json) {
        try {
            return HandoffJson.MAPPER.readValue(json, new TypeReference<List<Identity>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored statuses cannot be read", e);
        }
    }
}
