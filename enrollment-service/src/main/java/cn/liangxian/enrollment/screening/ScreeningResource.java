package cn.liangxian.enrollment.screening;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.ScreeningHandoff.IdentitiesScreened;
import cn.liangxian.enrollment.ScreeningHandoff.ScreeningOutcome;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jdbi.v3.core.Jdbi;

/** The agencies screen the special-group identities of their area and decide the doubts. */
@Path("/screenings")
@Blocking
public class ScreeningResource {

    private final ScreeningIdentities screening;
    private final DecidingDoubts deciding;
    private final Jdbi jdbi;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Policy policy;

    ScreeningResource(
            ScreeningIdentities screening,
            DecidingDoubts deciding,
            Jdbi jdbi,
            Idempotency idempotency,
            Caller caller,
            Policy policy) {
        this.policy = policy;
        this.screening = screening;
        this.deciding = deciding;
        this.jdbi = jdbi;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param lastDay of the status, when it ended */
    public record Decision(@NotNull ScreeningOutcome outcome, @Size(max = 300) String reason, LocalDate lastDay) {}

    private record Asked(UUID doubt, Decision decision) {}

    @POST
    @ResponseStatus(201)
    public IdentitiesScreened screen(@HeaderParam("Idempotency-Key") String key) {
        caller.mustBe(SOCIAL_INSURANCE, MEDICAL_INSURANCE);
        String area = caller.area();
        String by = caller.name();
        return idempotency.once("screening", key, area, IdentitiesScreened.class, () -> screening.screenNow(area, by));
    }

    /** What is still to be decided, the oldest first; {@code after} is the last id of the page before. */
    @GET
    @Path("/doubts")
    @Transactional
    public List<Doubt> open(
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        caller.mustBe(SOCIAL_INSURANCE, MEDICAL_INSURANCE);
        return jdbi.withHandle(h -> Doubts.open(h, policy, caller.area(), after, limit));
    }

    @POST
    @Path("/doubts/{id}/decision")
    @ResponseStatus(201)
    public Doubt decide(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, @Valid @NotNull Decision decision) {
        caller.mustBe(SOCIAL_INSURANCE, MEDICAL_INSURANCE);
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "doubt-decision",
                key,
                new Asked(id, decision),
                Doubt.class,
                () -> deciding.decide(id, decision, area, department, by));
    }
}
