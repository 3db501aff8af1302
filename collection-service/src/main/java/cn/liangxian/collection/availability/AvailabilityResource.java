package cn.liangxian.collection.availability;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.ChannelHandoff.ChannelsSummed.Running;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Whether the ways to pay work: channels report, tax watches. Times are local times of the county. */
@Path("/channels")
public class AvailabilityResource {

    /** Who reports: a channel, or tax for one that has no program of its own. */
    static final List<Department> REPORTING = List.of(CHANNEL, TAX);

    private final WatchingChannels watching;
    private final Outages outages;
    private final BusinessDay day;
    private final Idempotency idempotency;
    private final Caller caller;

    AvailabilityResource(
            WatchingChannels watching, Outages outages, BusinessDay day, Idempotency idempotency, Caller caller) {
        this.watching = watching;
        this.outages = outages;
        this.day = day;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Since when a channel takes no payments, by the county's clock, and why. */
    public record Interruption(@NotNull LocalDateTime since, @NotBlank @Size(max = 200) String cause) {}

    /** From when it takes them again, by the county's clock. */
    public record Restoration(@NotNull LocalDateTime at) {}

    /** Payments that a payer began and the channel could not take. */
    public record Failures(@NotNull LocalDate on, @Min(1) int failures, @NotBlank @Size(max = 200) String cause) {}

    /** How the channels work on a date, and the outages that touch it. */
    public record Availability(LocalDate date, List<Running> channels, List<Outage> outages) {}

    private record Asked(String channel, Object what) {}

    @POST
    @Path("/{code}/interruptions")
    @ResponseStatus(201)
    public Outage interrupted(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @Valid @NotNull Interruption interruption) {
        mustReport();
        return idempotency.once(
                "channel-interruption",
                key,
                new Asked(code, interruption),
                Outage.class,
                () -> watching.interrupted(code, interruption.since(), interruption.cause(), caller.name()));
    }

    @POST
    @Path("/{code}/restorations")
    @ResponseStatus(201)
    public Outage restored(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @Valid @NotNull Restoration restoration) {
        mustReport();
        return idempotency.onceOnAnyDate(
                "channel-restoration",
                key,
                new Asked(code, restoration),
                Outage.class,
                () -> watching.restored(code, restoration.at()));
    }

    @POST
    @Path("/{code}/failures")
    @ResponseStatus(201)
    public Failures failed(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("code") String code,
            @Valid @NotNull Failures failures) {
        mustReport();
        return idempotency.once("channel-failures", key, new Asked(code, failures), Failures.class, () -> {
            watching.failed(code, failures.on(), failures.failures(), failures.cause());
            return failures;
        });
    }

    /** @param date the open business date when not given */
    @GET
    @Path("/availability")
    public Availability availability(@QueryParam("date") LocalDate date) {
        caller.mustBe(TAX, CHANNEL, COUNTY_GOVERNMENT, AUDIT_BUREAU);
        caller.mustCoverCounty();
        LocalDate asked = date == null ? day.today() : date;
        return new Availability(asked, outages.running(asked), outages.on(asked));
    }

    void mustReport() {
        caller.mustBe(REPORTING);
        caller.mustCoverCounty();
    }
}
