package cn.liangxian.reconciliation.statement;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The totals of this service for the county's statement. */
@Path("/statement")
public class StatementResource {

    private final Caller caller;
    private final CountingStatement counting;

    StatementResource(Caller caller, CountingStatement counting) {
        this.caller = caller;
        this.counting = counting;
    }

    @GET
    public Statement statement() {
        caller.mustBe(Department.TAX, Department.COUNTY_GOVERNMENT, Department.AUDIT_BUREAU);
        caller.mustCoverCounty();
        return counting.now();
    }
}
