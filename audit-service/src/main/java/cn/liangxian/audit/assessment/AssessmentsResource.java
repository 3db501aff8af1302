package cn.liangxian.audit.assessment;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.OversightHandoff.VillagesAssessed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The assessments of villages: each township sees its own. */
@Path("/assessments")
public class AssessmentsResource {

    private final AssessingVillages assessing;
    private final Caller caller;

    AssessmentsResource(AssessingVillages assessing, Caller caller) {
        this.assessing = assessing;
        this.caller = caller;
    }

    /** The last first; {@code after} is the last of the page before, {@code asOf/township}. */
    @GET
    public List<VillagesAssessed> all(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(TOWNSHIP, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        if (after.isEmpty()) {
            return assessing.of(caller.area(), null, "", limit);
        }
        int slash = after.indexOf('/');
        try {
            LocalDate asOf = LocalDate.parse(after.substring(0, Math.max(0, slash)));
            return assessing.of(caller.area(), asOf, after.substring(slash + 1), limit);
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
    }
}
