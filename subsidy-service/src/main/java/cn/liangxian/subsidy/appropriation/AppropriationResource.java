package cn.liangxian.subsidy.appropriation;

import static cn.liangxian.handoff.Department.FINANCE;

import cn.liangxian.handoff.Fen;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Finance answers an application. */
@Path("/appropriations")
public class AppropriationResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Appropriating appropriating;

    AppropriationResource(Caller caller, Idempotency idempotency, Appropriating appropriating) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.appropriating = appropriating;
    }

    /** @param amount fen; less than the application leaves a shortfall that a later appropriation may fill;
     *     more is taken only where the notice names a lower bound */
    public record Request(@NotNull UUID applicationId, @NotNull Fen amount) {}

    /**
     * What was done with the money, in fen.
     *
     * @param appropriated by this and earlier appropriations
     * @param posted by this one to persons or the fund; {@code returned} was not needed any more and went back
     * @param open appropriated and not used: too little for the next person in order
     */
    public record Answer(
            UUID appropriationId,
            UUID applicationId,
            Fen appropriated,
            Fen shortfall,
            Fen posted,
            Fen returned,
            Fen open) {}

    @POST
    @ResponseStatus(201)
    public Answer appropriate(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        mustAppropriate();
        return idempotency.onceOnAnyDate(
                "appropriation",
                key,
                request,
                Answer.class,
                () -> appropriating.appropriate(request.applicationId(), request.amount()));
    }

    void mustAppropriate() {
        caller.mustBe(FINANCE);
        caller.mustCoverCounty();
    }
}
