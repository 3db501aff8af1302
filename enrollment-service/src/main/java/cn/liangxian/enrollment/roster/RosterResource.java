package cn.liangxian.enrollment.roster;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Each agency forms, seals and delivers the roster of its insurance. */
@Path("/rosters")
@Blocking
public class RosterResource {

    private static final int MOST = 200;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Policy policy;
    private final SealingRoster sealing;
    private final DeliveringRosters delivering;
    private final Jdbi jdbi;

    RosterResource(
            Caller caller,
            Idempotency idempotency,
            Policy policy,
            SealingRoster sealing,
            DeliveringRosters delivering,
            Jdbi jdbi) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.policy = policy;
        this.sealing = sealing;
        this.delivering = delivering;
        this.jdbi = jdbi;
    }

    /** @param sealedBy who seals for the agency */
    public record Request(@NotNull Insurance insurance, @NotBlank @Size(max = 100) String sealedBy) {}

    /** 201 with the sealed header; its lines are on their way. */
    @POST
    public Response seal(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        caller.mustBe(request.insurance() == Insurance.MEDICAL ? MEDICAL_INSURANCE : SOCIAL_INSURANCE);
        caller.mustCoverCounty();
        Roster roster = idempotency.once("rosters", key, request, Roster.class, () -> {
            delivering.afterCommit();
            return sealing.seal(request.insurance(), request.sealedBy());
        });
        return Response.status(Response.Status.CREATED).entity(roster).build();
    }

    /** The latest 200 of the caller's area, with what tax said to them. */
    @GET
    public List<Roster> latest() {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, AUDIT_BUREAU);
        return jdbi.withHandle(h -> Rosters.latest(h, caller.area(), MOST)).stream()
                .map(roster -> roster.waiting(policy))
                .toList();
    }

    @GET
    @Path("/{id}")
    public Roster roster(@PathParam("id") UUID rosterId) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE, TAX, AUDIT_BUREAU);
        Roster roster = jdbi.withHandle(h -> Rosters.find(h, rosterId))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        caller.mustCover(roster.area());
        return roster.waiting(policy);
    }
}
