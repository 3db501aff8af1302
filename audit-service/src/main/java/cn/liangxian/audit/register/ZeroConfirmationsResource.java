package cn.liangxian.audit.register;

import cn.liangxian.audit.AuditHandoff.ZeroConfirmed;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Zero reports 零报: there is nothing to hand over. */
@Path("/zero-confirmations")
public class ZeroConfirmationsResource {

    private final ConfirmingZero confirming;
    private final Idempotency idempotency;

    ZeroConfirmationsResource(ConfirmingZero confirming, Idempotency idempotency) {
        this.confirming = confirming;
        this.idempotency = idempotency;
    }

    /** What there is nothing for, and why. */
    public record Zero(@NotBlank @Size(max = 300) String obligationId, @NotBlank @Size(max = 500) String reason) {}

    @POST
    @Operation(
            summary = "Whoever owes a handoff confirms that there is nothing to hand over, where the policy allows it")
    public ZeroConfirmed confirm(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Zero zero) {
        return idempotency.onceOnAnyDate(
                "confirm-zero",
                key,
                zero,
                ZeroConfirmed.class,
                () -> confirming.confirm(zero.obligationId(), zero.reason()));
    }
}
