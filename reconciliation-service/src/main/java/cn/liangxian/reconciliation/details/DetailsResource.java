package cn.liangxian.reconciliation.details;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was passed to an agency and what of it was booked. An agency sees its own insurance. */
@Path("/details")
public class DetailsResource {

    private final Caller caller;
    private final Jdbi jdbi;

    DetailsResource(Caller caller, Jdbi jdbi) {
        this.caller = caller;
        this.jdbi = jdbi;
    }

    /** One claim; {@code benefitFrom} is null until the agency booked it. */
    public record Claim(
            String personKey,
            Insurance insurance,
            int feeYear,
            String township,
            Fen paid,
            LocalDate completedOn,
            LocalDate benefitFrom) {}

    @GET
    @Path("/{detailsId}")
    public List<Claim> details(@PathParam("detailsId") UUID detailsId) {
        caller.mustBe(
                Department.TAX, Department.MEDICAL_INSURANCE, Department.SOCIAL_INSURANCE, Department.AUDIT_BUREAU);
        caller.mustCoverCounty();
        List<Claim> claims = claims(detailsId);
        if (claims.isEmpty() || !mine(claims.get(0).insurance())) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
        return claims;
    }

    private boolean mine(Insurance insurance) {
        return switch (caller.department()) {
            case MEDICAL_INSURANCE -> insurance == Insurance.MEDICAL;
            case SOCIAL_INSURANCE -> insurance == Insurance.PENSION;
            default -> true;
        };
    }

    private List<Claim> claims(UUID detailsId) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select d.person_key, d.insurance, d.fee_year, d.township, d.paid, d.completed_on, e.benefit_from
                        from details_claim d left join entitlement e using (person_key, insurance, fee_year, payments)
                        where d.details_id = ? order by person_key""")
                .bind(0, detailsId)
                .map((row, context) -> new Claim(
                        row.getString("person_key"),
                        Insurance.valueOf(row.getString("insurance")),
                        row.getInt("fee_year"),
                        row.getString("township"),
                        Fen.of(row.getLong("paid")),
                        row.getObject("completed_on", LocalDate.class),
                        row.getObject("benefit_from", LocalDate.class)))
                .list());
    }
}
