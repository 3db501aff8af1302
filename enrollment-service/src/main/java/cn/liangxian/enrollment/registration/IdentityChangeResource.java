package cn.liangxian.enrollment.registration;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.registration.ChangingIdentity.Changed;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The agencies pass on that a status began or ended. */
@Path("/identity-changes")
@Blocking
public class IdentityChangeResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Policy policy;
    private final ChangingIdentity changing;

    IdentityChangeResource(Caller caller, Idempotency idempotency, Policy policy, ChangingIdentity changing) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.policy = policy;
        this.changing = changing;
    }

    @POST
    public Response change(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull ChangingIdentity.Request request) {
        mustChange();
        if (policy.category(request.category()).isEmpty()) {
            throw new Problem(RegistrationProblem.CATEGORY_UNKNOWN, Text.value(request.category()));
        }
        if (request.until() != null && request.until().isBefore(request.from())) {
            throw new Problem(RegistrationProblem.PERIOD_REVERSED, null)
                    .at(null, "until", RegistrationProblem.PERIOD_REVERSED.title());
        }
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        Changed changed = idempotency.once(
                "identity-changes", key, request, Changed.class, () -> changing.change(request, area, department, by));
        return Response.status(Response.Status.CREATED).entity(changed).build();
    }

    /** @throws Problem 403 for whoever is no agency */
    public void mustChange() {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
    }
}
