package cn.liangxian.enrollment.registration;

import static cn.liangxian.handoff.Department.CHANNEL;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.registration.QueryingRegistrations.Standing;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/**
 * The query service of the two agencies, at their counters and for residents over a channel. The ID number travels in the
 * body, never in an address.
 */
@Path("/registrations/query")
@Blocking
public class RegistrationQueryResource {

    private final QueryingRegistrations querying;
    private final Caller caller;

    RegistrationQueryResource(QueryingRegistrations querying, Caller caller) {
        this.querying = querying;
        this.caller = caller;
    }

    /** @param purpose what the data are asked for; {@code duty} the statutory duty, where the county binds to duties */
    public record Query(
            @NotBlank @Size(max = 40) String idNumber,
            @NotNull Insurance insurance,
            @NotBlank @Size(max = 200) String purpose,
            @Size(max = 40) String duty) {

        @Override
        public String toString() {
            return "Query[masked, " + insurance + "]";
        }
    }

    @POST
    public Standing query(@Valid @NotNull Query query) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE, CHANNEL);
        Department own = query.insurance() == Insurance.MEDICAL ? MEDICAL_INSURANCE : SOCIAL_INSURANCE;
        if (caller.department() != CHANNEL && caller.department() != own) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN, new Text("经办机构只查询本险种", "each agency asks about its own insurance"));
        }
        return querying.answer(
                query,
                new StatedPurpose(query.duty(), query.purpose(), caller.department(), caller.area(), caller.name()));
    }
}
