package cn.liangxian.reconciliation.month;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TREASURY;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;

/** The differences of all months that stand, each with who has to act and how old it is. */
@Path("/month-differences")
public class MonthDifferenceResource {

    private final MonthDifferences differences;
    private final MonthEvidence evidence;
    private final Caller caller;

    MonthDifferenceResource(MonthDifferences differences, MonthEvidence evidence, Caller caller) {
        this.differences = differences;
        this.evidence = evidence;
        this.caller = caller;
    }

    /** Oldest month first; {@code after} is the last of the page before, {@code month/insurance/kind}. */
    @GET
    public List<MonthDifferences.Open> open(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        mustSee();
        return differences.open(after, limit);
    }

    /** Of a month, written as 2023-09, and an insurance: what its differences rest on. */
    @GET
    @Path("/evidence")
    public MonthEvidence.Evidence evidence(
            @QueryParam("month") @DefaultValue("") String month, @QueryParam("insurance") Insurance insurance) {
        mustSee();
        YearMonth read = MonthsResource.read(month);
        if (insurance == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        return evidence.of(read, insurance);
    }

    private void mustSee() {
        caller.mustBe(TAX, TREASURY, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
    }
}
