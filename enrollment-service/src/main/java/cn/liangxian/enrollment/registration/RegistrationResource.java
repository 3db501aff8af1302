package cn.liangxian.enrollment.registration;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.enrollment.registration.RegisteringPerson.Registered;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
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

/** The agencies, and village agents for their village, register one resident. */
@Path("/registrations")
@Blocking
public class RegistrationResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Policy policy;
    private final RegisteringPerson registering;
    private final BusinessDay day;

    RegistrationResource(
            Caller caller, Idempotency idempotency, Policy policy, RegisteringPerson registering, BusinessDay day) {
        this.day = day;
        this.caller = caller;
        this.idempotency = idempotency;
        this.policy = policy;
        this.registering = registering;
    }

    @POST
    public Response register(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull RegisteringPerson.Request request) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE, VILLAGE);
        mustServe(caller.department(), request.insurance());
        caller.mustCover(request.village());
        String village = request.village();
        if (village.length() != 12
                || policy.jurisdiction()
                        .township(village.substring(0, 9), day.today())
                        .isEmpty()) {
            throw new Problem(RegistrationProblem.VILLAGE_UNKNOWN, Text.value(village));
        }
        String area = caller.area();
        boolean agency = caller.department() != VILLAGE;
        String by = caller.name();
        Registered registered = idempotency.once(
                "registrations", key, request, Registered.class, () -> registering.register(request, area, agency, by));
        return Response.status(Response.Status.CREATED).entity(registered).build();
    }

    /** Each agency registers for its own insurance (四(四)1: 根据各自职责); an agent of the village for both. */
    private static void mustServe(Department department, Insurance insurance) {
        boolean other = department == MEDICAL_INSURANCE && insurance != Insurance.MEDICAL
                || department == SOCIAL_INSURANCE && insurance != Insurance.PENSION;
        if (other) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    new Text(
                            department.zh() + "不办理" + insurance.zh() + "登记",
                            department.en() + " does not register for " + insurance.en()));
        }
    }
}
