package cn.liangxian.collection.progress;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What came in from the caller's area for one insurance: over each channel, and day by day. */
@Path("/takings")
public class TakingsResource {

    private final Caller caller;
    private final Channels channels;
    private final Trend trend;
    private final BusinessDay day;

    TakingsResource(Caller caller, Channels channels, Trend trend, BusinessDay day) {
        this.caller = caller;
        this.channels = channels;
        this.trend = trend;
        this.day = day;
    }

    @GET
    @Path("/channels")
    public List<Channels.Line> channels(@QueryParam("insurance") @NotNull Insurance insurance) {
        mustRead();
        return channels.of(caller.area(), insurance, day.today());
    }

    @GET
    @Path("/days")
    public List<Trend.Day> days(@QueryParam("insurance") @NotNull Insurance insurance) {
        mustRead();
        return trend.of(caller.area(), insurance);
    }

    private void mustRead() {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    }
}
