package cn.liangxian.enrollment.consult;

import cn.liangxian.enrollment.access.StatedPurpose;
import cn.liangxian.enrollment.consult.ConsultedPerson.Inputs;
import cn.liangxian.enrollment.consult.ConsultedPerson.OnRoster;
import cn.liangxian.enrollment.consult.ConsultedPerson.Registered;
import cn.liangxian.enrollment.consult.ConsultedPerson.Shown;
import cn.liangxian.enrollment.consult.ConsultedPerson.Status;
import cn.liangxian.enrollment.desk.EnrollmentPages;
import cn.liangxian.policy.Assessment;
import cn.liangxian.rest.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What the page of a resident says, for programs of those who serve residents: the same data, masked, for a stated purpose,
 * noted, limited and told to the providers alike. The ID number travels in the body, never in an address.
 */
@Path("/persons/query")
@Blocking
public class PersonQueryResource {

    private final Consulting consulting;
    private final Caller caller;

    PersonQueryResource(Consulting consulting, Caller caller) {
        this.consulting = consulting;
        this.caller = caller;
    }

    /** @param purpose what the data are asked for; {@code duty} the statutory duty, where the county binds to duties */
    public record Query(
            @NotBlank @Size(max = 40) String idNumber,
            @NotBlank @Size(min = Consulting.SHORTEST_PURPOSE, max = Consulting.LONGEST_PURPOSE) String purpose,
            @Size(max = 40) String duty) {

        @Override
        public String toString() {
            return "Query[masked]";
        }
    }

    /** @param due with clause, shares and policy version, what can be paid {@code on} the open business date, from {@code inputs} */
    record Answer(
            Shown person,
            LocalDate on,
            Inputs inputs,
            List<Assessment> due,
            List<Status> statuses,
            List<Registered> registrations,
            List<OnRoster> rosters) {}

    @POST
    public Answer query(@Valid @NotNull Query query) {
        caller.mustBe(EnrollmentPages.SERVING);
        ConsultedPerson found = consulting.find(
                query.idNumber(),
                new StatedPurpose(query.duty(), query.purpose(), caller.department(), caller.area(), caller.name()));
        return new Answer(
                found.shown(true),
                found.on(),
                found.inputs(),
                List.copyOf(found.due().values()),
                found.statuses(),
                found.registrations(),
                found.rosters());
    }
}
