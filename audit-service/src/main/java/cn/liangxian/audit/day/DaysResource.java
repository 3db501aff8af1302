package cn.liangxian.audit.day;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;

/** The business dates: the calendar opens them, everybody reads them. */
@Path("/days")
public class DaysResource {

    private final OpeningDays days;
    private final Idempotency idempotency;
    private final Caller caller;

    DaysResource(OpeningDays days, Idempotency idempotency, Caller caller) {
        this.days = days;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** The date to open: any at first, then always the next one. */
    public record DayToOpen(@NotNull LocalDate date) {}

    @POST
    public OpeningDays.Day open(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid DayToOpen request) {
        caller.mustBe(Department.CALENDAR);
        caller.mustCoverCounty();
        return idempotency.onceOnAnyDate(
                "open-day", key, request, OpeningDays.Day.class, () -> days.open(request.date()));
    }

    @GET
    public List<OpeningDays.Day> days() {
        return days.all();
    }
}
