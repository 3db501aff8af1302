package cn.liangxian.audit.accountability;

import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.audit.AccountabilityHandoff.Charge;
import cn.liangxian.audit.AccountabilityHandoff.Failing;
import cn.liangxian.audit.accountability.Accountability.Report;
import cn.liangxian.audit.accountability.Accountability.Stage;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Reports by which units are called to account. */
@Path("/accountability")
public class AccountabilityResource {

    private final Accountability accountability;
    private final Idempotency idempotency;
    private final Caller caller;

    AccountabilityResource(Accountability accountability, Idempotency idempotency, Caller caller) {
        this.accountability = accountability;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What a unit is charged with, and by which obligations and events that is seen. */
    public record Accusation(
            @NotNull Department department,
            @NotBlank @Size(max = 9) String area,
            @NotNull Failing failing,
            @NotNull @Size(max = 2000) List<@NotBlank String> obligations,
            @NotNull @Size(max = 200) List<@NotBlank String> events) {}

    /** The charges of a report, each from a named event. */
    public record Draft(@NotEmpty @Size(max = 200) List<@NotNull @Valid Accusation> charges) {}

    @POST
    public Report draft(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid Draft draft) {
        mustSign();
        Department department = caller.department();
        String by = caller.name();
        List<Charge> charges = draft.charges().stream()
                .map(a -> new Charge(a.department(), a.area(), a.failing(), a.obligations(), a.events()))
                .toList();
        charges.forEach(charge -> caller.mustCover(charge.area()));
        return idempotency.once(
                "accountability", key, draft, Report.class, () -> accountability.draft(charges, department, by));
    }

    /** The last first, as far as the caller sees them; {@code before} is the last id of the page before. */
    @GET
    public List<Report> page(
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustRead();
        Stage least =
                switch (caller.department()) {
                    case COUNTY_GOVERNMENT -> Stage.REPORTED;
                    case DISCIPLINE -> Stage.TRANSFERRED;
                    default -> Stage.DRAFTED;
                };
        return accountability.list(least, before, limit);
    }

    /** Discipline inspection sees it once it was passed on. */
    @GET
    @Path("/{id}")
    public Report report(@PathParam("id") String id) {
        mustRead();
        Report report = accountability.find(id).orElseThrow(() -> new Problem(AccountabilityProblem.UNKNOWN, null));
        boolean early = caller.department() == COUNTY_GOVERNMENT && report.reportedOn() == null
                || caller.department() == DISCIPLINE && report.transferredOn() == null;
        if (early) {
            throw new Problem(AccountabilityProblem.UNKNOWN, null);
        }
        return report;
    }

    @POST
    @Path("/{id}/agreement")
    public Report agree(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        mustSign();
        Department department = caller.department();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "accountability-agreement", key, id, Report.class, () -> accountability.agree(id, department, by));
    }

    @POST
    @Path("/{id}/transfer")
    public Report transfer(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
        caller.mustBe(COUNTY_GOVERNMENT);
        caller.mustCoverCounty();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "accountability-transfer", key, id, Report.class, () -> accountability.transfer(id, by));
    }

    /** One of the three of the county, for which no office of a township signs. */
    void mustSign() {
        caller.mustBe(Accountability.THREE);
        caller.mustCoverCounty();
    }

    private void mustRead() {
        caller.mustBe(SOCIAL_INSURANCE, MEDICAL_INSURANCE, TAX, COUNTY_GOVERNMENT, DISCIPLINE);
        caller.mustCoverCounty();
    }
}
