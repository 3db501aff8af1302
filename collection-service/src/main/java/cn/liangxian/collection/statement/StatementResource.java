package cn.liangxian.collection.statement;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The totals of this service. */
@Path("/statement")
public class StatementResource {

    private final Stating stating;
    private final Caller caller;

    StatementResource(Stating stating, Caller caller) {
        this.stating = stating;
        this.caller = caller;
    }

    @GET
    public Statement statement() {
        caller.mustBe(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return stating.now();
    }
}
