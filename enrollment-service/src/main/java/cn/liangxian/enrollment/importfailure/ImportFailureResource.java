package cn.liangxian.enrollment.importfailure;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;

import cn.liangxian.enrollment.EnrollmentHandoff.FailureOutcome;
import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Category;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Rows of lists that could not be imported, worked by the department that listed them until each person is told. */
@Path("/import-failures")
@Blocking
public class ImportFailureResource {

    private static final Set<Department> SEE_ALL = EnumSet.of(MEDICAL_INSURANCE, SOCIAL_INSURANCE, AUDIT_BUREAU);

    private final ClosingImportFailures closing;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Policy policy;

    ImportFailureResource(ClosingImportFailures closing, Idempotency idempotency, Caller caller, Policy policy) {
        this.policy = policy;
        this.closing = closing;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param informedOn when the person was told; needed unless the person has died */
    public record Closure(@NotNull FailureOutcome outcome, LocalDate informedOn, @Size(max = 300) String note) {}

    private record Asked(UUID list, int row, Closure closure) {}

    /** Those of the caller's department; the agencies and the audit bureau see all of their area. */
    /** In the order of lists and rows; {@code after} and {@code afterRow} are those of the last failure of the page before. */
    @GET
    public List<ImportFailure> list(
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("after") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID after,
            @QueryParam("afterRow") @DefaultValue("0") @Min(0) int afterRow,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(2_000) int limit) {
        Department department = SEE_ALL.contains(caller.department()) ? null : caller.department();
        return closing.of(department, caller.area(), open, after, afterRow, limit);
    }

    @POST
    @Path("/{list}/{row}/closure")
    @ResponseStatus(201)
    public ImportFailure close(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("list") UUID list,
            @PathParam("row") int row,
            @Valid @NotNull Closure closure) {
        mustClose();
        Department department = caller.department();
        String area = caller.area();
        String by = caller.name();
        return idempotency.onceOnAnyDate(
                "import-failure",
                key,
                new Asked(list, row, closure),
                ImportFailure.class,
                () -> closing.close(list, row, closure, department, area, by));
    }

    void mustClose() {
        caller.mustBe(Category.listing(policy.categories()));
    }
}
