package cn.liangxian.subsidy.statement;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The totals of this service, from its own database now. */
@Path("/statement")
public class StatementResource {

    private final Caller caller;
    private final Statements statements;

    StatementResource(Caller caller, Statements statements) {
        this.caller = caller;
        this.statements = statements;
    }

    @GET
    public Statement statement() {
        caller.mustBe(TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        return statements.now();
    }
}
