package cn.liangxian.audit.violation;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.CashRiskHandoff.Handling;
import cn.liangxian.audit.violation.Violations.Selection;
import cn.liangxian.audit.violation.Violations.Violation;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Violations that were referred to discipline inspection, and how it dealt with them. */
@Path("/violations")
public class ViolationsResource {

    private final Violations violations;
    private final Idempotency idempotency;
    private final Caller caller;

    ViolationsResource(Violations violations, Idempotency idempotency, Caller caller) {
        this.violations = violations;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Violation> violations, String next) {}

    /** How it was dealt with. */
    public record Decision(@NotNull Handling handling) {}

    @GET
    public Page page(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, AUDIT_BUREAU, COUNTY_GOVERNMENT);
        List<Violation> found = violations.of(new Selection(caller.area(), null, null), after, limit + 1);
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).violationId() : null);
    }

    @POST
    @Path("/{id}/decision")
    public Violation decide(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @NotNull @Valid Decision decision) {
        mustDecide();
        Violation violation = violations.find(id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(violation.township());
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "violation-decision-" + id,
                key,
                decision,
                Violation.class,
                () -> violations.decide(violation, decision.handling(), by));
    }

    void mustDecide() {
        caller.mustBe(DISCIPLINE);
    }
}
