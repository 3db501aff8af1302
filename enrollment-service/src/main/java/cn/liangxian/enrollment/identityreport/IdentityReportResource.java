package cn.liangxian.enrollment.identityreport;

import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

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
import jakarta.validation.constraints.NotNull;
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

    /** A department reports only the categories that it lists. */
    @POST
    @ResponseStatus(201)
    public IdentityReport report(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Request request) {
        caller.mustBe(Category.listing(policy.categories()));
        Department department = caller.department();
        Category category = policy.category(request.category())
                .orElseThrow(() -> new Problem(IdentityReportProblem.CATEGORY_UNKNOWN, Text.value(request.category())));
        if (!category.listedBy().contains(department)) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    Text.departments(category.listedBy()).after(category.zh() + "：", category.en() + ": "));
        }
        if (request.until() != null && request.until().isBefore(request.from())) {
            throw new Problem(IdentityReportProblem.PERIOD_REVERSED, null);
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
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        return reporting.waiting(caller.area(), after, limit);
    }

    @POST
    @Path("/{id}/passing")
    @ResponseStatus(201)
    public IdentityReport passOn(@HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id) {
        caller.mustBe(MEDICAL_INSURANCE, SOCIAL_INSURANCE);
        Department agency = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "identity-report-passing", key, id, IdentityReport.class, () -> reporting.passOn(id, area, agency, by));
    }
}
