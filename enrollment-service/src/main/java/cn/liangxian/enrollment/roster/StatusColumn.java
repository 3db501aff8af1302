package cn.liangxian.enrollment.roster;

import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;

/** The statuses of a line as one column; most lines have none. */
final class StatusColumn {

    private static final String NONE = "[]";

    private StatusColumn() {}

    static String write(List<Status> statuses) {
        try {
            return statuses.isEmpty() ? NONE : HandoffJson.MAPPER.writeValueAsString(statuses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("statuses cannot be written", e);
        }
    }

    static List<Status> read(String column) {
        try {
            return NONE.equals(column)
                    ? List.of()
                    : Arrays.asList(HandoffJson.MAPPER.readValue(column, Status[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("statuses cannot be read", e);
        }
    }
}
