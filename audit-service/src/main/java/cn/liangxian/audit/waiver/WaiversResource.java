package cn.liangxian.audit.waiver;

import cn.liangxian.audit.waiver.Waiver.Kind;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Waivers 豁免 of deadlines: asked for by one person, decided by a second one. */
@Path("/waivers")
public class WaiversResource {

    private final Waivers waivers;
    private final Waiving waiving;
    private final Idempotency idempotency;

    WaiversResource(Waivers waivers, Waiving waiving, Idempotency idempotency) {
        this.waivers = waivers;
        this.waiving = waiving;
        this.idempotency = idempotency;
    }

    /** What shall be waived or void, and why. */
    public record Request(
            @NotBlank @Size(max = 300) String obligationId,
            @NotNull Kind kind,
            @NotBlank @Size(max = 500) String reason) {}

    /** Whether the second person agrees, and why. */
    public record Decision(@NotNull Boolean approved, @NotBlank @Size(max = 500) String reason) {}

    /** A page; {@code next} is the cursor of the page after it, null on the last. */
    public record Page(List<Waiver> waivers, String next) {}

    @GET
    @Operation(summary = "Requests for waivers, the oldest first; `pending` for those that wait for a decision")
    public Page page(
            @QueryParam("pending") boolean pending,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        List<Waiver> found = waivers.page(pending, after, limit + 1);
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found,
                more ? found.get(limit - 1).waiverId() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One request")
    public Waiver one(@PathParam("id") String id) {
        return waivers.get(id);
    }

    @POST
    @Operation(summary = "Asks that an obligation be waived, or void because it should not have been opened")
    public Waiver ask(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Request request) {
        return idempotency.onceOnAnyDate(
                "ask-waiver",
                key,
                request,
                Waiver.class,
                () -> waiving.ask(request.obligationId(), request.kind(), request.reason()));
    }

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "A second person, of another department than the one that owes it, agrees or refuses")
    public Waiver decide(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Decision decision) {
        return idempotency.onceOnAnyDate(
                "decide-waiver-" + id,
                key,
                decision,
                Waiver.class,
                () -> waiving.decide(id, decision.approved(), decision.reason()));
    }
}
