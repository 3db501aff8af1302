package cn.liangxian.audit.supervision;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;

import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The cash ledgers joined to payment, treasury and entitlement, for those who supervise cash every day. */
@Path("/cash-trails")
public class CashTrailResource {

    private final CashTrails trails;
    private final Caller caller;
    private final Policy policy;

    CashTrailResource(CashTrails trails, Caller caller, Policy policy) {
        this.trails = trails;
        this.caller = caller;
        this.policy = policy;
    }

    /** A page in the order in which the cash was taken. */
    @GET
    public List<CashTrails.Trail> page(
            @QueryParam("township") @DefaultValue("") String township,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        caller.mustBe(DISCIPLINE, AUDIT_BUREAU, FINANCE);
        caller.mustCoverCounty();
        return trails.of(township.isBlank() ? policy.jurisdiction().code() : township, after, limit);
    }
}
