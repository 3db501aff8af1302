package cn.liangxian.audit.policy;

import cn.liangxian.audit.AuditHandoff.SignOff;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The policy of the county: which text, whether it is in force, and who still has to agree to it. */
@Path("/policy")
public class PolicyResource {

    private final Policy policy;
    private final SigningOff signing;
    private final ActivatingPolicy activating;
    private final BusinessDay day;
    private final Idempotency idempotency;

    PolicyResource(
            Policy policy, SigningOff signing, ActivatingPolicy activating, BusinessDay day, Idempotency idempotency) {
        this.policy = policy;
        this.signing = signing;
        this.activating = activating;
        this.day = day;
        this.idempotency = idempotency;
    }

    /** How a policy stands on the open date. */
    public enum State {
        /** not all who must have signed off */
        WAITING_FOR_SIGN_OFFS,
        /** it comes into force with the next date, or when its time has come */
        TO_COME,
        IN_FORCE,
        LAPSED
    }

    /**
     * @param waitingFor departments that have not signed this text
     * @param waitingUntil the last day before that on which it was to be in force; null when it waits for nobody
     */
    public record Standing(
            String policy,
            String digest,
            int feeYear,
            LocalDate from,
            LocalDate until,
            State state,
            LocalDate activatedOn,
            List<SignOff> signOffs,
            List<Department> waitingFor,
            LocalDate waitingUntil) {}

    /** Agreement to the text with this digest. */
    public record Agreement(@NotBlank String digest) {}

    @GET
    @Operation(summary = "The text that this county's services calculate with, and whether it is in force")
    public Standing standing() {
        LocalDate activatedOn = activating.activatedOn().orElse(null);
        List<Department> missing = signing.missing();
        LocalDate until = policy.effective().until();
        boolean lapsed = until != null
                && day.last().filter(today -> today.isAfter(until)).isPresent();
        State state = lapsed
                ? State.LAPSED
                : activatedOn != null
                        ? State.IN_FORCE
                        : missing.isEmpty() ? State.TO_COME : State.WAITING_FOR_SIGN_OFFS;
        return new Standing(
                policy.id(),
                policy.digest(),
                policy.feeYear(),
                policy.effective().from(),
                until,
                state,
                activatedOn,
                signing.given(),
                missing,
                state == State.WAITING_FOR_SIGN_OFFS ? policy.effective().from().minusDays(1) : null);
    }

    @POST
    @Path("/sign-offs")
    @Operation(summary = "A department that the policy names agrees to this very text")
    public Standing sign(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Agreement agreement) {
        signing.mustBeNamed();
        return idempotency.onceOnAnyDate("sign-policy", key, agreement, Standing.class, () -> {
            signing.sign(agreement.digest());
            return standing();
        });
    }
}
