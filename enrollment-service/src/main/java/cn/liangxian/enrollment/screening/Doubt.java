package cn.liangxian.enrollment.screening;

import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A doubt about a status of a resident. It bears no name or number.
 *
 * @param rule its name in the policy, or {@link ScreeningIdentities#LEFT}
 * @param listed the person has the status and perhaps should not; otherwise has it not and perhaps should
 * @param outcome null while it is open, as {@code reason} and {@code decidedOn}
 * @param waitsOn who may decide it, since {@code screenedOn}; nobody any more when it is decided
 * @param waitsUntil by when the policy wants it; null when it is decided, or where the policy sets no period; {@code untilAssumed}
 *     where no text gives it
 */
public record Doubt(
        UUID doubtId,
        String personKey,
        String village,
        String category,
        String rule,
        boolean listed,
        UUID screeningId,
        LocalDate screenedOn,
        ScreeningOutcome outcome,
        String reason,
        LocalDate decidedOn,
        List<Department> waitsOn,
        LocalDate waitsUntil,
        boolean untilAssumed) {

    private static final String DECIDED = "enrollment-doubt-decided";

    static RowMapper<Doubt> of(Policy policy) {
        return (row, context) -> read(row, policy);
    }

    Doubt decided(ScreeningOutcome how, String why, LocalDate on) {
        return new Doubt(
                doubtId,
                personKey,
                village,
                category,
                rule,
                listed,
                screeningId,
                screenedOn,
                how,
                why,
                on,
                List.of(),
                null,
                false);
    }

    private static Doubt read(ResultSet row, Policy policy) throws SQLException {
        String outcome = row.getString("outcome");
        LocalDate screenedOn = row.getObject("screened_on", LocalDate.class);
        Until until = outcome == null ? Until.of(policy, DECIDED, screenedOn) : Until.NONE;
        return new Doubt(
                row.getObject("doubt_id", UUID.class),
                row.getString("person_key"),
                row.getString("village"),
                row.getString("category"),
                row.getString("rule"),
                row.getBoolean("listed"),
                row.getObject("screening_id", UUID.class),
                screenedOn,
                outcome == null ? null : ScreeningOutcome.valueOf(outcome),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class),
                outcome == null ? List.of(Department.SOCIAL_INSURANCE, Department.MEDICAL_INSURANCE) : List.of(),
                until.day(),
                until.assumed());
    }
}
