package cn.liangxian.enrollment.assessment;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A payment in a special case, as it was asked for and, later, assessed.
 *
 * @param waitsOn the agency while it waits for it, since {@code requestedOn}; null afterwards
 * @param positive null while it waits; {@code amount} and {@code validUntil} when the answer is yes, {@code reason} when no
 */
public record AssessmentCase(
        UUID assessmentId,
        String personKey,
        Insurance insurance,
        int feeYear,
        String kind,
        Fen tier,
        List<Document> documents,
        LocalDate requestedOn,
        Department waitsOn,
        Boolean positive,
        Fen amount,
        String reason,
        LocalDate validUntil,
        String clause,
        LocalDate assessedOn) {

    /** A paper that was shown, kept by whoever took the request; {@code digest} SHA-256, hexadecimal. */
    public record Document(String name, String digest) {}

    /** The agency that assesses for an insurance (五(二), 五(三): 核定工作). */
    static Department agencyOf(Insurance insurance) {
        return insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
    }

    static AssessmentCase read(ResultSet row, StatementContext context) throws SQLException {
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        Boolean positive = row.getObject("positive", Boolean.class);
        return new AssessmentCase(
                row.getObject("assessment_id", UUID.class),
                row.getString("person_key"),
                insurance,
                row.getInt("fee_year"),
                row.getString("kind"),
                fen(row.getObject("tier", Long.class)),
                Documents.read(row.getString("documents")),
                row.getObject("requested_on", LocalDate.class),
                positive == null ? agencyOf(insurance) : null,
                positive,
                fen(row.getObject("amount", Long.class)),
                row.getString("reason"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("clause"),
                row.getObject("assessed_on", LocalDate.class));
    }

    private static Fen fen(Long amount) {
        return amount == null ? null : Fen.of(amount);
    }
}
