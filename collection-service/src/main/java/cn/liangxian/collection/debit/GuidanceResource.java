package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.rest.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Whom townships and villages guide to another channel, since their accounts cannot be debited. */
@Path("/debit-guidance")
@Blocking
public class GuidanceResource {

    private final GuidanceList guidance;
    private final Caller caller;

    GuidanceResource(GuidanceList guidance, Caller caller) {
        this.guidance = guidance;
        this.caller = caller;
    }

    /** Of the caller's area, in the order of the claims; {@code after} is the last claim of the page before. */
    @GET
    public List<Guided> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE);
        return guidance.of(caller.area(), open, after, limit);
    }
}
