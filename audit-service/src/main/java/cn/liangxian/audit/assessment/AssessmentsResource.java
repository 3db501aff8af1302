package cn.liangxian.audit.assessment;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.OversightHandoff.VillagesAssessed;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

    /** The last first. */
    @GET
    public List<VillagesAssessed> all() {
        caller.mustBe(TOWNSHIP, TAX, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        return assessing.of(caller.area());
    }
}
