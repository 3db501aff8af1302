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
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    /**
     * A channel, or a kind of payer of public money and gifts.
     *
     * @param people who had paid in full with a payment over it; {@code fen} that came in over it
     * @param now OPEN, INTERRUPTED ({@code since} when), CLOSED out of its days, NONE for what is no channel of residents
     */
    public record OfChannel(String channel, int people, long fen, String now, LocalDateTime since) {}

    /** A day; {@code people} whose claim was complete on it, {@code fen} that came in. */
    public record OfDay(LocalDate date, int people, long fen) {}

    @GET
    @Path("/channels")
    public List<OfChannel> channels(@QueryParam("insurance") @NotNull Insurance insurance) {
        mustRead();
        return channels.of(caller.area(), insurance, day.today()).stream()
                .map(line -> new OfChannel(
                        line.code(), line.people(), line.fen(), line.now().name(), line.since()))
                .toList();
    }

    @GET
    @Path("/days")
    public List<OfDay> days(@QueryParam("insurance") @NotNull Insurance insurance) {
        mustRead();
        return trend.of(caller.area(), insurance).stream()
                .map(each -> new OfDay(each.day(), each.people(), each.fen()))
                .toList();
    }

    private void mustRead() {
        caller.mustBe(TAX, TOWNSHIP, VILLAGE, COUNTY_GOVERNMENT, AUDIT_BUREAU);
    }
}
