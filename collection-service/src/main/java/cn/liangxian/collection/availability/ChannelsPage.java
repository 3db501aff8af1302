package cn.liangxian.collection.availability;

import cn.liangxian.collection.ChannelHandoff.ChannelsSummed.Running;
import cn.liangxian.collection.availability.AvailabilityResource.Availability;
import cn.liangxian.collection.availability.AvailabilityResource.Interruption;
import cn.liangxian.collection.availability.AvailabilityResource.Restoration;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Whether the ways to pay work 缴费渠道运行: of the open date, with the outages that touch it. Tax enters what a channel reports that
 * has no program of its own (yicheng-2024/七-b). Times are local times of the county.
 */
@Path("/desk/channels")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ChannelsPage {

    private static final String HERE = "/desk/channels";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Desk desk;
    private final Caller caller;
    private final AvailabilityResource availability;

    ChannelsPage(Desk desk, Caller caller, AvailabilityResource availability) {
        this.desk = desk;
        this.caller = caller;
        this.availability = availability;
    }

    /** A channel by its code, and how it worked on the open date. */
    public record ChannelRow(String code, String title, int minutes, int failures) {}

    /** An outage; {@code until} empty while it lasts, {@code wantedBy} by when its end is wanted. */
    public record Row(
            String channel,
            String title,
            String since,
            String until,
            String cause,
            String waitsOn,
            String wantedBy,
            boolean assumed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        TemplateInstance page = desk.countyPage("collection/channels", CollectionPages.CHANNELS);
        Availability today = availability.availability(null);
        return page.data("date", today.date().toString())
                .data("channels", today.channels().stream().map(this::row).toList())
                .data("outages", today.outages().stream().map(this::row).toList())
                .data("reports", AvailabilityResource.REPORTING.contains(caller.department()))
                .data("key", UUID.randomUUID());
    }

    @POST
    @Path("/interrupted")
    @Operation(hidden = true)
    public Response interrupted(
            @FormParam("channel") String channel,
            @FormParam("since") String since,
            @FormParam("cause") String cause,
            @FormParam("key") String key) {
        availability.mustReport();
        availability.interrupted(key, known(channel), new Interruption(minute(since, "since"), Typed.text(cause)));
        return Response.seeOther(URI.create(HERE)).build();
    }

    @POST
    @Path("/restored")
    @Operation(hidden = true)
    public Response restored(
            @FormParam("channel") String channel, @FormParam("at") String at, @FormParam("key") String key) {
        availability.mustReport();
        availability.restored(key, known(channel), new Restoration(minute(at, "at")));
        return Response.seeOther(URI.create(HERE)).build();
    }

    private static String known(String channel) {
        if (channel == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, "channel", new Text("必填", "must be filled in"));
        }
        return channel;
    }

    /** As a browser sends it; null where it was left empty. */
    private static LocalDateTime minute(String typed, String field) {
        String text = Typed.text(typed);
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, field, new Text("时间格式不正确：" + text, text + " is no time"));
        }
    }

    private ChannelRow row(Running each) {
        return new ChannelRow(each.channel(), desk.channel(each.channel()), each.minutesInterrupted(), each.failures());
    }

    private Row row(Outage each) {
        return new Row(
                each.channel(),
                desk.channel(each.channel()),
                MINUTES.format(each.since()),
                each.until() == null ? "" : MINUTES.format(each.until()),
                each.cause(),
                each.waitsOn() == null ? "" : desk.named(each.waitsOn()),
                each.waitsUntil() == null ? "" : each.waitsUntil().toString(),
                each.untilAssumed());
    }
}
