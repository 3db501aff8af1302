package cn.liangxian.audit.index;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The hash chains: where each ends, and whether the index still agrees with them. */
@Path("/chain")
public class ChainResource {

    private final Jdbi jdbi;
    private final Caller caller;
    private final CheckingChains checking;

    ChainResource(Jdbi jdbi, Caller caller, CheckingChains checking) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.checking = checking;
    }

    @GET
    public List<Chains.End> ends() {
        caller.mustBe(AUDIT_BUREAU, TAX, COUNTY_GOVERNMENT);
        caller.mustCoverCounty();
        return jdbi.withHandle(Chains::ends);
    }

    /** Computes every chain of kept events again. */
    @GET
    @Path("/check")
    public CheckingChains.Finding check() {
        caller.mustBe(AUDIT_BUREAU);
        caller.mustCoverCounty();
        return checking.check();
    }
}
