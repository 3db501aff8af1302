package cn.liangxian.audit.duty;

import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.audit.DutyHandoff.Duty;
import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.audit.DutyHandoff.HandlersPublished;
import cn.liangxian.audit.DutyHandoff.VillageHandler;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/** Named persons of departments and townships, and the handlers of villages. Every department may see who answers for what. */
@Path("/duties")
public class DutiesResource {

    /** More villages than a township has. */
    static final int MOST_HANDLERS = 1000;

    private final Duties duties;
    private final PublishingHandlers handlers;
    private final Idempotency idempotency;
    private final Caller caller;

    DutiesResource(Duties duties, PublishingHandlers handlers, Idempotency idempotency, Caller caller) {
        this.duties = duties;
        this.handlers = handlers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param reason needed when somebody else had the duty */
    public record Naming(
            @NotNull Duty duty,
            @NotBlank @Size(max = 100) String person,
            @NotBlank @Size(max = 100) String post,
            @NotBlank @Size(max = 100) String contact,
            @NotNull LocalDate from,
            @Size(max = 400) String reason) {}

    /** One village's handler as it hangs there. */
    public record Handler(
            @NotBlank @Size(max = 12) String village,
            @NotBlank @Size(max = 100) String person,
            @NotBlank @Size(max = 100) String post,
            @NotBlank @Size(max = 100) String contact,
            @NotBlank @Size(max = 200) String matters,
            @NotBlank @Size(max = 100) String place) {}

    /** The handlers of a township's villages, as they were published on a day. */
    public record Publication(
            @NotNull LocalDate publishedOn,
            @NotEmpty @Size(max = MOST_HANDLERS) List<@NotNull @Valid Handler> handlers) {}

    /** For the caller's own unit. */
    @POST
    public DutyAssigned name(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Naming naming) {
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "duty",
                key,
                naming,
                DutyAssigned.class,
                () -> duties.assign(
                        new Duties.Named(
                                naming.duty(),
                                naming.person(),
                                naming.post(),
                                naming.contact(),
                                naming.from(),
                                naming.reason()),
                        department,
                        area,
                        by));
    }

    @GET
    public List<DutyAssigned> holders(@QueryParam("area") @DefaultValue("") String area) {
        caller.department();
        return duties.holders(area);
    }

    /** A page of 500, the latest first; {@code before} is the last id of the page before. */
    @GET
    @Path("/history")
    public List<DutyAssigned> history(
            @QueryParam("duty") @NotNull Duty duty,
            @QueryParam("area") @DefaultValue("") String area,
            @QueryParam("before") @DefaultValue("") String before) {
        caller.department();
        return duties.history(duty, area, before);
    }

    @GET
    @Path("/vacant")
    public List<Duties.Vacant> vacant(@QueryParam("duty") @NotNull Duty duty) {
        caller.department();
        return duties.vacant(duty);
    }

    /** Needs no token: it hangs in the village. In the order of their codes; {@code after} is the last of the page before. */
    @GET
    @Path("/handlers")
    public List<VillageHandler> handlers(
            @QueryParam("area") @NotBlank String area,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(MOST_HANDLERS) int limit) {
        return handlers.of(area, after, limit);
    }

    @POST
    @Path("/handlers")
    public HandlersPublished publish(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Publication publication) {
        mustPublish();
        String township = caller.area();
        String by = caller.name();
        return idempotency.once(
                "village-handlers",
                key,
                publication,
                HandlersPublished.class,
                () -> handlers.publish(
                        township,
                        publication.handlers().stream()
                                .map(h -> new VillageHandler(
                                        h.village(), h.person(), h.post(), h.contact(), h.matters(), h.place()))
                                .toList(),
                        publication.publishedOn(),
                        by));
    }

    void mustPublish() {
        caller.mustBe(TOWNSHIP);
    }
}
