package cn.liangxian.enrollment.identityreport;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.identityreport.ReportingIdentityChange.Listed;
import cn.liangxian.enrollment.identityreport.ReportingIdentityChange.Request;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Departments report changed statuses; the agencies pass them on to tax. */
@Path("/identity-reports")
@Blocking
public class IdentityReportResource {

    private static final List<Department> AGENCIES = List.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE);

    private final ReportingIdentityChange reporting;
    private final Policy policy;
    private final Idempotency idempotency;
    private final Caller caller;

    IdentityReportResource(ReportingIdentityChange reporting, Policy policy, Idempotency idempotency, Caller caller) {
        this.reporting = reporting;
        this.policy = policy;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Which reports an agency has looked into. */
    public record Passing(@NotEmpty @Size(max = 500) List<@NotNull UUID> reportIds) {}

    /** The reports as they stand then. */
    public record PassedOn(List<IdentityReport> reports) {}

    /** A department reports only the categories that it lists. */
    @POST
    @ResponseStatus(201)
    public IdentityReport report(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        mustReport();
        Department department = caller.department();
        Category category = policy.category(request.category())
                .orElseThrow(() -> new Problem(IdentityReportProblem.CATEGORY_UNKNOWN, Text.value(request.category())));
        if (!category.listedBy().contains(department)) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    Text.departments(category.listedBy()).after(category.zh() + "：", category.en() + ": "));
        }
        if (request.until() != null && request.until().isBefore(request.from())) {
            throw new Problem(IdentityReportProblem.PERIOD_REVERSED, null)
                    .at(null, "until", IdentityReportProblem.PERIOD_REVERSED.title());
        }
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "identity-report",
                key,
                request,
                IdentityReport.class,
                () -> reporting.report(request, area, department, by));
    }

    /** What still waits to be passed on, the oldest first; {@code after} is the last id of the page before. */
    @GET
    public List<IdentityReport> waiting(
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        mustPassOn();
        return listed(false, after, limit).stream().map(Listed::report).toList();
    }

    /** Of the caller's area: an agency sees all, a department what it has reported. */
    List<Listed> listed(boolean passed, UUID after, int limit) {
        return reporting.of(passesOn() ? null : caller.department(), caller.area(), passed, after, limit);
    }

    @POST
    @Path("/{id}/passing")
    @ResponseStatus(201)
    public IdentityReport passOn(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        mustPassOn();
        Department agency = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "identity-report-passing", key, id, IdentityReport.class, () -> reporting.passOn(id, area, agency, by));
    }

    /** Several at once, all or none. */
    @POST
    @Path("/passing")
    @ResponseStatus(201)
    public PassedOn passOn(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Passing passing) {
        mustPassOn();
        Department agency = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.once(
                "identity-reports-passing",
                key,
                passing,
                PassedOn.class,
                () -> new PassedOn(reporting.passOn(passing.reportIds(), area, agency, by)));
    }

    void mustReport() {
        caller.mustBe(Category.listing(policy.categories()));
    }

    void mustPassOn() {
        caller.mustBe(AGENCIES);
    }

    /** Whether the caller is an agency. */
    boolean passesOn() {
        return AGENCIES.contains(caller.department());
    }
}
