package cn.liangxian.enrollment.registration;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.registration.RegisteringPerson.Registered;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Each agency cancels registrations for its own insurance. */
@Path("/registrations/cancellation")
@Blocking
public class CancellationResource {

    private final CancellingRegistration cancelling;
    private final Idempotency idempotency;
    private final Caller caller;

    CancellationResource(CancellingRegistration cancelling, Idempotency idempotency, Caller caller) {
        this.cancelling = cancelling;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Why somebody is no longer registered. */
    public enum Reason {
        EMPLOYED,
        OTHER_PENSION,
        INSURED_ELSEWHERE,
        /** In another district of the city: the registration there stands. */
        INSURED_IN_CITY,
        MOVED_AWAY,
        DECEASED,
        REGISTERED_IN_ERROR
    }

    /** Whose registration for which insurance is cancelled. */
    public record Cancellation(
            @NotBlank @Size(max = 40) String idNumber, @NotNull Insurance insurance, @NotNull Reason reason) {

        @Override
        public String toString() {
            return "Cancellation[masked, " + insurance + "]";
        }
    }

    @POST
    @ResponseStatus(201)
    public Registered cancel(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Cancellation request) {
        caller.mustBe(request.insurance() == Insurance.MEDICAL ? MEDICAL_INSURANCE : SOCIAL_INSURANCE);
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "cancellation", key, request, Registered.class, () -> cancelling.cancel(request, area, by));
    }
}
