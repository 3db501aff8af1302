package cn.liangxian.enrollment.screening;

import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A doubt about a status of a resident. It bears no name or number.
 *
 * @param rule its name in the policy, or {@link ScreeningIdentities#LEFT}
 * @param listed the person has the status and perhaps should not; otherwise has it not and perhaps should
 * @param outcome null while it is open, as {@code reason} and {@code decidedOn}
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
        LocalDate decidedOn) {

    static Doubt read(ResultSet row, StatementContext context) throws SQLException {
        String outcome = row.getString("outcome");
        return new Doubt(
                row.getObject("doubt_id", UUID.class),
                row.getString("person_key"),
                row.getString("village"),
                row.getString("category"),
                row.getString("rule"),
                row.getBoolean("listed"),
                row.getObject("screening_id", UUID.class),
                row.getObject("screened_on", LocalDate.class),
                outcome == null ? null : ScreeningOutcome.valueOf(outcome),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class));
    }
}
