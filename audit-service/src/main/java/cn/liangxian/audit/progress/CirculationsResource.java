package cn.liangxian.audit.progress;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.OversightHandoff.ProgressCirculated;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the county government circulated: every township sees how all of them stand, that is its point. */
@Path("/circulations")
public class CirculationsResource {

    private final CirculatingProgress circulating;
    private final Caller caller;

    CirculationsResource(CirculatingProgress circulating, Caller caller) {
        this.circulating = circulating;
        this.caller = caller;
    }

    /** The last first. */
    @GET
    public List<ProgressCirculated> all() {
        caller.mustBe(COUNTY_GOVERNMENT, TOWNSHIP, TAX, SOCIAL_INSURANCE, MEDICAL_INSURANCE, AUDIT_BUREAU);
        return circulating.all();
    }
}
