package cn.liangxian.enrollment.assessment;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Until;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payment in a special case, as it was asked for and, later, assessed.
 *
 * @param waitsOn the agency while it waits for it, since {@code requestedOn}; null afterwards
 * @param waitsUntil by when the policy wants it; null afterwards, or where it sets no period; {@code untilAssumed} where no text gives it
 * @param positive null while it waits; {@code amount} and {@code validUntil} when the answer is yes, {@code reason} when no
 * @param assumed whether a reading that no text gives decided the amount or how long it is valid; null while it waits
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
        LocalDate waitsUntil,
        boolean untilAssumed,
        Boolean positive,
        Fen amount,
        String reason,
        LocalDate validUntil,
        String clause,
        LocalDate assessedOn,
        Boolean assumed) {

    private static final String MADE = "enrollment-assessment-made";

    /** A paper that was shown, kept by whoever took the request; {@code digest} SHA-256, hexadecimal. */
    public record Document(String name, String digest) {}

    /** The agency that assesses for an insurance (五(二), 五(三): 核定工作). */
    static Department agencyOf(Insurance insurance) {
        return insurance == Insurance.MEDICAL ? Department.MEDICAL_INSURANCE : Department.SOCIAL_INSURANCE;
    }

    static AssessmentCase read(ResultSet row, Policy policy) throws SQLException {
        Insurance insurance = Insurance.valueOf(row.getString("insurance"));
        LocalDate requestedOn = row.getObject("requested_on", LocalDate.class);
        Boolean positive = row.getObject("positive", Boolean.class);
        Until until = positive == null ? Until.of(policy, MADE, requestedOn) : Until.NONE;
        return new AssessmentCase(
                row.getObject("assessment_id", UUID.class),
                row.getString("person_key"),
                insurance,
                row.getInt("fee_year"),
                row.getString("kind"),
                fen(row.getObject("tier", Long.class)),
                Documents.read(row.getString("documents")),
                requestedOn,
                positive == null ? agencyOf(insurance) : null,
                until.day(),
                until.assumed(),
                positive,
                fen(row.getObject("amount", Long.class)),
                row.getString("reason"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("clause"),
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("assumed", Boolean.class));
    }

    private static Fen fen(Long amount) {
        return amount == null ? null : Fen.of(amount);
    }
}
